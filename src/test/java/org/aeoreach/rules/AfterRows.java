package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of what comes after a session. */
final class AfterRows {

    private static final String SESSION = " from training_session s where s.id = (select max(id) from training_session"
            + " where title_zh = 'rules')";
    private static final String OFFICER = "(select min(id) from account where kind = 'OFFICER')";
    private static final String COURSE = "(select max(id) from training_course where code = 'RULES')";

    private AfterRows() {}

    static void fill() throws SQLException {
        Rows.change("with a as (insert into training_attendance (session_id, session_path, name, way, arrived_at)"
                + " select s.id, s.org_path, 'rules', 'NAME', s.starts_at" + SESSION
                + " returning id, session_id, session_path),"
                + " c as (insert into training_certificate (attendance_id, session_id, session_path) select a.* from a),"
                + " f as (insert into training_feedback (session_id, session_path, attendance_id, content, value, given_at,"
                + " changed_at) select session_id, session_path, id, 5, 5, now(), now() from a returning id),"
                + " t as (insert into training_feedback_trainer select f.id, max(r.id), 5 from f, training_trainer r group by f.id),"
                + " k as (insert into training_check (session_id, session_path, course_id, stage, attendance_id, asked, correct,"
                + " given_at) select session_id, session_path, " + COURSE
                + ", 'AFTER', id, 1, 1, now() from a returning id)"
                + " insert into training_check_answer select k.id, max(q.id), 0, true from k, training_check_question q"
                + " where q.course_id = " + COURSE + " group by k.id");
        Rows.change("insert into training_absence (registration_id, session_id, session_path, asked_at) select r.id,"
                + " r.session_id, r.session_path, now() from training_registration r where r.name = 'rules'"
                + " on conflict do nothing");
        Rows.change("insert into training_raised (session_id, session_path, name, words, entered_by) select s.id,"
                + " s.org_path, 'rules', 'rules', " + OFFICER + SESSION);
        Rows.change("insert into training_report (session_id, unit_id, org_path, summary, author_id) select s.id,"
                + " s.unit_id, s.org_path, 'rules', " + OFFICER + SESSION);
        Rows.change("insert into training_follow_up (task_id, session_id, org_path, title, due_on) select"
                + " (select max(id) from task), s.id, s.org_path, 'rules', china_day()" + SESSION);
    }
}
