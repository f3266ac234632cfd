package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Several people change one thing at once, or one thing holds everybody up. */
@EnabledOnOs(OS.LINUX)
@Timeout(240)
class RaceIT {

    private static final int INCREMENTS = 100;
    private static final int WRITERS = 20;
    // More than the pool has connections.
    private static final int BLOCKED = 40;

    private final Program program = SharedProgram.running();
    private final Store store = Store.of(program);

    @Test
    void losesNoUpdateOfOneRecord() throws IOException {
        Renaming renaming = Renaming.of(program.client().signIn("system.admin"), store, "5318");
        AtomicInteger made = new AtomicInteger();

        try (Load load = Load.of(WRITERS, () -> {
            Client.Answer answer = renaming.next();
            assertThat(answer.status()).as(answer.toString()).isIn(200, 409, 412);
            if (answer.succeeded()) {
                made.incrementAndGet();
            }
            return answer;
        })) {
            Wait.until("renamings", Duration.ofSeconds(120), () -> made.get() >= INCREMENTS);
            assertThat(load.all()).anyMatch(outcome -> !outcome.succeeded());
        }

        assertThat(renaming.count()).isEqualTo(made.get());
        Invariants.requireAll(store);
    }

    @Test
    void answersInTimeWhenARecordIsHeldAndGoesOnElsewhere() throws Exception {
        Client client = program.client().signIn("system.admin");
        Renaming renaming = Renaming.of(client, store, "5319");
        ExecutorService clients = Executors.newFixedThreadPool(BLOCKED);
        try (Connection holder = store.connect()) {
            holder.setAutoCommit(false);
            execute(holder, renaming.lock());
            List<Future<Client.Answer>> held = new ArrayList<>();
            for (int i = 0; i < BLOCKED; i++) {
                held.add(clients.submit(renaming::next));
            }
            Wait.millis(500);
            Client.Answer meanwhile = client.get("/api/v1/substitutions?limit=1");
            assertThat(meanwhile.succeeded() || meanwhile.asksToComeBack())
                    .as(meanwhile.toString())
                    .isTrue();
            for (Future<Client.Answer> each : held) {
                Client.Answer answer = each.get();
                assertThat(answer.asksToComeBack() || answer.status() == 412)
                        .as(answer.toString())
                        .isTrue();
            }
            holder.rollback();
        } finally {
            clients.shutdownNow();
        }
        assertThat(renaming.next().status()).isEqualTo(200);
        Invariants.requireAll(store);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
