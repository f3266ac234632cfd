package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of the day of a training session, beside those {@link SessionRows} makes. */
final class DayRows {

    private static final String SESSION = " from training_session s where s.id = (select max(id) from training_session"
            + " where title_zh = 'rules')";

    private DayRows() {}

    static void fill() throws SQLException {
        Rows.change("insert into training_attendance (session_id, session_path, name, way, arrived_at)"
                + " select s.id, s.org_path, 'rules', 'WALK_IN', s.starts_at" + SESSION);
        Rows.change("insert into training_presence (session_id, session_path, name, minutes, found, account_id)"
                + " select s.id, s.org_path, 'rules', 1, 'NONE', (select min(id) from account)" + SESSION);
        Rows.change("insert into training_contact (touchpoint_id, session_id, session_path, digest)"
                + " select (select max(id) from touchpoint), s.id, s.org_path, ''" + SESSION
                + " on conflict do nothing");
    }
}
