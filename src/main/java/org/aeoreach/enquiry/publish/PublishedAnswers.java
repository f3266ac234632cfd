package org.aeoreach.enquiry.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.enquiry.answer.Citation;
import org.aeoreach.enquiry.answer.Citations;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Role;

/** Answers that can be published: the last word of customs, gone out, not doubted, resting on what is in force. */
@ApplicationScoped
class PublishedAnswers {

    // One that was looked at again and found right stands, whatever became of the document.
    private static final String DOUBTED =
            "select 1 from enquiry_recheck r where r.message_id = ?1 and r.status = 'OPEN' union all"
                    + " select 1 from enquiry_citation c join document d on d.id = c.document_id where c.message_id = ?1"
                    + " and (d.archived or d.repealed_from <= china_day()) and not exists (select from enquiry_recheck r"
                    + " where r.message_id = ?1 and r.document_id = d.id and r.status = 'STILL_RIGHT')";

    @Inject
    private Thread thread;

    @Inject
    private Citations citations;

    @Inject
    private Authorities authorities;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** An answer with what it rests on, titles in both languages. */
    record Given(MessageView answer, Authority authority, List<Citation> zh, List<Citation> en) {

        List<Citation> sources(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    /** Whether people in this role write documents of the library at all. */
    boolean mayWrite(Role role) {
        return role == Role.GACC_OFFICER || role == Role.DISTRICT_OFFICER;
    }

    /** The last answer that was not taken back, once it has gone out and nothing is under way. */
    @Transactional
    public Optional<MessageView> newest(EnquiryView enquiry) {
        EnquiryStatus status = enquiry.work().status();
        if (enquiry.mergedInto() != null || (status != EnquiryStatus.ANSWERED && status != EnquiryStatus.CLOSED)) {
            return Optional.empty();
        }
        return last(enquiry.id()).filter(answer -> answer.gone(clock.instant()));
    }

    private Optional<MessageView> last(long enquiry) {
        return thread.of(enquiry).stream()
                .filter(message -> message.kind() == MessageKind.ANSWER && !message.undone())
                .reduce((first, second) -> second);
    }

    /**
     * @throws Problem 409 when the enquiry follows another one, is worked on, its last answer is another one, can still
     *     be taken back or is to be looked at again; 403 when it binds more than what the viewer's level says
     */
    @Transactional
    public Given require(EnquiryView enquiry, long answer) {
        if (enquiry.mergedInto() != null) {
            throw new Problem(409, "publish.problem.follows");
        }
        MessageView newest = newest(enquiry).orElseThrow(() -> new Problem(409, "publish.problem.no-answer"));
        if (newest.id() != answer) {
            throw new Problem(409, "publish.problem.other-answer");
        }
        if (!Rows.list(bound.query(DOUBTED, answer), row -> row.id(0)).isEmpty()) {
            throw new Problem(409, "publish.problem.doubted");
        }
        Authority authority = Objects.requireNonNull(newest.authority());
        if (!authorities.own().authority().covers(authority)) {
            throw new Problem(403, "publish.problem.authority");
        }
        return new Given(
                newest, authority, sources(enquiry, answer, Language.ZH), sources(enquiry, answer, Language.EN));
    }

    private List<Citation> sources(EnquiryView enquiry, long answer, Language language) {
        return Optional.ofNullable(citations.of(enquiry.id(), language).get(answer))
                .orElse(List.of());
    }
}
