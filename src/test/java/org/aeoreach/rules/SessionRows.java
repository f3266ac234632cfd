package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of training sessions. */
final class SessionRows {

    private SessionRows() {}

    static void fill() throws SQLException {
        Rows.change("with s as (insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at,"
                + " capacity) select id, org_path, 'CLASS', 'rules', '2020-01-01 01:00+00', '2020-01-01 02:00+00', 1"
                + " from unit where code = '5304' returning id, unit_id, org_path), q as (insert into training_quota"
                + " (session_id, unit_id, org_path, seats) select id, unit_id, org_path, 1 from s)"
                + " insert into training_registration (session_id, session_path, name, mail, language, status)"
                + " select id, org_path, 'rules', 'rules@example.test', 'zh', 'CANCELLED' from s");
        String session = "select max(id) from training_session where title_zh = 'rules'";
        Rows.change("insert into training_session_field (session_id, position, label_zh, kind) select (" + session
                + "), 1, 'rules', 'TEXT'");
        Rows.change("insert into training_session_trainer (session_id, trainer_id, position) select (" + session
                + "), (select max(id) from training_trainer where name_zh = 'rules'), 1 on conflict do nothing");
    }
}
