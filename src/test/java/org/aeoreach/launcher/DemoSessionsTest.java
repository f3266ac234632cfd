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
            eachKindWasHeldAndIsToCome(statement);
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
            peopleCameStayedAwayAndCameUnannounced(statement);
            owner.rollback();
        }
    }

    /** Only what was loaded just now: other tests have sessions, too. */
    private static void eachKindWasHeldAndIsToCome(Statement statement) throws SQLException {
        String loaded =
                " from training_session where parent_id is null and created_at = now() - interval '40 days' and ";
        String held = "status = 'HELD' and ends_at < now()";
        String coming = "status = 'PUBLISHED' and starts_at > now()";
        for (String kind :
                new String[] {"CLASS", "WEBINAR", "MOCK_VALIDATION", "ONE_TO_ONE", "CONFERENCE", "OBSERVATION"}) {
            for (String when : new String[] {held, coming}) {
                assertThat(number(statement, "select count(*)" + loaded + when + " and kind = '" + kind + "'"))
                        .as(kind + " " + when)
                        .isPositive();
            }
        }
        String series = "select count(*)" + loaded + "series_id = (select max(series_id)" + loaded + held + ") and ";
        assertThat(number(statement, series + held)).isEqualTo(2);
        assertThat(number(statement, series + coming)).isEqualTo(2);
        assertThat(number(
                        statement,
                        "select count(distinct p.part) from training_session p join training_session s on s.id = p.parent_id"
                                + " and s.created_at = now() - interval '40 days' where p.status = 'HELD'"))
                .as("parts of the conference that was held")
                .isEqualTo(3);
    }

    private static void peopleCameStayedAwayAndCameUnannounced(Statement statement) throws SQLException {
        String seats =
                "select count(*) from training_registration r join training_session s on s.id = r.session_id left join"
                        + " training_attendance a on a.registration_id = r.id where s.status = 'HELD' and r.status = 'REGISTERED' and ";
        assertThat(number(statement, seats + "a.counts")).isPositive();
        assertThat(number(statement, seats + "a.id is null")).isPositive();
        assertThat(number(statement, seats + "not a.counts")).isPositive();
        assertThat(number(statement, "select count(*) from training_attendance where way = 'WALK_IN'"))
                .isPositive();
        // One contact for each enterprise of which somebody was there, wherever it is registered.
        String attended = "select count(distinct (a.session_id, a.enterprise_id)) from training_attendance a join"
                + " training_session s on s.id = a.session_id where a.counts and a.enterprise_id is not null"
                + " and s.status = 'HELD' and s.account_id is not null";
        assertThat(number(statement, "select count(*) from training_contact where digest <> ''"))
                .isPositive()
                .isEqualTo(number(statement, attended));
        assertThat(number(
                        statement,
                        "select count(*) from training_contact k join touchpoint_party p on p.touchpoint_id ="
                                + " k.touchpoint_id where k.digest <> ''"))
                .isEqualTo(number(statement, attended));
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
