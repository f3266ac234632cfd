package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The conference of the demonstration, loaded and taken back. */
@Tag("db")
class DemoConferenceTest {

    private static final String PEOPLE =
            "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose,"
                    + " legal_basis) select e.id, e.unit_id, e.org_path, '代表' || g, 'OUTREACH', 'STATUTORY_DUTY' from enterprise e"
                    + " cross join generate_series(1, 60) g where e.id = (select min(id) from enterprise)";
    private static final String IT = "(select max(id) from training_session where title_zh = 'AEO国际交流大会（演示）')";
    private static final String PARTS = "select count(*) from training_session where parent_id = " + IT;

    @Test
    void hasTheShapeOfTheLargestThereWasAndItsSeatsAddUp() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(PEOPLE);
            DemoConference.load(owner);
            assertThat(number(statement, PARTS + " and part = 'PLENARY' and status = 'PUBLISHED'"))
                    .isEqualTo(8);
            assertThat(number(statement, PARTS + " and part = 'BREAKOUT' and status = 'PUBLISHED'"))
                    .isEqualTo(6);
            assertThat(number(statement, PARTS + " and part = 'KEYNOTE' and status = 'PUBLISHED'"))
                    .isEqualTo(4);
            assertThat(number(statement, "select sum(seats) from training_seat_pool where session_id = " + IT))
                    .isEqualTo(1200);
            assertThat(number(
                            statement,
                            "select count(*) from training_registration where status = 'REGISTERED' and session_id = "
                                    + IT))
                    .isEqualTo(48);
            assertThat(number(
                            statement,
                            "select count(*) from training_seat_pool p join training_session s on s.id = p.session_id where"
                                    + " s.parent_id = " + IT
                                    + " and p.taken <> (select count(*) from training_registration r"
                                    + " where r.session_id = s.id and r.status in ('OFFERED', 'REGISTERED'))"))
                    .isZero();
            assertThat(number(
                            statement,
                            "select count(*) from training_registration r join training_session s on s.id = r.session_id"
                                    + " where s.parent_id = " + IT + " and r.status = 'WAITING'"))
                    .isPositive();
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
