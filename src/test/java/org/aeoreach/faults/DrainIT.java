package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeoreach.launcher.LocalPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asked to stop while it is busy, the program finishes what it has begun and leaves nothing behind. */
@EnabledOnOs(OS.LINUX)
class DrainIT {

    private static final List<String> HOUSES = List.of("5304", "5316", "5318", "5319");
    private static final long HELD_MILLIS = 2000;

    private enum Way {
        TERMINATE,
        INTERRUPT;

        void stop(Program program) {
            if (this == TERMINATE) {
                program.terminate();
            } else {
                program.interrupt();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(240)
    void finishesRequestsInFlight(Way way) throws Exception {
        Program program = Program.ready(Setup.fresh("drain-" + way));
        List<ProcessHandle> all = program.processes();
        assertThat(all).hasSize(3);
        Client client = program.client().signIn("system.admin");
        Ledger ledger = Ledger.open(client);
        List<Load.Outcome> outcomes;
        Instant asked;
        try (Load load = Load.of(4, () -> ledger.write(client))) {
            Wait.until("warm", Duration.ofSeconds(60), () -> ledger.acknowledged() > 20);
            asked = stopWithSlowRequestsInFlight(program, client, way);
            assertThat(program.awaitExit(Duration.ofSeconds(60)))
                    .as("exit code")
                    .isZero();
            Measure.note(
                    "%s to exit with slow requests in flight: %.1f s",
                    way, Duration.between(asked, Instant.now()).toMillis() / 1000.0);
            load.close();
            outcomes = load.all();
        }
        Wait.until("end of every process", Duration.ofSeconds(2), () -> all.stream()
                .noneMatch(ProcessHandle::isAlive));
        assertThat(Setup.free(program.setup().port())).as("port is free").isTrue();
        assertThat(outcomes)
                .as("a whole answer or none")
                .filteredOn(outcome -> !wholeAnswerOrNone(outcome))
                .isEmpty();
        assertThat(outcomes)
                .as("some were asked to come back")
                .filteredOn(outcome -> outcome.inOrder() && !outcome.succeeded())
                .isNotEmpty();
        assertThat(program.errors()).isEmpty();
        assertThat(program.output()).doesNotContain("listener could not be closed");
        verifyAfterwards(program.setup(), ledger);
    }

    private static Instant stopWithSlowRequestsInFlight(Program program, Client client, Way way) throws Exception {
        Store store = Store.of(program);
        List<Renaming> slow =
                HOUSES.stream().map(code -> Renaming.of(client, store, code)).toList();
        for (Renaming each : slow) {
            // Cold, they would take longer to begin than the database lets them wait.
            assertThat(each.next().status()).isEqualTo(200);
        }
        ExecutorService clients = Executors.newFixedThreadPool(slow.size());
        try (Connection holder = store.connect()) {
            holder.setAutoCommit(false);
            for (Renaming each : slow) {
                execute(holder, each.lock());
            }
            List<Future<Client.Answer>> inFlight = new ArrayList<>();
            slow.forEach(each -> inFlight.add(clients.submit(each::next)));
            Wait.until("slow requests", Duration.ofSeconds(3), () -> waiting(store) == slow.size());
            Instant asked = Instant.now();
            way.stop(program);
            Wait.millis(HELD_MILLIS);
            holder.rollback();
            for (Future<Client.Answer> each : inFlight) {
                Client.Answer answer = each.get();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            }
            return asked;
        } finally {
            clients.shutdown();
        }
    }

    private static long waiting(Store store) {
        return store.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and usename = 'aeo_app' and query ilike '%unit%'");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection may be refused, or closed before the first byte of an answer; never in the middle of one. */
    private static boolean wholeAnswerOrNone(Load.Outcome outcome) {
        if (outcome.answer() != null) {
            return outcome.inOrder();
        }
        @Nullable IOException fault = outcome.fault();
        return fault instanceof ConnectException
                || fault instanceof EOFException
                || String.valueOf(fault).matches(".*(received no bytes|Connection reset|closed|Broken pipe).*");
    }

    /** Started alone: what the program wrote must be there before it has had a chance to mend anything. */
    private static void verifyAfterwards(Setup setup, Ledger ledger) throws IOException {
        try (LocalPostgres database = LocalPostgres.start(setup.data(), Setup.freePort())) {
            Store store = new Store(database.url("aeo"), database.password());
            ledger.requirePresent(store);
            Invariants.requireAll(store);
        }
    }
}
