package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many come at once for few seats. */
@Tag("db")
class RushTest {

    private static final int PEOPLE = 5000;
    private static final int SEATS = 300;
    private static final int CONNECTIONS = 40;

    @Test
    void exactlyAsManyAsThereAreSeatsAreInAndAllOthersWaitInTheirOrder() throws Exception {
        try (SampleSession session = SampleSession.of(SEATS, "")) {
            AtomicInteger next = new AtomicInteger();
            List<String> outcomes = together(() -> came(session, next));
            assertThat(outcomes).hasSize(PEOPLE);
            assertThat(outcomes).filteredOn("REGISTERED"::equals).hasSize(SEATS);
            assertThat(outcomes).filteredOn("WAITING"::equals).hasSize(PEOPLE - SEATS);
            List<String> states = session.states();
            assertThat(states).hasSize(PEOPLE);
            assertThat(states.subList(0, SEATS)).allMatch(state -> state.endsWith(" REGISTERED"));
            assertThat(states.subList(SEATS, PEOPLE)).allMatch(state -> state.endsWith(" WAITING"));
            assertThat(session.adds()).isTrue();
            assertThat(Rows.number(
                            "select count(distinct lower(mail)) from training_registration where session_id = ?",
                            session.id()))
                    .isEqualTo(PEOPLE);
        }
    }

    /** The same address from all sides. */
    @Test
    void nobodyIsInTwiceHoweverOftenHeComesAtOnce() throws Exception {
        try (SampleSession session = SampleSession.of(SEATS, "")) {
            List<String> outcomes = together(() -> {
                try (Connection officer = SampleSession.officer()) {
                    return List.of(session.register(officer, "same", null), session.register(officer, "SAME", null));
                }
            });
            assertThat(outcomes).hasSize(2 * CONNECTIONS);
            assertThat(outcomes).filteredOn("REGISTERED"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("ALREADY"::equals).hasSize(2 * CONNECTIONS - 1);
            assertThat(session.states()).hasSize(1);
        }
    }

    @Test
    void twoWhoGiveUpAtOnceFreeTwoSeatsAndOneWhoGivesUpTwiceOne() throws Exception {
        try (SampleSession session = SampleSession.of(2, "")) {
            for (String name : List.of("a", "b", "c", "d", "e")) {
                session.register(name, null);
            }
            AtomicInteger turn = new AtomicInteger();
            together(() ->
                    List.of(session.act(turn.getAndIncrement() % 2 == 0 ? "a" : "b", "CANCEL", SampleSession.NOW)));
            assertThat(session.states())
                    .containsExactly("a CANCELLED", "b CANCELLED", "c REGISTERED", "d REGISTERED", "e WAITING");
            assertThat(session.adds()).isTrue();
        }
    }

    @Test
    void comingAndGoingAtOnceLeaveNoSeatEmptyAndNoneHeldTwice() throws Exception {
        try (SampleSession session = SampleSession.of(20, "")) {
            AtomicInteger next = new AtomicInteger();
            together(() -> {
                try (Connection officer = SampleSession.officer()) {
                    for (int i = 0; i < 10; i++) {
                        String name = "p" + next.getAndIncrement();
                        session.register(officer, name, null);
                        if (i % 2 == 0) {
                            session.act(name, "CANCEL", SampleSession.NOW);
                        }
                    }
                }
                return List.of();
            });
            assertThat(session.adds()).isTrue();
            List<String> in = session.states().stream()
                    .filter(state -> !state.endsWith("CANCELLED"))
                    .toList();
            assertThat(in).hasSize(CONNECTIONS * 5);
            assertThat(in.subList(0, 20)).allMatch(state -> state.endsWith(" REGISTERED"));
            assertThat(in.subList(20, in.size())).allMatch(state -> state.endsWith(" WAITING"));
        }
    }

    private static List<String> came(SampleSession session, AtomicInteger next) throws SQLException {
        List<String> outcomes = new ArrayList<>();
        try (Connection officer = SampleSession.officer()) {
            for (int i = next.getAndIncrement(); i < PEOPLE; i = next.getAndIncrement()) {
                outcomes.add(session.register(officer, "p" + i, null));
            }
        }
        return outcomes;
    }

    /** Each does the same at the same time; what all of them saw. */
    private static List<String> together(Callable<List<String>> one) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(one));
            }
            List<String> seen = new ArrayList<>();
            for (Future<List<String>> each : all) {
                seen.addAll(each.get());
            }
            return seen;
        } finally {
            threads.shutdownNow();
        }
    }
}
