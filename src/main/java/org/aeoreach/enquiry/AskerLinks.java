package org.aeoreach.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Secret links of askers: to see how far a question is, to confirm an address, to rate an answer. */
@ApplicationScoped
public class AskerLinks {

    /** How long a link to an enquiry works. */
    public static final Duration LIFE = Duration.ofDays(400);

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** What a link is for. */
    public enum Purpose {
        STATUS,
        CONFIRM,
        RATE
    }

    /**
     * What a link opens: an enquiry, or a question that waits for its confirmation.
     *
     * @param enquiry null while it waits
     * @param intake the question as JSON while it waits, else null
     * @param used whether it has done what it can do once
     */
    public record Opened(
            Purpose purpose,
            Supplements.@Nullable Known enquiry,
            @Nullable String intake,
            boolean used) {}

    /** Makes a link to an enquiry the viewer's unit answers. The database keeps its hash only. */
    @Transactional(Transactional.TxType.MANDATORY)
    public LinkToken fresh(long enquiryId, Purpose purpose) {
        LinkToken token = LinkToken.fresh();
        bound.query(
                        "select 1 from enquiry_link_made(?1, ?2, ?3, ?4)",
                        token.hash(),
                        enquiryId,
                        purpose,
                        clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return token;
    }

    /** Nothing when there is no such link, or it is over. */
    @Transactional
    public Optional<Opened> open(LinkToken token) {
        return Rows.one(
                bound.query(
                        "select purpose, enquiry_id, org_path, intake, used from enquiry_of_link(?1, ?2)",
                        token.hash(),
                        clock.instant().atOffset(ZoneOffset.UTC)),
                row -> new Opened(
                        Purpose.valueOf(row.text(0)),
                        row.idOrNull(1) == null ? null : new Supplements.Known(row.id(1), row.text(2)),
                        row.textOrNull(3),
                        row.flag(4)));
    }

    /** Uses a link that works once. False when it was used before, or is over. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean use(LinkToken token) {
        return (Boolean) bound.query(
                        "select enquiry_link_used(?1, ?2)",
                        token.hash(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }
}
