package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.NewMessage;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;

/**
 * Gives the askers of merged enquiries the answer to the leading one, each in his own thread. They may be with other units
 * by then, so each is written in the scope of the unit whose turn it is.
 */
@ApplicationScoped
public class Followers {

    private static final String OF = "select enquiry, desk from enquiry_followers(?1)";
    private static final String HOLD = "select 1 from enquiry_clock_facts(?1)";

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
    private Clocks clocks;

    @Inject
    private Events events;

    @Inject
    private Authorities authorities;

    @Inject
    private Messages messages;

    @Inject
    private UnitScope scope;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** What was answered. @param message the answer to the leading enquiry. @param goesAt when the repeated one leaves */
    record Given(
            long message, Instant goesAt, String body, List<Citation> cited, EnquiryLevel level, Authority authority) {}

    private record Follower(long enquiry, String desk) {}

    /** To all that are merged into it now. @throws Problem 409 when the topic of one needs more authority */
    @Transactional(Transactional.TxType.MANDATORY)
    void repeat(EnquiryView leading, Given given) {
        List<Follower> all = Rows.list(bound.query(OF, leading.id()), row -> new Follower(row.id(0), row.text(1)));
        for (Follower each : all) {
            scope.run(each.desk(), () -> served(leading, each, given));
        }
    }

    private boolean served(EnquiryView leading, Follower each, Given given) {
        bound.query(HOLD, each.enquiry()).getResultList();
        EnquiryView follower = enquiries.get(each.enquiry());
        boolean follows = Objects.equals(follower.mergedInto(), leading.id());
        if (follows) {
            if (!enough(follower, given.authority())) {
                throw new Problem(409, "desk.problem.follower-needs");
            }
            give(follower, given);
        }
        return follows;
    }

    /** Whether what is said with that authority may be said to its asker, by its topic. */
    private boolean enough(EnquiryView follower, Authority authority) {
        return authority.covers(authorities.needed(follower.work().topic()));
    }

    /**
     * The newest answer to the leading enquiry to one that was merged into it just now; nothing when there is none.
     *
     * @throws Problem 400 at {@code number} when the topic of that one needs more authority than the answer has
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void catchUp(EnquiryView leading, EnquiryView follower, Instant goesAt) {
        thread.of(leading.id()).stream()
                .filter(message -> message.kind() == MessageKind.ANSWER && !message.undone())
                .reduce((earlier, later) -> later)
                .map(last -> given(leading, last, goesAt))
                .ifPresent(last -> {
                    if (!enough(follower, last.authority())) {
                        throw Problem.invalid("number", "desk.invalid.leading-authority");
                    }
                    give(follower, last);
                });
    }

    private Given given(EnquiryView leading, MessageView answer, Instant goesAt) {
        List<Citation> cited = citations.of(leading.id(), leading.language()).getOrDefault(answer.id(), List.of());
        return new Given(
                answer.id(),
                goesAt,
                answer.body(),
                cited,
                Objects.requireNonNull(answer.level()),
                Objects.requireNonNull(answer.authority()));
    }

    private void give(EnquiryView follower, Given given) {
        Viewer me = viewer.require();
        var by = new NewMessage.By(me.unitId(), given.level(), given.authority(), given.message(), given.goesAt());
        long message = thread.add(
                follower.id(),
                NewMessage.ofCustoms(MessageKind.ANSWER, follower.language(), given.body(), me.accountId(), by));
        citations.add(message, given.cited());
        letters.send("enquiry-answer", follower.id(), message, words(follower, given));
        clocks.stand(follower.id(), EnquiryStatus.ANSWERED);
        standing.refresh(follower.id());
        events.note(
                follower.id(),
                "ANSWERED",
                Map.of("message", message, "was", follower.work().status()));
    }

    private Map<String, String> words(EnquiryView follower, Given given) {
        return Map.of(
                "answer", given.body(),
                "authority", messages.text(follower.language(), "desk.authority." + given.authority()),
                "sources", citations.lines(given.cited(), follower.language()));
    }
}
