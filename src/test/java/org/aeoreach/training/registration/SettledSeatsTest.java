package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Seats given anew when their rules change: as they would have been given, and without a write for each of thousands. */
@Tag("db")
class SettledSeatsTest {

    private static final String HOUSE = "5304";
    private static final String SISTER = "5316";
    private static final String DISTRICT = "5300";

    /** Whether seats are kept before people come or after, each sits where he would have been put when he came. */
    @Test
    void seatsKeptLaterAreTakenInTheOrderPeopleCame() throws SQLException {
        try (SampleSession before = SampleSession.of(12, "");
                SampleSession after = SampleSession.of(12, "")) {
            keep(before);
            come(before);
            come(after);
            keep(after);
            assertThat(after.states())
                    .isEqualTo(before.states())
                    .contains("p0 REGISTERED 5304", "p1 REGISTERED 5300", "p4 REGISTERED 5304", "p8 REGISTERED");
            assertThat(after.adds()).isTrue();
            after.quota(HOUSE, 0);
            after.quota(DISTRICT, 0);
            assertThat(after.settle()).isZero();
            assertThat(after.states()).noneMatch(state -> state.contains("53"));
            assertThat(after.adds()).isTrue();
            after.set("capacity = 9");
            assertThat(after.settle()).as("ten are in").isEqualTo(-2);
            after.set("capacity = 12");
            after.quota(HOUSE, 12);
            assertThat(after.settle()).as("some are of no house").isEqualTo(-2);
            after.quota(HOUSE, 13);
            assertThat(after.settle()).isEqualTo(-1);
        }
    }

    private static void keep(SampleSession session) throws SQLException {
        session.quota(HOUSE, 2);
        session.quota(DISTRICT, 2);
        session.settle();
    }

    private static void come(SampleSession session) throws SQLException {
        for (int i = 0; i < 10; i++) {
            Long enterprise = i % 4 == 0
                    ? Long.valueOf(SampleSession.enterprise(HOUSE, 0))
                    : i % 4 == 1 ? Long.valueOf(SampleSession.enterprise(SISTER, 0)) : null;
            session.register("p" + i, enterprise);
        }
    }

    @Test
    void aRowOfSeatsIsWrittenOnceHoweverManyHoldOne() throws SQLException {
        try (SampleSession session = SampleSession.of(40, "")) {
            for (int i = 0; i < 30; i++) {
                session.register("p" + i, i % 2 == 0 ? SampleSession.enterprise(HOUSE, 0) : null);
            }
            assertThat(written(session)).isLessThanOrEqualTo(1);
            session.quota(HOUSE, 20);
            assertThat(written(session)).isLessThanOrEqualTo(2);
            assertThat(session.adds()).isTrue();
        }
    }

    private static long written(SampleSession session) throws SQLException {
        String count = "select n_tup_upd from pg_stat_xact_user_tables where relname = 'training_seat_pool'";
        try (Connection officer = SampleSession.officer()) {
            officer.setAutoCommit(false);
            long before = SampleSession.number(officer, count);
            SampleSession.number(
                    officer, "select training_resettle(?, ?)", session.id(), SampleSession.at(SampleSession.NOW));
            long after = SampleSession.number(officer, count);
            officer.commit();
            return after - before;
        }
    }

    @Test
    void seatsOfOneSessionAreFoundByAnIndex() throws SQLException {
        try (Connection officer = SampleSession.officer();
                Statement statement = officer.createStatement()) {
            statement.execute("set enable_seqscan = off");
            assertThat(SampleSession.text(
                            officer, "explain (format json) select from training_seat_pool where session_id = 1"))
                    .contains("training_seat_pool_session");
        }
    }
}
