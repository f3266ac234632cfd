package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The database goes away and comes back under load; the application goes on as if by itself. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class DatabaseRestartIT {

    private static final Duration TRUTHFUL_WITHIN = Duration.ofSeconds(5);
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(20);
    // lock_timeout and the wait for a connection are shorter; nothing may take longer.
    private static final Duration HANG = Duration.ofSeconds(12);
    private static final long STEADY_MILLIS = 1500;
    // Each hits other moments of a request: before it, inside, at its commit.
    private static final int KILLED_BACKENDS = 5;

    private static final String SLOW_COMMIT = "create function public.slow() returns trigger language plpgsql"
            + " as 'begin perform pg_sleep(4); return null; end';"
            + " create constraint trigger slow after insert on aeo.audit_entry deferrable initially deferred"
            + " for each row execute function public.slow()";

    private OwnDatabase database;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        database = OwnDatabase.start("restart-database");
        program = Program.ready(database.program("restart"));
    }

    @AfterEach
    void stop() throws IOException {
        program.close();
        database.close();
    }

    @Test
    void failsOnlyRequestsInFlightWhateverHappensToTheDatabase() throws IOException {
        Client client = program.client().signIn("system.admin");
        Ledger ledger = Ledger.open(client);
        try (Load load = Load.readingAndWriting(
                () -> client.get("/api/v1/substitutions?limit=5"), () -> ledger.write(client), 4)) {
            Wait.until("warm", Duration.ofSeconds(60), () -> load.all().size() > 100);
            requireSteady(load);
            survives("crash and restart", load, () -> database.server().crashAndRestart());
            for (int i = 0; i < KILLED_BACKENDS; i++) {
                survives("killed backend", load, this::killBackend);
            }
            survives("ten seconds without database", load, this::stopForTenSeconds);
        }
        losesConnectionsAtCommit(client, ledger);
        ledger.requirePresent(database.store());
        ledger.settle(client);
        Invariants.requireAll(database.store());
    }

    /** The moment at which nobody can know whether it was done: after the last statement, before the answer. */
    private void losesConnectionsAtCommit(Client client, Ledger ledger) throws IOException {
        Store store = database.store();
        store.execute(SLOW_COMMIT);
        CompletableFuture<Client.Answer> withKey = later(() -> ledger.write(client));
        CompletableFuture<Client.Answer> withoutKey = later(Renaming.of(client, store, "5304")::next);
        Wait.until("two commits", HEALED_WITHIN, () -> committing(store).size() == 2);
        committing(store).forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(Signal.KILL::to));
        assertThat(List.of(withKey.join(), withoutKey.join()))
                .filteredOn(answer -> !answer.asksToComeBack())
                .isEmpty();
        Wait.until("recovery", HEALED_WITHIN, () -> readiness() == 200);
        store.execute("drop function public.slow cascade");
    }

    private static List<String> committing(Store store) {
        return store.list("select pid from pg_stat_activity where usename = 'aeo_app' and wait_event = 'PgSleep'");
    }

    private static CompletableFuture<Client.Answer> later(Load.Asking asking) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return asking.ask();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void survives(String what, Load load, Runnable fault) {
        Instant begin = Instant.now();
        fault.run();
        Duration healing = Wait.until(what + ": ready again", HEALED_WITHIN, () -> readiness() == 200);
        List<Load.Outcome> during = load.since(begin.minusSeconds(2));
        requireSteady(load);
        List<Load.Outcome> failed =
                during.stream().filter(outcome -> !outcome.succeeded()).toList();
        Measure.note(
                "%s: %d requests asked to come back, ready %.1f s after the database",
                what, failed.size(), healing.toMillis() / 1000.0);
        assertThat(failed).as(what).filteredOn(outcome -> !outcome.inOrder()).isEmpty();
        assertThat(during)
                .as(what)
                .filteredOn(outcome -> outcome.took().compareTo(HANG) > 0)
                .isEmpty();
    }

    private static void requireSteady(Load load) {
        Instant begin = Instant.now();
        Wait.millis(STEADY_MILLIS);
        assertThat(load.since(begin)).isNotEmpty();
        assertThat(load.since(begin))
                .filteredOn(outcome -> !outcome.succeeded())
                .isEmpty();
    }

    private void killBackend() {
        long backend = database.store()
                .number(
                        "select pid from pg_stat_activity where usename = 'aeo_app' order by state_change desc limit 1");
        long before = checkpointer();
        ProcessHandle.of(backend).ifPresent(Signal.KILL::to);
        // The server ends all its processes and recovers before it lets anybody in again; until it has, it may answer.
        Wait.until("recovery", HEALED_WITHIN, () -> checkpointer() != before);
    }

    private long checkpointer() {
        return database.store().number("select pid from pg_stat_activity where backend_type = 'checkpointer'");
    }

    private void stopForTenSeconds() {
        Instant begin = Instant.now();
        database.server().stop();
        Measure.note(
                "readiness said so %.1f s after the database was gone",
                Wait.until("readiness 503", TRUTHFUL_WITHIN, () -> readiness() == 503)
                                .toMillis()
                        / 1000.0);
        assertThat(program.client().getOrFail("/health/live").status()).isEqualTo(200);
        Wait.millis(10_000 - Duration.between(begin, Instant.now()).toMillis());
        database.server().start();
    }

    private int readiness() throws IOException {
        return program.client().get("/health/ready").status();
    }
}
