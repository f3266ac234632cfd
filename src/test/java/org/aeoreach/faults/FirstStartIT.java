package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A first start that is killed in the middle is simply done again. */
@EnabledOnOs(OS.LINUX)
class FirstStartIT {

    private static final List<String> MOMENTS = List.of(
            "Unpacking PostgreSQL",
            "Creating the database cluster",
            "Migration 2 of",
            "Reference data",
            "Starting the application server");

    @Test
    @Timeout(240)
    void isDoneAgainAfterAKillAtAnyStep() {
        Setup setup = Setup.fresh("first");
        for (String moment : MOMENTS) {
            Program killed = Program.start(setup);
            killed.awaitLine(moment);
            killed.processes().forEach(Signal.KILL::to);
        }
        try (Program program = Program.ready(setup)) {
            Store store = Store.of(program);

            assertThat(store.number("select count(*) from aeo.schema_history where not success"))
                    .isZero();
            assertThat(store.number("select count(*) from aeo.unit where kind = 'DISTRICT'"))
                    .isEqualTo(42);
            assertThat(store.number("select count(*) from aeo.account")).isEqualTo(20);
            assertThat(program.client().getOrFail("/sign-in").status()).isEqualTo(200);
            Invariants.requireAll(store);
        }
    }
}
