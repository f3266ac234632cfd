package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code kill -9} at any moment loses no acknowledged write, leaves nothing half done and needs no help to recover. */
@EnabledOnOs(OS.LINUX)
class KillIT {

    private static final int ROUNDS = 10;
    private static final int WRITERS = 8;
    private static final int SERVER_DIED = 31;
    private static final Duration READY_LIMIT = Duration.ofSeconds(90);

    private enum Victim {
        SERVER,
        LAUNCHER,
        POSTGRES,
        ALL;

        void kill(Program program) {
            switch (this) {
                case SERVER -> Signal.KILL.to(program.server());
                case LAUNCHER -> Signal.KILL.to(program.launcher());
                case POSTGRES -> Signal.KILL.to(program.postgres());
                case ALL -> program.processes().forEach(Signal.KILL::to);
            }
        }
    }

    @Test
    @Timeout(600)
    void losesNoAcknowledgedWriteInTenKills() throws IOException {
        long seed = System.nanoTime();
        Measure.note("kill: seed %d", seed);
        Random random = new Random(seed);
        Program program = Program.start(Setup.fresh("kill"));
        try {
            Measure.note("first start to ready: %.1f s", program.awaitReady().toMillis() / 1000.0);
            // The session is a row too: the one opened now must serve to the end.
            Client client = program.client().signIn("system.admin");
            Ledger ledger = Ledger.open(client);
            for (int round = 0; round < ROUNDS; round++) {
                Victim victim = Victim.values()[round % Victim.values().length];
                int before = ledger.acknowledged();
                Instant killed = killUnderLoad(program, victim, random, () -> ledger.write(client));
                int unknown = ledger.unacknowledged();
                program = recover(program, victim);
                Measure.note(
                        "round %d: killed %s after %d writes, %d of unknown outcome, ready again after %.1f s",
                        round + 1,
                        victim,
                        ledger.acknowledged() - before,
                        unknown,
                        Duration.between(killed, Instant.now()).toMillis() / 1000.0);
                assertThat(ledger.acknowledged()).as("the load wrote").isGreaterThan(before);
                verify(program, ledger, client);
            }
        } finally {
            program.close();
        }
    }

    private static Instant killUnderLoad(Program program, Victim victim, Random random, Load.Asking writing) {
        try (Load load = Load.of(WRITERS, writing)) {
            Wait.until("first write", Duration.ofSeconds(30), () -> load.all().stream()
                    .anyMatch(Load.Outcome::succeeded));
            Wait.millis(random.nextInt(2000));
            Instant now = Instant.now();
            victim.kill(program);
            // What is still alive may go on answering, and what it acknowledges counts.
            Wait.millis(300);
            return now;
        }
    }

    private static Program recover(Program program, Victim victim) {
        if (victim == Victim.POSTGRES) {
            // The launcher brings the database back, and the application finds it again by itself.
            Wait.until(
                    "recovery of the database",
                    READY_LIMIT,
                    () -> program.client().get("/health/ready").status() == 200);
            return program;
        }
        if (victim == Victim.SERVER) {
            assertThat(program.awaitExit(Duration.ofSeconds(60))).isEqualTo(SERVER_DIED);
            assertThat(program.processes()).isEmpty();
        }
        return Program.ready(program.setup());
    }

    private static void verify(Program program, Ledger ledger, Client client) throws IOException {
        Store store = Store.of(program);
        ledger.requirePresent(store);
        Invariants.requireAll(store);
        ledger.settle(client);
        assertThat(ledger.unacknowledged()).isZero();
        ledger.requirePresent(store);
        Invariants.requireAll(store);
    }
}
