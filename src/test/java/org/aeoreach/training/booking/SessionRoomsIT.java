package org.aeoreach.training.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Supplier;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms of sessions, inside the server, within the transaction of the session. */
class SessionRoomsIT implements ServerTest {
    private static final long SESSION = 99_000_001;
    private static final Instant NINE = Instant.parse("2099-03-02T01:00:00Z");
    private static final Instant TEN = Instant.parse("2099-03-02T02:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2099-03-02T03:00:00Z");

    @Inject
    private SessionRooms rooms;

    @Inject
    private CurrentViewer current;

    @Inject
    private UnitScope scope;

    @Inject
    private UserTransaction transaction;

    private SampleRoom room;

    @BeforeEach
    void signIn() throws SQLException {
        room = SampleRoom.at("5300", true);
        Rows.Row officer = Rows.one("select id, unit_id, org_path from account where login = 'shenzhen.officer'");
        current.bind(new Viewer(
                officer.id("id"),
                "shenzhen.officer",
                "样例",
                null,
                Role.DISTRICT_OFFICER,
                1,
                officer.id("unit_id"),
                officer.text("org_path"),
                null,
                null,
                Viewer.Settings.STANDARD,
                null));
    }

    @AfterEach
    void signOut() throws SQLException {
        current.unbind();
        SampleRoom.forget();
    }

    private <T> T within(Supplier<T> work) throws Exception {
        transaction.begin();
        try {
            T made = scope.run("0000.5300.", work);
            transaction.commit();
            return made;
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
    }

    private long had() throws SQLException {
        return Rows.number(
                "select count(*) from training_booking where session_id = ? and status = 'APPROVED'", SESSION);
    }

    @Test
    void aSessionThatFailsHoldsNoRoom() throws Exception {
        transaction.begin();
        scope.run("0000.5300.", () -> rooms.book(SESSION, room.room(), NINE, TEN, "IT"));
        transaction.rollback();
        assertThat(had()).isZero();
    }

    @Test
    void aSessionIsMovedOverItsOwnTimeAndTheOldOneIsFree() throws Exception {
        assertThat(within(() -> rooms.book(SESSION, room.room(), NINE, ELEVEN, "IT")))
                .isEqualTo(BookingStatus.APPROVED);
        assertThat(within(() -> rooms.move(SESSION, room.room(), TEN, ELEVEN, "IT")))
                .isEqualTo(BookingStatus.APPROVED);
        assertThat(had()).isEqualTo(1);
        assertThat(within(() -> rooms.book(SESSION + 1, room.room(), NINE, TEN, "IT")))
                .isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void aSessionThatCannotBeMovedKeepsWhatItHad() throws Exception {
        within(() -> rooms.book(SESSION, room.room(), NINE, TEN, "IT"));
        within(() -> rooms.book(SESSION + 1, room.room(), TEN, ELEVEN, "IT"));
        assertThatThrownBy(() -> within(() -> rooms.move(SESSION, room.room(), TEN, ELEVEN, "IT")))
                .isInstanceOf(Problem.class)
                .hasMessage("venue.problem.room-taken");
        assertThat(within(() -> rooms.of(SESSION).orElseThrow().from())).isEqualTo(NINE);
    }

    @Test
    void aSessionGivesItsRoomBack() throws Exception {
        within(() -> rooms.book(SESSION, room.room(), NINE, TEN, "IT"));
        within(() -> {
            rooms.giveBack(SESSION);
            rooms.giveBack(SESSION);
            return 0;
        });
        assertThat(had()).isZero();
        assertThat(within(() -> rooms.of(SESSION))).isEmpty();
    }
}
