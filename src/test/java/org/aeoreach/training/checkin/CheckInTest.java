package org.aeoreach.training.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is in, whoever sends it, however often and in whatever order. */
@Tag("db")
class CheckInTest {

    private static final int DEVICES = 12;

    @Test
    void oneTicketAtManyDoorsLetsOneIn() throws Exception {
        try (SampleHall hall = SampleHall.of(null)) {
            String code = hall.code(hall.person("a", "REGISTERED"));
            List<String> outcomes =
                    together(Collections.nCopies(DEVICES, () -> hall.send(SampleHall.ticket(SampleHall.mark(), code))));
            assertThat(outcomes).hasSize(DEVICES);
            assertThat(outcomes).filteredOn("IN"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("ALREADY"::equals).hasSize(DEVICES - 1);
            assertThat(hall.present()).containsExactly("a");
        }
    }

    @Test
    void whatIsSentAgainIsAnsweredAsTheFirstTimeAndCountsOnce() throws Exception {
        try (SampleHall hall = SampleHall.of(null)) {
            String code = hall.code(hall.person("a", "REGISTERED"));
            String[] batch = {
                SampleHall.ticket(SampleHall.mark(), code),
                SampleHall.item(SampleHall.mark(), "\"name\":\"walker\",\"organisation\":\"x\""),
                SampleHall.ticket(SampleHall.mark(), "0".repeat(20))
            };
            List<String> outcomes = together(Collections.nCopies(DEVICES, () -> hall.send(batch)));
            assertThat(outcomes).filteredOn("IN"::equals).hasSize(2 * DEVICES);
            assertThat(outcomes).filteredOn("UNKNOWN"::equals).hasSize(DEVICES);
            assertThat(hall.present()).containsExactly("a", "walker");
        }
    }

    /** Would wait for each other in a circle if each took its people one by one. */
    @Test
    void batchesInOppositeOrderAllArrive() throws Exception {
        try (SampleHall hall = SampleHall.of(null)) {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                codes.add(hall.code(hall.person("p" + i, "REGISTERED")));
            }
            List<String> back = new ArrayList<>(codes);
            Collections.reverse(back);
            List<String> outcomes = together(IntStream.range(0, DEVICES)
                    .mapToObj(i -> (Callable<List<String>>) () -> hall.send((i % 2 == 0 ? codes : back)
                            .stream()
                                    .map(code -> SampleHall.ticket(SampleHall.mark(), code))
                                    .toArray(String[]::new)))
                    .toList());
            assertThat(outcomes).hasSize(30 * DEVICES);
            assertThat(outcomes).filteredOn("IN"::equals).hasSize(30);
            assertThat(hall.present()).hasSize(30);
        }
    }

