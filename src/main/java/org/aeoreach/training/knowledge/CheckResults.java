package org.aeoreach.training.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.course.Syllabus;
import org.aeoreach.web.Slice;

/** What checks show, for the organiser and those above him. */
@ApplicationScoped
public class CheckResults {

    private static final String SESSION = "session_id";
    private static final String COURSE = "course_id";
    private static final String TOTALS = "select count(*) filter (where c.stage = 'BEFORE'),"
            + " count(*) filter (where c.stage = 'AFTER'), (select count(*) from training_check b join training_check a"
            + " on a.registration_id = b.registration_id and a.stage = 'AFTER' where b.stage = 'BEFORE' and b.@ = ?1)"
            + " from training_check c where c.@ = ?1";
    private static final String ITEMS = "select q.id, q.number, q.edition, q.text_zh, q.text_en, count(p.question_id),"
            + " count(*) filter (where p.before), count(*) filter (where p.after)"
            + " from (select distinct x.question_id from training_check c join training_check_answer x on x.check_id = c.id"
            + " where c.@ = ?1) d join training_check_question q on q.id = d.question_id"
            + " left join training_check_pair p on p.question_id = q.id and p.@ = ?1"
            + " group by q.id order by q.number, q.edition";
    private static final String STAGE = "max(c.%s) filter (where c.stage = '%s')";
    private static final String PEOPLE = "select min(c.id), coalesce(r.name, a.name), "
            + STAGE.formatted("correct", "BEFORE") + ", " + STAGE.formatted("asked", "BEFORE") + ", "
            + STAGE.formatted("correct", "AFTER") + ", " + STAGE.formatted("asked", "AFTER")
            + " from training_check c left join training_registration r on r.id = c.registration_id"
            + " left join training_attendance a on a.id = c.attendance_id where c.session_id = ?1"
            + " group by c.registration_id, c.attendance_id, r.name, a.name having min(c.id) > ?2"
            + " order by min(c.id) limit ?3";

    @Inject
    private Bound bound;

    @Inject
    private AfterSessions sessions;

    @Inject
    private Syllabus courses;

    /** @throws org.aeoreach.platform.Problem 404 when there is none within the viewer's range */
    @Transactional
    public CheckResult ofSession(long session) {
        sessions.get(session);
        return result(SESSION, session);
    }

    /** Over all sessions of a course in the viewer's range. @throws org.aeoreach.platform.Problem 404 as for the course */
    @Transactional
    public CheckResult ofCourse(long course) {
        courses.get(course);
        return result(COURSE, course);
    }

    private CheckResult result(String by, long id) {
        List<ItemGain> items = Rows.list(bound.query(ITEMS.replace("@", by), id), ItemGain::of);
        return Rows.one(
                        bound.query(TOTALS.replace("@", by), id),
                        row -> new CheckResult(row.id(0), row.id(1), row.id(2), items))
                .orElseThrow();
    }

    /** Everybody who gave a check. @throws org.aeoreach.platform.Problem 404 as for {@link #ofSession} */
    @Transactional
    public Slice<CheckPerson> people(long session, long after, int limit) {
        sessions.get(session);
        return Slice.of(
                Rows.list(bound.query(PEOPLE, session, after, limit + 1), CheckPerson::of), limit, CheckPerson::id);
    }

    /** Whether the session is of a course, so that there may be something to ask. */
    @Transactional
    boolean taught(long session) {
        return !bound.query("select 1 from training_session where id = ?1 and course_id is not null", session)
                .getResultList()
                .isEmpty();
    }
}
