package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Training sessions of the demonstration, loaded and taken back. */
@Tag("db")
class DemoSessionsTest {

    private static final String PERSON =
            "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose,"
                    + " legal_basis) select e.id, e.unit_id, e.org_path, '演示' || g, 'OUTREACH', 'STATUTORY_DUTY' from enterprise e"
                    + " cross join generate_series(1, 40) g where e.id in (select min(id) from enterprise where org_path like"
                    + " '0000.5300.5304.%' union select min(id) from enterprise where org_path like '0000.5300.5316.%')";

    @Test
    void everyKindIsThereAndSeatsAddUp() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(PERSON);
            DemoSessions.load(owner);
            assertThat(number(statement, "select count(distinct kind) from training_session where number is not null"))
                    .isEqualTo(6);
            assertThat(number(
                            statement,
                            "select count(*) from training_seat_pool p join training_session s on s.id = p.session_id where"
                                    + " s.status <> 'DRAFT' and not exists (select from training_delegate_type d where d.session_id = s.id)"
                                    + " and p.taken <> (select count(*) from training_registration r where"
                                    + " r.session_id = p.session_id and r.status in ('OFFERED', 'REGISTERED') and r.quota_unit is not"
                                    + " distinct from p.quota_unit)"))
                    .isZero();
            assertThat(number(
                            statement,
                            "select count(*) from training_registration r join training_session s on s.id = r.session_id"
                                    + " where s.status = 'HELD' and r.status = 'REGISTERED'"))
                    .isPositive();
            assertThat(number(statement, "select count(*) from training_notice"))
                    .isZero();
            owner.rollback();
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