    /** He did not find his ticket, or said nothing of it. */
    @Test
    void whoIsRegisteredAndTypedInAgainIsOnePerson() throws SQLException {
        try (SampleHall hall = SampleHall.of(2)) {
            long a = hall.person("a", "REGISTERED");
            String typed = "\"name\":\"A\",\"mail\":\" A@HALL.example \"";
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), typed))).containsExactly("IN");
            assertThat(hall.send(SampleHall.ticket(SampleHall.mark(), hall.code(a))))
                    .containsExactly("ALREADY");
            assertThat(Rows.number(
                            "select count(*) from training_attendance where registration_id = ? and way = 'NAME'", a))
                    .isEqualTo(1);
            hall.person("b", "REGISTERED");
            hall.person("c", "WAITING");
            String waits = "\"name\":\"c\",\"mail\":\"c@hall.example\"";
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), waits))).containsExactly("WAITING");
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), waits + ",\"reason\":\"late\"")))
                    .containsExactly("IN");
            hall.person("d", "CANCELLED");
            String gone = "\"name\":\"d\",\"mail\":\"d@hall.example\"";
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), gone), SampleHall.item(SampleHall.mark(), gone)))
                    .containsExactly("IN", "ALREADY");
            String none = "\"name\":\"e\"";
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), none), SampleHall.item(SampleHall.mark(), none)))
                    .containsExactly("IN", "IN");
            assertThat(hall.present()).containsExactly("a", "c", "d", "e", "e");
        }
    }

    @Test
    void aTicketOfAnotherSessionOrOfNoneLetsNobodyIn() throws SQLException {
        try (SampleHall hall = SampleHall.of(null);
                SampleHall other = SampleHall.of(null)) {
            String foreign = other.code(other.person("b", "REGISTERED"));
            assertThat(hall.send(
                            SampleHall.ticket(SampleHall.mark(), foreign), SampleHall.ticket(SampleHall.mark(), "X")))
                    .containsExactly("ELSEWHERE", "UNKNOWN");
            assertThat(hall.present()).isEmpty();
        }
    }

    @Test
    void anOfficerOfAnotherHouseFindsNoSession() throws SQLException {
        try (SampleHall hall = SampleHall.of(null)) {
            String item = SampleHall.ticket(SampleHall.mark(), hall.code(hall.person("a", "REGISTERED")));
            assertThat(hall.sendAs("0000.5300.5316.", item)).isEmpty();
            assertThat(hall.present()).isEmpty();
            assertThat(hall.sendAs("0000.5300.", item)).as("his district").containsExactly("IN");
        }
    }

    @Test
    void whoGaveUpMeanwhileIsToldAndTheOthersAreIn() throws SQLException {
        try (SampleHall hall = SampleHall.of(null)) {
            long gone = hall.person("gone", "CANCELLED");
            long here = hall.person("here", "REGISTERED");
            assertThat(hall.send(
                            SampleHall.item(SampleHall.mark(), "\"registration\":" + gone),
                            SampleHall.item(SampleHall.mark(), "\"registration\":" + here)))
                    .containsExactly("CANCELLED", "IN");
            assertThat(hall.present()).containsExactly("here");
            assertThat(hall.send(SampleHall.item(
                            SampleHall.mark(), "\"registration\":" + gone + ",\"reason\":\"came all the same\"")))
                    .containsExactly("IN");
        }
    }

    @Test
    void whoWaitsGetsAFreeSeatAndNoneBeyondUnlessAReasonIsGiven() throws SQLException {
        try (SampleHall hall = SampleHall.of(1)) {
            long first = hall.person("first", "WAITING");
            long second = hall.person("second", "WAITING");
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), "\"registration\":" + first)))
                    .containsExactly("IN");
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), "\"registration\":" + second)))
                    .containsExactly("WAITING");
            assertThat(hall.send(SampleHall.item(
                            SampleHall.mark(), "\"registration\":" + second + ",\"reason\":\"room is left\"")))
                    .containsExactly("IN");
            assertThat(hall.present()).containsExactly("first", "second");
            assertThat(Rows.number("select sum(taken) from training_seat_pool where session_id = ?", hall.id()))
                    .isEqualTo(1);
        }
    }

    /** A device without network sends later what happened earlier; its clock cannot set anything into the future. */
    @Test
    void theFirstArrivalCountsByTheClockOfTheDoor() throws SQLException {
        try (SampleHall hall = SampleHall.of(null)) {
            long person = hall.person("a", "REGISTERED");
            String who = "\"registration\":" + person + ",\"at\":";
            hall.send(SampleHall.item(SampleHall.mark(), who + "\"2099-01-01T00:00:00Z\""));
            assertThat(arrived(hall, "<= now()")).isTrue();
            String earlier = Rows.one("select to_char(now() at time zone 'UTC' - interval '9 minutes',"
                            + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as at")
                    .text("at");
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), who + "\"" + earlier + "\"")))
                    .containsExactly("ALREADY");
            assertThat(arrived(hall, "< now() - interval '8 minutes'")).isTrue();
        }
    }

    private static boolean arrived(SampleHall hall, String when) throws SQLException {
        return Rows.number(
                        "select count(*) from training_attendance where session_id = ? and arrived_at " + when,
                        hall.id())
                == 1;
    }

    @Test
    void whatWasTakenBackStaysSoThoughItArrivesOnceMore() throws SQLException {
        try (SampleHall hall = SampleHall.of(null)) {
            String item = SampleHall.item(SampleHall.mark(), "\"registration\":" + hall.person("a", "REGISTERED"));
            hall.send(item);
            long attendance = Rows.number("select id from training_attendance where session_id = ?", hall.id());
            try (var officer = TestPostgres.running().application();
                    var statement = officer.createStatement()) {
                statement.execute("select set_config('app.write_lo', '0000.5300.5304.', false),"
                        + " set_config('app.write_hi', '0000.5300.5304/', false)");
                statement.execute("select training_check_in_undone(" + attendance + ")");
            }
            assertThat(hall.present()).isEmpty();
            assertThat(hall.send(item)).containsExactly("UNDONE");
            assertThat(hall.present()).isEmpty();
        }
    }

    @Test
    void whoLeavesEarlyWasNotThereLongEnough() throws SQLException {
        try (SampleHall hall = SampleHall.of(null)) {
            Rows.change("update training_session set check_out = true, min_share = 50 where id = ?", hall.id());
            long person = hall.person("a", "REGISTERED");
            String who = "\"registration\":" + person;
            hall.send(SampleHall.item(SampleHall.mark(), who));
            assertThat(hall.send(SampleHall.item(SampleHall.mark(), who + ",\"leaving\":true")))
                    .containsExactly("OUT");
            assertThat(Rows.number(
                            "select count(*) from training_attendance where session_id = ? and not counts and minutes < 2",
                            hall.id()))
                    .isEqualTo(1);
            Rows.change("update training_session set min_share = 0 where id = ?", hall.id());
            hall.send(SampleHall.item(SampleHall.mark(), who + ",\"leaving\":true"));
            assertThat(Rows.number(
                            "select count(*) from training_attendance where session_id = ? and counts", hall.id()))
                    .isEqualTo(1);
        }
    }

    private static List<String> together(List<? extends Callable<List<String>>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            all.forEach(one -> running.add(threads.submit(one)));
            List<String> seen = new ArrayList<>();
            for (Future<List<String>> each : running) {
                seen.addAll(each.get());
            }
            return seen;
        } finally {
            threads.shutdownNow();
        }
    }
}
