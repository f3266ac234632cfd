package org.aeoreach.training.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What devices tell late, in whatever order, and what is none of it. */
@Tag("db")
class LateCheckInTest {

    private static final String LEAVING = ",\"leaving\":true";

    private final SampleHall hall = hall();

    private static SampleHall hall() {
        try {
            return SampleHall.of(null).during("-100 minutes", "0 minutes");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void forget() throws SQLException {
        hall.close();
    }

    private String at(int minutesBeforeItsEnd) throws SQLException {
        return ",\"at\":\""
                + Rows.one(
                                "select to_char(ends_at at time zone 'UTC' - make_interval(mins => ?),"
                                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as at from training_session where id = ?",
                                minutesBeforeItsEnd,
                                hall.id())
                        .text("at")
                + "\"";
    }

    private String who(long registration, int minutesBeforeItsEnd) throws SQLException {
        return SampleHall.item(SampleHall.mark(), "\"registration\":" + registration + at(minutesBeforeItsEnd));
    }

    private String leaves(long registration, int minutesBeforeItsEnd) throws SQLException {
        return SampleHall.item(
                SampleHall.mark(), "\"registration\":" + registration + LEAVING + at(minutesBeforeItsEnd));
    }

    private String stayed() throws SQLException {
        return Rows.one(
                        "select minutes || ' ' || counts as it from training_attendance where session_id = ?",
                        hall.id())
                .text("it");
    }

    @Test
    void anEarlierArrivalToldAfterTheLeavingMakesTheStayLonger() throws SQLException {
        long id = hall.person("a", "REGISTERED");
        assertThat(hall.send(who(id, 40), leaves(id, 10))).containsExactly("IN", "OUT");
        assertThat(stayed()).isEqualTo("30 false");
        assertThat(hall.send(who(id, 90))).containsExactly("ALREADY");
        assertThat(stayed()).isEqualTo("80 true");
    }

    @Test
    void aLeavingToldBeforeTheArrivalIsNotLost() throws SQLException {
        long id = hall.person("a", "REGISTERED");
        assertThat(hall.send(leaves(id, 10))).containsExactly("OUT");
        assertThat(stayed()).isEqualTo("0 false");
        assertThat(hall.send(who(id, 95))).containsExactly("ALREADY");
        assertThat(stayed()).isEqualTo("85 true");
    }

    @Test
    void whoHoldsNoSeatAndNeverCameCannotLeave() throws SQLException {
        assertThat(hall.send(leaves(hall.person("a", "CANCELLED"), 10))).containsExactly("NOT_IN");
        assertThat(hall.present()).isEmpty();
    }

    @Test
    void theLastLeavingCountsWhicheverIsToldLast() throws SQLException {
        long id = hall.person("a", "REGISTERED");
        hall.send(who(id, 95), leaves(id, 10), leaves(id, 60));
        assertThat(stayed()).isEqualTo("85 true");
    }

    @Test
    void whatCameTooLateCountsWhenAttendanceIsOpenAgain() throws SQLException {
        String item = who(hall.person("a", "REGISTERED"), 50);
        Rows.change("update training_session set status = 'HELD' where id = ?", hall.id());
        assertThat(hall.send(item)).containsExactly("CLOSED");
        assertThat(hall.send(item)).containsExactly("CLOSED");
        Rows.change("update training_session set status = 'PUBLISHED' where id = ?", hall.id());
        assertThat(hall.send(item)).containsExactly("IN");
        assertThat(hall.send(item)).as("sent again").containsExactly("IN");
        assertThat(hall.present()).containsExactly("a");
    }

    @Test
    void whatIsNoneIsToldAndTheOthersAreIn() throws SQLException {
        long id = hall.person("a", "REGISTERED");
        String nobody = "\"attendance\":999999999,\"reason\":\"x\"";
        assertThat(hall.send(
                        SampleHall.item(SampleHall.mark(), nobody),
                        SampleHall.item(SampleHall.mark(), nobody + LEAVING),
                        SampleHall.item(SampleHall.mark(), "\"name\":\"n\",\"at\":\"" + Instant.MAX + "\""),
                        who(id, 1)))
                .containsExactly("UNKNOWN", "NOT_IN", "UNKNOWN", "IN");
        assertThat(hall.present()).containsExactly("a");
    }

    /** The clock that takes offers away waits for the door, and sees what it did. */
    @Test
    void whoIsLetInWithAnOfferKeepsItThoughItsTimeIsUp() throws Exception {
        long id = hall.person("a", "REGISTERED");
        Rows.change(
                "update training_registration set status = 'OFFERED', offered_until = now() - interval '1 minute'"
                        + " where id = ?",
                id);
        ExecutorService clock = Executors.newSingleThreadExecutor();
        try (Connection door = TestPostgres.running().application();
                Statement statement = door.createStatement()) {
            door.setAutoCommit(false);
            statement.execute("select set_config('app.write_lo', '0000.5300.5304.', false),"
                    + " set_config('app.write_hi', '0000.5300.5304/', false)");
            statement.execute("select * from training_check_ins(" + hall.id() + ", '["
                    + SampleHall.item(SampleHall.mark(), "\"registration\":" + id) + "]', now())");
            Future<Boolean> passed = clock.submit(LateCheckInTest::timePasses);
            while (Rows.number("select count(*) from pg_locks where not granted") == 0 && !passed.isDone()) {
                Thread.onSpinWait();
            }
            door.commit();
            passed.get();
        } finally {
            clock.shutdownNow();
        }
        assertThat(Rows.one("select status from training_registration where id = ?", id)
                        .text("status"))
                .isEqualTo("REGISTERED");
        assertThat(hall.present()).isEqualTo(List.of("a"));
    }

    private static boolean timePasses() throws SQLException {
        try (Connection connection = TestPostgres.running().application();
                Statement statement = connection.createStatement()) {
            return statement.execute("select training_time_passed(now())");
        }
    }
}
