package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For whom somebody may act, and until when. 5304 and 5316 are houses of district 5300. */
@Tag("db")
class SeatBoundsTest {

    private static final String OF_HOUSE =
            "unit_id = (select id from unit where code = '5304'), org_path = '0000.5300.5304.'";
    private static final Instant BEFORE_ITS_END = Instant.parse("2027-06-01T03:59:00Z");
    private static final Instant AFTER = Instant.parse("2027-06-01T04:00:00Z");

    private static Connection officer(String path) throws SQLException {
        Connection connection = TestPostgres.running().application();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.write_lo', '" + path + "', false), set_config('app.write_hi', '"
                    + path.substring(0, path.length() - 1) + "/', false)");
        }
        return connection;
    }

    /** He would learn which numbers are somebody's. */
    @Test
    void anOrganiserRegistersNobodyOfAnEnterpriseThatIsNotHis() throws SQLException {
        long foreign = SampleSession.enterprise("5316", 0);
        try (SampleSession session = SampleSession.of(9, OF_HOUSE);
                Connection house = officer("0000.5300.5304.");
                Connection district = officer("0000.5300.")) {
            assertThat(session.register(house, "foreign", foreign)).isEqualTo("NONE");
            assertThat(session.register(house, "none", Long.MAX_VALUE)).isEqualTo("NONE");
            assertThat(session.register(house, "own", SampleSession.enterprise("5304", 0)))
                    .isEqualTo("REGISTERED");
            assertThat(session.register(house, "nobody's", null)).isEqualTo("REGISTERED");
            assertThat(session.register(district, "foreign", foreign)).isEqualTo("REGISTERED");
        }
    }

    @Test
    void aHouseRegistersItsEnterprisesForSessionsOfOthers() throws SQLException {
        try (SampleSession session = SampleSession.of(9, "");
                Connection house = officer("0000.5300.5304.")) {
            assertThat(session.register(house, "own", SampleSession.enterprise("5304", 0)))
                    .isEqualTo("REGISTERED");
            assertThat(session.register(house, "nobody's", null)).isEqualTo("NONE");
        }
    }

    @Test
    void whoIsOfAMergedEnterpriseIsOfTheOneThatWasKept() throws SQLException {
        long kept = SampleEnterprise.at("5304").id();
        long merged = SampleEnterprise.at("5304").id();
        Rows.change("update enterprise set merged_into = ? where id = ?", kept, merged);
        try (SampleSession session = SampleSession.of(9, "per_enterprise = 1")) {
            assertThat(session.register("a", merged)).isEqualTo("REGISTERED");
            assertThat(Rows.number(
                            "select enterprise_id from training_registration where id = ?", session.registration("a")))
                    .isEqualTo(kept);
            assertThat(session.register("b", merged)).isEqualTo("CAP");
        }
    }

    @Test
    void whoWasThereStaysWhoWasThere() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "")) {
            session.register("a", null);
            session.register("b", null);
            assertThat(session.act("a", "CANCEL", AFTER)).isEqualTo("OVER");
            assertThat(byTicket(session, "a", "CANCEL", AFTER)).isEqualTo("OVER");
            assertThat(session.states()).containsExactly("a REGISTERED", "b WAITING");
            assertThat(session.told("a")).containsExactly("REGISTERED");
            assertThat(session.act("a", "CANCEL", BEFORE_ITS_END)).isEqualTo("CANCELLED");
            assertThat(session.adds()).isTrue();
        }
    }

    @Test
    void whatWasHeldIsOverBeforeItsTime() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "")) {
            session.register("a", null);
            session.set("status = 'HELD'");
            assertThat(session.act("a", "CANCEL", BEFORE_ITS_END)).isEqualTo("OVER");
            assertThat(session.states()).containsExactly("a REGISTERED");
        }
    }

    @Test
    void nobodyGetsASeatAtWhatWasCalledOffNorHearsMoreOfIt() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "accept_hours = 24")) {
            session.register("a", null);
            session.register("b", null);
            session.act("a", "CANCEL", SampleSession.NOW);
            session.set("approval = true");
            session.register("c", null);
            assertThat(session.states()).containsExactly("a CANCELLED", "b OFFERED", "c REQUESTED");
            session.set("status = 'CANCELLED'");
            assertThat(session.act("b", "ACCEPT", SampleSession.NOW)).isEqualTo("OVER");
            assertThat(byTicket(session, "b", "ACCEPT", SampleSession.NOW)).isEqualTo("OVER");
            assertThat(session.act("c", "APPROVE", SampleSession.NOW)).isEqualTo("OVER");
            SampleSession.pass(Instant.parse("2027-03-05T00:00:00Z"));
            assertThat(session.states()).containsExactly("a CANCELLED", "b OFFERED", "c REQUESTED");
            assertThat(session.told("b")).containsExactly("WAITING", "OFFERED");
        }
    }

    @Test
    void keptSeatsGoWhenTheDayHasComeAtThePlaceOfTheSession() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "zone = 'Europe/Paris', release_on = '2027-03-02'")) {
            session.quota("5316", 1);
            session.settle();
            session.register("a", null);
            // In Shanghai it is the second of March, in Paris not yet.
            SampleSession.pass(Instant.parse("2027-03-01T22:59:00Z"));
            assertThat(session.states()).containsExactly("a WAITING");
            SampleSession.pass(Instant.parse("2027-03-01T23:00:00Z"));
            assertThat(session.states()).containsExactly("a REGISTERED");
        }
    }

    private static String byTicket(SampleSession session, String name, String what, Instant when) throws SQLException {
        String token = "seatBounds" + session.registration(name);
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-01-01')"
                        + " on conflict do nothing",
                Digests.sha256(token),
                session.registration(name));
        try (Connection anybody = TestPostgres.running().application()) {
            return SampleSession.text(
                    anybody, "select training_by_ticket(?, ?, ?)", Digests.sha256(token), what, SampleSession.at(when));
        }
    }
}
