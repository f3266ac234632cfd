package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.NewMessage;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.enquiry.template.Placeholder;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Answers askers and asks them back. What is said goes out half a minute later and can be taken back until then, by who
 * said it, as if it had never been.
 */
@ApplicationScoped
public class Answers {

    private static final String GOES = "select now() + interval '30 seconds'";
    private static final String OFFICER =
            "update enquiry_work set officer_id = coalesce(officer_id, ?2) where enquiry_id = ?1";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Thread thread;

    @Inject
    private Citations citations;

    @Inject
    private AskerLetters letters;

    @Inject
    private Standing standing;

    @Inject
    private Followers followers;

    @Inject
    private Authorities authorities;

    @Inject
    private Clocks clocks;

    @Inject
    private Events events;

    @Inject
    private Messages messages;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** What was said. @param goesAt until then it can be taken back */
    public record Sent(long messageId, Instant goesAt) {}

    /**
     * Answers with the authority of the viewer's level, or of the level above that agreed these words; followers of the
     * enquiry get the same.
     *
     * @throws Problem 404, 403, 412 as {@link Enquiries#turn}; 400 at the field; 409 when it is closed, serves
     *     another, or its topic needs more authority
     */
    @Transactional
    public Sent answer(long id, long version, Reply reply) {
        EnquiryView enquiry = workable(enquiries.turn(id, version));
        EnquiryLevel level = authorities.own();
        Authority authority = authorities.require(enquiry, level, reply.body());
        complete(reply.body());
        List<Citation> cited = citations.read(reply.citations(), enquiry.language());
        Sent sent = say(enquiry, MessageKind.ANSWER, reply.body(), level, authority);
        citations.add(sent.messageId(), cited);
        letters.send(
                "enquiry-answer",
                enquiry.id(),
                sent.messageId(),
                Map.of(
                        "answer", reply.body(),
                        "authority", messages.text(enquiry.language(), "desk.authority." + authority),
                        "sources", citations.lines(cited, enquiry.language())));
        stand(enquiry, EnquiryStatus.ANSWERED, sent);
        followers.repeat(
                enquiry, new Followers.Given(sent.messageId(), sent.goesAt(), reply.body(), cited, level, authority));
        record("desk.answer", enquiry, sent, authority);
        return sent;
    }

    /** Asks the asker for what is missing; the clocks stand until he writes. Refuses as {@link #answer}. */
    @Transactional
    public Sent askBack(long id, long version, Reply reply) {
        EnquiryView enquiry = workable(enquiries.turn(id, version));
        complete(reply.body());
        Sent sent = say(enquiry, MessageKind.REQUEST, reply.body(), authorities.own(), null);
        letters.send("enquiry-request", enquiry.id(), sent.messageId(), Map.of("question", reply.body()));
        stand(enquiry, EnquiryStatus.WAITING, sent);
        record("desk.ask-back", enquiry, sent, null);
        return sent;
    }

    /** When what is said now goes out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant leaves() {
        return Rows.one(bound.query(GOES), row -> row.instant(0)).orElseThrow();
    }

    private Sent say(
            EnquiryView enquiry, MessageKind kind, String body, EnquiryLevel level, @Nullable Authority authority) {
        Viewer me = viewer.require();
        Instant goesAt = leaves();
        var by = new NewMessage.By(me.unitId(), level, authority, null, goesAt);
        long message =
                thread.add(enquiry.id(), NewMessage.ofCustoms(kind, enquiry.language(), body, me.accountId(), by));
        return new Sent(message, goesAt);
    }

    /** The clocks stand, who wrote has it, his draft is done. */
    private void stand(EnquiryView enquiry, EnquiryStatus status, Sent sent) {
        Viewer me = viewer.require();
        bound.query(OFFICER, enquiry.id(), me.accountId()).executeUpdate();
        clocks.stand(enquiry.id(), status);
        standing.refresh(enquiry.id());
        String kind = status == EnquiryStatus.WAITING ? "REQUEST" : "ANSWER";
        bound.query(
                        "delete from enquiry_draft where enquiry_id = ?1 and account_id = ?2 and kind = ?3",
                        enquiry.id(),
                        me.accountId(),
                        kind)
                .executeUpdate();
        events.note(
                enquiry.id(),
                status == EnquiryStatus.WAITING ? "ASKED_BACK" : "ANSWERED",
                Map.of("message", sent.messageId(), "was", enquiry.work().status()));
    }

    private void record(String action, EnquiryView enquiry, Sent sent, @Nullable Authority authority) {
        audit.record(
                action,
                new AuditTrail.Subject("enquiry", enquiry.id(), enquiry.unit().path()),
                Changes.none().with("message", sent.messageId()).with("authority", authority));
    }

    /** What a template left open is filled in before it is said, and it can stand in a letter. */
    private static void complete(String body) {
        HeaderText.lines("body", body);
        List<String> left = Placeholder.left(body);
        if (!left.isEmpty()) {
            throw Problem.invalid("body", "desk.invalid.placeholder", String.join(" ", left));
        }
    }

    private static EnquiryView workable(EnquiryView enquiry) {
        if (enquiry.work().status() == EnquiryStatus.CLOSED) {
            throw new Problem(409, "desk.problem.closed");
        }
        if (enquiry.mergedInto() != null) {
            throw new Problem(409, "desk.problem.follows");
        }
        return enquiry;
    }
}
