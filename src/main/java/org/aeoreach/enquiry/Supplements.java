package org.aeoreach.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.UnitScope;
import org.jspecify.annotations.Nullable;

/** What an asker adds to his thread, by whatever channel: it wakes the enquiry, or begins a new one after a long time. */
@ApplicationScoped
public class Supplements {

    private static final String HEAD = "select e.number, e.subject, e.channel, e.language, e.asker_name, e.asker_mail,"
            + " e.asker_phone, e.person_id, e.account_id, e.enterprise_id, e.unit_id, e.for_colleagues, w.status,"
            + " e.closed_at from enquiry e join enquiry_work w on w.enquiry_id = e.id where e.id = ?1 for update of w";
    private static final String DESK = "select desk_path from enquiry_work where enquiry_id = ?1";
    private static final String WAITS = "update enquiry_work set last_in_at = coalesce(last_in_at, now()),"
            + " changed_at = now(), version = version + 1 where enquiry_id = ?1";
    private static final String OPENED = "update enquiry set closed_at = null where id = ?1";
    // What he asks now the other one has not answered.
    private static final String OWN =
            "update enquiry set merged_into = null where id = ?1 and merged_into is not null returning id";
    private static final String LINK = "insert into enquiry_link (enquiry_id, other_id, relation, account_id)"
            + " values (?1, ?2, 'RELATED', nullif(current_setting('app.account', true), '')::bigint)";

    @Inject
    private Arrival arrival;

    @Inject
    private Thread thread;

    @Inject
    private Events events;

    @Inject
    private Clocks clocks;

    @Inject
    private UnitScope scope;

    @Inject
    private AuditTrail audit;

    @Inject
    private Configuration configuration;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** An enquiry the caller has made sure of. @param orgPath of the unit that answers it */
    public record Known(long id, String orgPath) {}

    /** What became of the words. @param enquiryId the same one, or the new one that goes on from it */
    public record Added(long enquiryId, long messageId, boolean anew) {}

    private record Head(
            NewEnquiry again,
            EnquiryStatus status,
            @Nullable Instant closedAt) {}

    /**
     * Adds the asker's words. Clocks that stood go on; what was answered or closed is open again, and no longer served by
     * another, within 30 days of its closing ({@code aeo.enquiry.reopen.days}); later a new enquiry is made, with a link
     * to the old one.
     *
     * @throws Problem 404 when there is no such enquiry
     */
    @Transactional
    public Added add(Known known, NewMessage words) {
        // Whose turn it is, is above the unit that answers while another level has it; only there it may be changed.
        String desk = scope.run(known.orgPath(), () -> Rows.one(bound.query(DESK, known.id()), row -> row.text(0))
                .orElseThrow(Problem::notFound));
        Added added = scope.run(desk, () -> enter(known.id(), words));
        audit.record(
                "enquiry.supplement",
                new AuditTrail.Subject("enquiry", known.id(), known.orgPath()),
                Changes.none().with("message", added.messageId()).with("new", added.anew()));
        return added;
    }

    private Added enter(long id, NewMessage words) {
        Head head = Rows.one(bound.query(HEAD, id), row -> head(row, words)).orElseThrow(Problem::notFound);
        Instant closed = head.closedAt();
        if (head.status() == EnquiryStatus.CLOSED && closed != null && closed.isBefore(limit())) {
            Arrived fresh = arrival.take(head.again().following(id));
            bound.query(LINK, fresh.id(), id).executeUpdate();
            return new Added(fresh.id(), fresh.messageId(), true);
        }
        boolean over = head.status() == EnquiryStatus.ANSWERED || head.status() == EnquiryStatus.CLOSED;
        long message = thread.add(id, words);
        if (over) {
            clocks.goOn(id, EnquiryStatus.REOPENED);
            bound.query(OPENED, id).executeUpdate();
            goesItsOwnWay(id);
        } else if (head.status() == EnquiryStatus.WAITING) {
            clocks.goOn(id, EnquiryStatus.OPEN);
        }
        bound.query(WAITS, id).executeUpdate();
        events.note(id, over ? "REOPENED" : "SUPPLEMENT", Map.of("message", message));
        return new Added(id, message, false);
    }

    private void goesItsOwnWay(long id) {
        if (!bound.query(OWN, id).getResultList().isEmpty()) {
            events.note(id, "PARTED", Map.of());
        }
    }

    private Instant limit() {
        return clock.instant().minus(Duration.ofDays(configuration.number("aeo.enquiry.reopen.days", 30)));
    }

    private static Head head(Rows.Row row, NewMessage words) {
        EnquiryView.Asker asker = new EnquiryView.Asker(
                row.text(4), row.textOrNull(5), row.textOrNull(6), row.idOrNull(7), row.idOrNull(8));
        NewEnquiry again = NewEnquiry.of(
                        EnquiryChannel.valueOf(row.text(2)), words.language(), row.text(1), words.body(), asker)
                .withEnterprise(row.idOrNull(9), row.flag(11))
                .withUnit(row.id(10), null)
                .withFiles(words.files())
                .withMail(words.mail());
        return new Head(again, EnquiryStatus.valueOf(row.text(12)), row.instantOrNull(13));
    }
}
