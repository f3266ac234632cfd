package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.AskerLinks;
import org.aeoreach.enquiry.Supplements;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** What askers think of answers: two questions, once, by the link they were sent. */
@ApplicationScoped
public class Ratings {

    private static final String RATE = "select enquiry_rated(?1, ?2, cast(?3 as smallint), ?4, ?5)";
    private static final String LOW = "select e.id, e.number, e.subject, r.solved, r.ease, r.words, r.rated_at"
            + " from enquiry_rating r join enquiry e on e.id = r.enquiry_id where r.seen_at is null"
            + " and (not r.solved or r.ease <= 2) and r.org_path >= nullif(current_setting('app.lo', true), '')"
            + " and r.org_path < current_setting('app.hi', true) order by r.rated_at, e.id limit 100";

    @Inject
    private AskerLinks links;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @param ease 1 very hard to 5 very easy */
    public record Rating(
            @NotNull Boolean solved,
            @NotNull @Min(1) @Max(5) Integer ease,
            @Nullable @Size(max = 2000) String words) {}

    /** One that somebody should look at. */
    public record Low(
            long enquiry,
            String number,
            String subject,
            boolean solved,
            int ease,
            @Nullable String words,
            Instant at) {}

    /** Whether the link can still be used. @throws Problem 404 when there is no such link to rate, or it is over */
    @Transactional
    public boolean open(String token) {
        return !opened(link(token)).used();
    }

    private static LinkToken link(String token) {
        return LinkToken.of(token).orElseThrow(Problem::notFound);
    }

    private AskerLinks.Opened opened(LinkToken link) {
        return links.open(link)
                .filter(opened -> opened.purpose() == AskerLinks.Purpose.RATE)
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 when there is no such link, 409 when it was used */
    @Transactional
    public void rate(String token, Rating rating) {
        LinkToken link = link(token);
        AskerLinks.Opened opened = opened(link);
        if (opened.used() || !keep(link, rating)) {
            throw new Problem(409, "desk.problem.rated");
        }
        Supplements.Known enquiry = Objects.requireNonNull(opened.enquiry(), "A link to rate is to an enquiry");
        audit.record("desk.rated", new AuditTrail.Subject("enquiry", enquiry.id(), enquiry.orgPath()), Changes.none());
    }

    private boolean keep(LinkToken link, Rating rating) {
        return Rows.one(
                        bound.query(
                                RATE,
                                link.hash(),
                                rating.solved(),
                                rating.ease(),
                                Objects.requireNonNullElse(rating.words(), ""),
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> row.flag(0))
                .orElse(false);
    }

    /** Those of the viewer's range nobody has looked at, the oldest first, at most 100. */
    @Transactional
    public List<Low> low() {
        return Rows.list(
                bound.query(LOW),
                row -> new Low(
                        row.id(0),
                        row.text(1),
                        row.text(2),
                        row.flag(3),
                        (int) row.id(4),
                        row.textOrNull(5),
                        row.instant(6)));
    }

    /** The viewer has looked at it. @throws Problem 404 when there is none for him, or somebody was quicker */
    @Transactional
    public void seen(long enquiry) {
        String path = Rows.one(
                        bound.query(
                                "update enquiry_rating set seen_by = ?2, seen_at = now() where enquiry_id = ?1"
                                        + " and seen_at is null returning org_path",
                                enquiry,
                                viewer.require().accountId()),
                        row -> row.text(0))
                .orElseThrow(Problem::notFound);
        audit.record("desk.rating-seen", new AuditTrail.Subject("enquiry", enquiry, path), Changes.none());
    }
}
