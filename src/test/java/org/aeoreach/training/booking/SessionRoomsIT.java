package org.aeoreach.training.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.base.BaseKind;
import org.aeoreach.training.base.Bases;
import org.aeoreach.training.base.NewBase;
import org.aeoreach.training.base.NewRoom;
import org.aeoreach.training.base.TrainingRooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms of sessions, inside the server, within the transaction of the session. */
class SessionRoomsIT implements ServerTest {
    private static final String DISTRICT = "0000.5300.";
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

    @Inject
    private Bases bases;

    @Inject
    private TrainingRooms places;

    @Inject
    private Bound bound;

    // Nobody else's: what is made here stays.
    private final long mark = System.nanoTime();
    private long session;
    private long other;
    private long room;

    private record Officer(long id, long unit) {}

    @BeforeEach
    void signIn() throws Exception {
        Officer officer = within(() -> Rows.one(
                        bound.query("select id, unit_id from account where login = 'shenzhen.officer'"),
                        row -> new Officer(row.id(0), row.id(1)))
                .orElseThrow());
        current.bind(new Viewer(
                officer.id(),
                "shenzhen.officer",
                "样例",
                null,
                Role.DISTRICT_OFFICER,
                1,
                officer.unit(),
                DISTRICT,
                null,
                null,
                Viewer.Settings.STANDARD,
                null));
        long base = bases.add(
                new NewBase(BaseKind.VENUE, "IT-" + mark, null, null, null, null, Set.of(), null, null, null, false));
        room = places.add(base, new NewRoom("样例室", null, false, 10, null, Set.of(), true));
        session = within(this::planned);
        other = within(this::planned);
    }

    private long planned() {
        return Rows.one(
                        bound.query(
                                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at)"
                                        + " select id, org_path, 'CLASS', 'room', '2099-03-02 01:00+00', '2099-03-02 02:00+00'"
                                        + " from unit where code = '5300' returning id"),
                        row -> row.id(0))
                .orElseThrow();
    }

    private SessionRooms.Use use(long whose, Instant from, Instant until) {
        return new SessionRooms.Use(whose, DISTRICT, room, from, until, "IT");
    }

    @AfterEach
    void signOut() {
        current.unbind();
    }

    private <T> T within(Supplier<T> work) throws Exception {
        transaction.begin();
        try {
            T made = scope.run(DISTRICT, work);
            transaction.commit();
            return made;
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
    }

    private boolean had() throws Exception {
        return within(() -> rooms.of(session)).isPresent();
    }

    @Test
    void aSessionThatFailsHoldsNoRoom() throws Exception {
        transaction.begin();
        scope.run(DISTRICT, () -> rooms.book(use(session, NINE, TEN)));
        transaction.rollback();
        assertThat(had()).isFalse();
    }

    @Test
    void aSessionIsMovedOverItsOwnTimeAndTheOldOneIsFree() throws Exception {
        assertThat(within(() -> rooms.book(use(session, NINE, ELEVEN)))).isEqualTo(BookingStatus.APPROVED);
        assertThat(within(() -> rooms.move(use(session, TEN, ELEVEN)))).isEqualTo(BookingStatus.APPROVED);
        assertThat(had()).isTrue();
        assertThat(within(() -> rooms.book(use(other, NINE, TEN)))).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void aSessionThatCannotBeMovedKeepsWhatItHad() throws Exception {
        within(() -> rooms.book(use(session, NINE, TEN)));
        within(() -> rooms.book(use(other, TEN, ELEVEN)));
        assertThatThrownBy(() -> within(() -> rooms.move(use(session, TEN, ELEVEN))))
                .isInstanceOf(Problem.class)
                .hasMessage("venue.problem.room-taken");
        assertThat(within(() -> rooms.of(session).orElseThrow().from())).isEqualTo(NINE);
    }

    @Test
    void aSessionGivesItsRoomBack() throws Exception {
        within(() -> rooms.book(use(session, NINE, TEN)));
        within(() -> {
            rooms.giveBack(session);
            rooms.giveBack(session);
            return 0;
        });
        assertThat(had()).isFalse();
    }
}
