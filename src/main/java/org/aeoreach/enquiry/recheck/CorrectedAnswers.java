package org.aeoreach.enquiry.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.NewMessage;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.enquiry.answer.Answers;
import org.aeoreach.enquiry.answer.AskerLetters;
import org.aeoreach.enquiry.answer.Citation;
import org.aeoreach.enquiry.answer.Citations;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer in place of one that is no longer right, to all who had got that. Like any answer it leaves half a
 * minute later.
 */
@ApplicationScoped
class CorrectedAnswers {

    private static final String REPEATS = "select enquiry, desk from enquiry_repeats(?1)";
    private static final String DATE = "update enquiry set answered_at = m.goes_at from enquiry_message m"
            + " where enquiry.id = ?1 and m.id = ?2";

    private static final String DRAFT =
            "delete from enquiry_draft where enquiry_id = ?1 and account_id = ?2 and kind = 'ANSWER'";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Thread thread;

    @Inject
    private Authorities authorities;

    @Inject
    private Answers answers;

    @Inject
    private Citations citations;

    @Inject
    private AskerLetters letters;

    @Inject
    private Messages messages;

    @Inject
    private Events events;

    @Inject
    private UnitScope scope;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** A thread the answer was repeated in. @param desk path of the unit whose turn it is */
    private record Repeat(long enquiry, String desk) {}

    /** What is said instead. */
    private record Said(String answer, List<Citation> cited, EnquiryLevel level, Authority authority) {}

    /**
     * Returns the number of the new message.
     *
     * @param cited what it rests on besides, as {@link org.aeoreach.enquiry.answer.Reply#CITATION}
     * @throws org.aeoreach.platform.Problem 409 when the topic needs more authority than the viewer has, 400 as {@link
     *     Citations#instead}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    long send(RecheckView recheck, String answer, List<String> cited) {
        EnquiryView leading = enquiries.get(recheck.enquiryId());
        EnquiryLevel level = authorities.own();
        Authority held = authorities.require(leading, level, answer);
        if (!held.covers(recheck.authority())) {
            throw Authorities.needs(recheck.authority());
        }
        var looked = new Citations.Looked(recheck.documentId(), recheck.to());
        var said = new Said(
                answer, citations.instead(recheck.messageId(), looked, cited, leading.language()), level, held);
        long sent = say(leading, said, null);
        bound.query(DRAFT, recheck.enquiryId(), viewer.require().accountId()).executeUpdate();
        for (Repeat each :
                Rows.list(bound.query(REPEATS, recheck.messageId()), row -> new Repeat(row.id(0), row.text(1)))) {
            scope.run(each.desk(), () -> say(enquiries.get(each.enquiry()), said, sent));
        }
        return sent;
    }

    private long say(EnquiryView enquiry, Said said, @Nullable Long serves) {
        Viewer me = viewer.require();
        Instant goesAt = answers.leaves();
        var by = new NewMessage.By(me.unitId(), said.level(), said.authority(), serves, goesAt);
        long message = thread.add(
                enquiry.id(),
                NewMessage.ofCustoms(MessageKind.ANSWER, enquiry.language(), said.answer(), me.accountId(), by));
        citations.add(message, said.cited());
        Map<String, String> words = Map.of(
                "answer",
                said.answer(),
                "sources",
                citations.lines(citations.inForce(said.cited()), enquiry.language()),
                "authority",
                messages.text(enquiry.language(), "enquiry.authority." + said.authority()),
                "unit",
                enquiry.language().pick(enquiry.unit().zh(), enquiry.unit().en()));
        letters.send("enquiry-answer-changed", enquiry.id(), message, words);
        bound.query(DATE, enquiry.id(), message).executeUpdate();
        events.note(
                enquiry.id(),
                "ANSWER_CHANGED",
                Map.of("message", message, "was", enquiry.work().status()));
        return message;
    }
}
