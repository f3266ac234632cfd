package org.aeoreach.enquiry.passing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** With which authority an enquiry is answered, and with which it must be. */
@ApplicationScoped
public class Authorities {

    // Since the enquiry last went up: what was agreed before that was asked about anew; so was it by a new question.
    private static final String AGREED = "select s.level, s.proposal from enquiry_step s where s.enquiry_id = ?1"
            + " and s.passed = 'DOWN' and s.agreed and s.id > coalesce((select max(o.id) from enquiry_step o"
            + " where o.enquiry_id = ?1 and o.passed in ('UP', 'ANSWERED', 'CLOSED', 'OVER')), 0)";
    private static final String NEEDS = "select a.needs from enquiry_authority a"
            + " where (a.topic is null or a.topic = cast(?1 as text)) and a.valid_from <= china_day()"
            + " order by a.topic is null, a.valid_from desc, a.id desc limit 1";

    private static final String TOPICS = "select distinct on (a.topic) a.needs from enquiry_authority a"
            + " where a.topic is not null and a.valid_from <= china_day() order by a.topic, a.valid_from desc, a.id desc";

    private static final String OWN = "select case kind when 'GACC' then 'GACC' when 'DISTRICT' then 'DISTRICT'"
            + " else 'HOUSE' end from unit where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    private record Agreed(EnquiryLevel level, String answer) {}

    /** The level the viewer acts for. */
    @Transactional
    public EnquiryLevel own() {
        return Rows.one(bound.query(OWN, viewer.require().unitId()), row -> EnquiryLevel.valueOf(row.text(0)))
                .orElse(EnquiryLevel.HOUSE);
    }

    /** What an answer on a topic needs today. @param topic null: any other */
    @Transactional
    public Authority needed(@Nullable String topic) {
        return Rows.one(bound.query(NEEDS, topic), row -> Authority.valueOf(row.text(0)))
                .orElse(Authority.GUIDANCE);
    }

    /** Whether there are topics on which an answer needs more than that: nobody can tell whose have none. */
    @Transactional
    public boolean someNeedMore(Authority held) {
        return Rows.list(bound.query(TOPICS), row -> Authority.valueOf(row.text(0))).stream()
                .anyMatch(needed -> !held.covers(needed));
    }

    /** What an officer of that level can say that with: his level's, or that of the level whose agreed answer it has. */
    @Transactional
    public Authority held(long enquiryId, EnquiryLevel level, String answer) {
        String words = plain(answer);
        return agreed(enquiryId).stream()
                .filter(agreed -> words.equals(agreed.answer()))
                .map(agreed -> agreed.level().authority())
                .filter(authority -> authority.covers(level.authority()))
                .max(Comparator.naturalOrder())
                .orElse(level.authority());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    /**
     * The authority of an answer that an officer of that level gives now. An answer agreed above has the authority of
     * the level that agreed it when it is nothing but those words, but for blanks and line ends.
     *
     * @throws Problem 409 when the topic needs more: it is to be passed up, or sent in the words agreed; 400 at {@code body}
     *     when it has no topic and there are topics that need more
     */
    @Transactional
    public Authority require(EnquiryView enquiry, EnquiryLevel level, String answer) {
        Authority held = held(enquiry.id(), level, answer);
        Authority needed = needed(enquiry.work().topic());
        if (!held.covers(needed)) {
            throw agreed(enquiry.id()).stream()
                            .anyMatch(each -> each.level().authority().covers(needed))
                    ? new Problem(409, "passing.problem.agreed-changed")
                    : needs(needed);
        }
        if (enquiry.work().topic() == null && someNeedMore(held)) {
            throw Problem.invalid("body", "passing.invalid.topic-first");
        }
        return held;
    }

    private List<Agreed> agreed(long enquiryId) {
        return Rows.list(
                bound.query(AGREED, enquiryId),
                row -> new Agreed(EnquiryLevel.valueOf(row.text(0)), plain(row.text(1))));
    }

    /** What is answered to who has less authority than that. */
    public static Problem needs(Authority more) {
        return new Problem(
                409,
                more == Authority.INTERPRETATION
                        ? "passing.problem.needs-interpretation"
                        : "passing.problem.needs-position");
    }
}
