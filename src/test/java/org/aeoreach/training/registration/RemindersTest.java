package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is reminded, when, and how often. The sample begins on 1 June 2027 at 9 in the morning of Shanghai. */
@Tag("db")
class RemindersTest {

    private static final Instant STARTS = Instant.parse("2027-06-01T01:00:00Z");

    @Test
    void whoIsInIsRemindedOnceEachTime() throws SQLException {
        try (SampleSession session = SampleSession.of(1, "reminders = '{7,1}'")) {
            session.register("in", null);
            session.register("waits", null);
            assertThat(due(session, before(8))).isEmpty();
            assertThat(due(session, before(7))).containsExactly("in 7");
            assertThat(due(session, before(6))).isEmpty();
            assertThat(due(session, before(1))).containsExactly("in 1");
            assertThat(due(session, STARTS.minusSeconds(60))).isEmpty();
        }
    }

    @Test
    void whatWasTakenByWhoDiedIsTakenAgain() throws SQLException {
        try (SampleSession session = SampleSession.of(5, "");
                Connection dies = TestPostgres.running().application()) {
            session.register("in", null);
            dies.setAutoCommit(false);
            assertThat(due(dies, session, before(3))).containsExactly("in 3");
            assertThat(due(session, before(3)))
                    .as("while another has it in hand")
                    .isEmpty();
            dies.rollback();
            assertThat(due(session, before(3))).containsExactly("in 3");
            assertThat(due(session, before(3))).isEmpty();
        }
    }

    @Test
    void afterAStandstillThereIsOneReminderTheNewest() throws SQLException {
        try (SampleSession session = SampleSession.of(5, "reminders = '{7,3,1}'")) {
            session.register("in", null);
            assertThat(due(session, STARTS.minus(Duration.ofHours(5)))).containsExactly("in 1");
            assertThat(due(session, STARTS.minus(Duration.ofHours(4)))).isEmpty();
        }
    }

    @Test
    void aMovedSessionRemindsAnew() throws SQLException {
        try (SampleSession session = SampleSession.of(5, "")) {
            session.register("in", null);
            assertThat(due(session, before(3))).containsExactly("in 3");
            session.set("starts_at = starts_at + interval '10 days', ends_at = ends_at + interval '10 days',"
                    + " sequence = sequence + 1");
            session.set("moved_at = '2027-05-30 00:00+00'");
            assertThat(due(session, before(1))).isEmpty();
            assertThat(due(session, STARTS.plus(Duration.ofDays(7)))).containsExactly("in 3");
            assertThat(due(session, STARTS.plus(Duration.ofDays(9)))).containsExactly("in 1");
        }
    }

    @Test
    void whoHasJustBeenToldIsNotRemindedOfTheSame() throws SQLException {
        try (SampleSession session = SampleSession.of(5, "")) {
            session.register("late", null);
            Rows.change(
                    "update training_registration set changed_at = ? where session_id = ?",
                    SampleSession.at(STARTS.minus(Duration.ofDays(2))),
                    session.id());
            assertThat(due(session, STARTS.minus(Duration.ofDays(2)))).isEmpty();
            assertThat(due(session, before(1))).containsExactly("late 1");
        }
    }

    @Test
    void nobodyIsRemindedOfWhatIsOffOrHasNoReminders() throws SQLException {
        try (SampleSession session = SampleSession.of(5, "reminders = '{}'")) {
            session.register("in", null);
            assertThat(due(session, before(1))).isEmpty();
            session.set("reminders = '{1}', status = 'CANCELLED'");
            assertThat(due(session, before(1))).isEmpty();
        }
    }

    private static Instant before(int days) {
        return STARTS.minus(Duration.ofDays(days));
    }

    private static List<String> due(SampleSession session, Instant at) throws SQLException {
        try (Connection application = TestPostgres.running().application()) {
            return due(application, session, at);
        }
    }

    private static List<String> due(Connection connection, SampleSession session, Instant at) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select name || ' ' || days from training_reminders(?, 100) where session_id = ?")) {
            statement.setObject(1, SampleSession.at(at));
            statement.setLong(2, session.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
