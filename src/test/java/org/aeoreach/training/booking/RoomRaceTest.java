package org.aeoreach.training.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One has a room at a time, whatever the program does. */
@Tag("db")
class RoomRaceTest {

    private static final int RIVALS = 50;
    private static final String SPAN = "tstzrange('2099-03-02 01:00+00', '2099-03-02 04:00+00')";

    private SampleRoom room;

    @BeforeEach
    void make() throws SQLException {
        room = SampleRoom.at("5300", false);
    }

    @AfterEach
    void forget() throws SQLException {
        SampleRoom.forget();
    }

    private String taking(String span) {
        return "insert into training_booking (room_id, unit_id, org_path, sole, by_unit, by_path, during, kind, status,"
                + " title, asked_by) select r.id, r.unit_id, r.org_path, r.sole, r.unit_id, r.org_path, " + span
                + ", 'OTHER', 'APPROVED', 'IT', (select min(a.id) from account a) from training_room r where r.id = "
                + room.room();
    }

    /** @param asking whether to ask first, as the program does @return the state of the refusal; empty: had */
    private String tried(boolean asking, String span) throws SQLException {
        try (Connection connection = TestPostgres.running().application()) {
            connection.setAutoCommit(false);
            enter(connection);
            if (asking && !free(connection, span)) {
                connection.rollback();
                return "taken";
            }
            try (PreparedStatement insert = connection.prepareStatement(taking(span))) {
                insert.executeUpdate();
            }
            connection.commit();
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        }
    }

    private static void enter(Connection connection) throws SQLException {
        try (PreparedStatement scope = connection.prepareStatement("select set_config('app.lo', '0000.5300.', true),"
                + " set_config('app.hi', '0000.5300/', true), set_config('app.write_lo', '0000.5300.', true),"
                + " set_config('app.write_hi', '0000.5300/', true), set_config('app.account', ?, true)")) {
            scope.setString(1, Long.toString(Rows.number("select min(id) from account")));
            scope.executeQuery().close();
        }
    }

    private boolean free(Connection connection, String span) throws SQLException {
        try (PreparedStatement asked =
                        connection.prepareStatement("select training_room_free(" + room.room() + ", " + span + ", 0)");
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private List<String> race(boolean asking) throws Exception {
        ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < RIVALS; i++) {
                all.add(() -> tried(asking, SPAN));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> each : rivals.invokeAll(all)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            rivals.shutdownNow();
        }
    }

    @Test
    void ofFiftyWhoAskFirstOneGetsItAndTheOthersAreTold() throws Exception {
        List<String> answers = race(true);
        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        assertThat(answers).filteredOn("taken"::equals).hasSize(RIVALS - 1);
        assertThat(room.approved()).isEqualTo(1);
    }

    @Test
    void ofFiftyWhoJustTakeItOneGetsIt() throws Exception {
        List<String> answers = race(false);
        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        // Refused by the constraint, or one of two that waited for each other.
        assertThat(answers).filteredOn(answer -> !answer.isEmpty()).allMatch(List.of("23P01", "40P01")::contains);
        assertThat(room.approved()).isEqualTo(1);
    }

    @Test
    void oneMinuteOfOverlapIsTooMuchAndNoneIsNone() throws SQLException {
        assertThat(tried(false, SPAN)).isEmpty();
        assertThat(tried(false, "tstzrange('2099-03-02 03:59+00', '2099-03-02 05:00+00')"))
                .isEqualTo("23P01");
        assertThat(tried(false, "tstzrange('2099-03-02 00:00+00', '2099-03-02 01:01+00')"))
                .isEqualTo("23P01");
        assertThat(tried(false, "tstzrange('2099-03-02 04:00+00', '2099-03-02 05:00+00')"))
                .isEmpty();
        assertThat(tried(false, "tstzrange('2099-03-02 00:00+00', '2099-03-02 01:00+00')"))
                .isEmpty();
    }

    @Test
    void whoIsOfAnotherUnitCannotApproveHisOwnRequest() throws SQLException {
        room = SampleRoom.at("2200", true);
        assertThat(tried(false, SPAN)).isEqualTo("42501");
    }

    @Test
    void aRoomThatGetsALimitTakesItsBookingsAlong() throws SQLException {
        room = SampleRoom.online("5300");
        assertThat(tried(true, SPAN)).isEmpty();
        Rows.change("update training_room set capacity = 5 where id = ?", room.room());
        assertThat(tried(false, SPAN)).isEqualTo("23P01");
    }

    @Test
    void anOnlineRoomWithoutLimitTakesEverybody() throws SQLException {
        room = SampleRoom.online("5300");
        assertThat(tried(true, SPAN)).isEmpty();
        assertThat(tried(true, SPAN)).isEmpty();
        assertThat(room.approved()).isEqualTo(2);
    }

    @Test
    void aMovedUnitTakesItsRoomsAndBookingsAlong() throws SQLException {
        long house = Units.newHouse("5300");
        room = SampleRoom.at(Units.code(house), false);
        room.booking("shenzhen.officer", "APPROVED", "09:00-10:00");
        Rows.change(
                "update unit set org_path = replace(org_path, '0000.5300.', '0000.2200.'), parent_id ="
                        + " (select id from unit where code = '2200') where id = ?",
                house);
        assertThat(Rows.number(
                        "select count(*) from training_booking b join training_room r on r.id = b.room_id join"
                                + " training_base s on s.id = r.base_id where s.id = ? and b.org_path = r.org_path and r.org_path ="
                                + " s.org_path and s.org_path like '0000.2200.%'",
                        room.base()))
                .isEqualTo(1);
    }
}
