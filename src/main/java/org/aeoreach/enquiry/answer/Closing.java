package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.AskerLinks;
import org.aeoreach.enquiry.AskerMail;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.NewMessage;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Closes enquiries, with the question how it went, and opens them again. */
@ApplicationScoped
public class Closing {

    private static final String PENDING = "select 1 from enquiry_message where enquiry_id = ?1 and kind in ('ANSWER',"
            + " 'REQUEST') and undone_at is null and goes_at > now()";

    // Whoever writes or works on it meanwhile holds the row.
    private static final String STILL = "select 1 from enquiry_work w join enquiry e on e.id = w.enquiry_id"
            + " where w.enquiry_id = ?1 and w.status = 'ANSWERED' and w.undelivered_at is null"
            + " and e.answered_at <= ?2 for update of w";

    /** How many are looked for at once. */
    static final int BATCH = 100;

    @Inject
    private Enquiries enquiries;

    @Inject
    private AskerMail mail;

    @Inject
    private AskerLetters letters;

    @Inject
    private Thread thread;

    @Inject
    private Authorities authorities;

    @Inject
    private Messages messages;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AskerLinks links;

    @Inject
    private Clocks clocks;

    @Inject
    private Events events;

    @Inject
    private Bound bound;

    @Inject
    private UnitScope scope;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /** One that nobody writes to any more. @param desk path of the unit whose turn it is */
    public record Over(long enquiry, String desk) {}

    /** Why it is closed, to be said to the asker where there was no answer; or why it is opened again. */
    public record Reason(@Nullable @Size(max = 1000) String reason) {

        private void demand() {
            if (reason == null || reason.isBlank()) {
                throw Problem.invalid("reason", "desk.invalid.reason");
            }
            HeaderText.lines("reason", reason);
        }
    }

    /**
     * It is done. An asker who got an answer is asked once whether it helped; who got none is told the reason.
     *
     * @throws Problem 400 at {@code reason} when none is given where there was no answer, or it cannot stand in a letter;
     *     404, 403, 412 as {@link Enquiries#turn}; 409 when it is closed already or something of it has not gone out yet
     */
    @Transactional
    public EnquiryView close(long id, long version, Reason why) {
        EnquiryView enquiry = enquiries.turn(id, version);
        if (enquiry.work().status() == EnquiryStatus.CLOSED) {
            throw new Problem(409, "desk.problem.closed");
        }
        if (!bound.query(PENDING, id).getResultList().isEmpty()) {
            throw new Problem(409, "desk.problem.pending");
        }
        if (enquiry.answeredAt() == null) {
            why.demand();
        }
        end(enquiry, why);
        return enquiries.get(id);
    }

    /**
     * Answered enquiries whose askers have not written again for 14 days ({@code aeo.enquiry.close.days}), some at a time. One
     * whose answer is known not to have arrived stays until somebody sees to it.
     */
    @Transactional
    public List<Over> over() {
        return Rows.list(
                bound.query("select enquiry, desk from enquiry_answered_over(?1, ?2)", limit(), BATCH),
                row -> new Over(row.id(0), row.text(1)));
    }

    /** Closes one of them, unless somebody was quicker. @return whether it was closed */
    @Transactional
    public boolean close(Over over) {
        return scope.run(over.desk(), () -> {
            boolean still =
                    !bound.query(STILL, over.enquiry(), limit()).getResultList().isEmpty();
            if (still) {
                end(enquiries.get(over.enquiry()), new Reason(null));
            }
            return still;
        });
    }

    private OffsetDateTime limit() {
        int days = configuration.number("aeo.enquiry.close.days", 14);
        return clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private void end(EnquiryView enquiry, Reason why) {
        long id = enquiry.id();
        clocks.stand(id, EnquiryStatus.CLOSED);
        bound.query("update enquiry set closed_at = now() where id = ?1", id).executeUpdate();
        if (enquiry.answeredAt() == null) {
            tellWhy(enquiry, Objects.requireNonNullElse(why.reason(), "").strip());
        } else {
            tell(id);
        }
        record("CLOSED", "desk.close", enquiry, why);
    }

    /** In his thread and by letter: who got no answer reads the reason. */
    private void tellWhy(EnquiryView enquiry, String reason) {
        Viewer me = viewer.require();
        String body = messages.text(enquiry.language(), "desk.closed-unanswered", reason);
        var by = new NewMessage.By(me.unitId(), authorities.own(), null, null, null);
        long message = thread.add(
                enquiry.id(), NewMessage.ofCustoms(MessageKind.NOTICE, enquiry.language(), body, me.accountId(), by));
        letters.send("enquiry-closed-unanswered", enquiry.id(), message, Map.of("reason", reason));
    }

    /** Who has rated the answer, before the enquiry was reopened, is not asked again. */
    private void tell(long id) {
        if (bound.query("select 1 from enquiry_rating where enquiry_id = ?1", id)
                .getResultList()
                .isEmpty()) {
            String rate =
                    "/portal/rate/" + links.fresh(id, AskerLinks.Purpose.RATE).text();
            mail.send(id, "enquiry-closed", Map.of("rate", rate));
        } else {
            mail.send(id, "enquiry-closed-again", Map.of());
        }
    }

    /**
     * Its work begins again with clocks of its own; one that followed another is answered for itself.
     *
     * @throws Problem 409 when it is neither answered nor closed
     */
    @Transactional
    public EnquiryView reopen(long id, long version, Reason why) {
        EnquiryView enquiry = enquiries.turn(id, version);
        if (enquiry.work().status() != EnquiryStatus.CLOSED && enquiry.work().status() != EnquiryStatus.ANSWERED) {
            throw new Problem(409, "desk.problem.not-done");
        }
        why.demand();
        clocks.goOn(id, EnquiryStatus.REOPENED);
        bound.query("update enquiry set closed_at = null, merged_into = null where id = ?1", id)
                .executeUpdate();
        if (enquiry.mergedInto() != null) {
            events.note(id, "PARTED", Map.of());
        }
        record("REOPENED", "desk.reopen", enquiry, why);
        return enquiries.get(id);
    }

    private void record(String event, String action, EnquiryView enquiry, Reason why) {
        events.note(enquiry.id(), event, Map.of("was", enquiry.work().status()));
        audit.record(
                action,
                new AuditTrail.Subject("enquiry", enquiry.id(), enquiry.unit().path()),
                Changes.none().with("status", enquiry.work().status(), event).with("reason", why.reason()));
    }
}
