package org.aeoreach.enterprise.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that meet each other, are cancelled or lose their database in the middle. */
@RunAsClient
class ImportFaultIT implements ServerTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Caller officer;
    private ImportCalls calls;

    @BeforeEach
    void signIn() {
        officer = Caller.signedIn("shekou.officer");
        calls = new ImportCalls(officer);
    }

    @Test
    void twoImportsOfTheSameCodesAtOnceAddEachOnce() throws Exception {
        String start = "5304" + "R" + "%03d".formatted(NUMBER.incrementAndGet());
        StringBuilder rows = new StringBuilder(ImportCalls.HEADER);
        for (int i = 0; i < 99; i++) {
            rows.append(start).append("%02d".formatted(i)).append(",并发,,,\n");
        }
        Caller sister = Caller.signedIn("shekou.coordinator");
        Reply one = ImportCalls.receive(officer, rows.toString());
        Reply two = ImportCalls.receive(sister, rows.toString());
        ImportCalls.start(officer, one);
        ImportCalls.start(sister, two);
        JsonObject first = ImportCalls.ended(officer, one.id()).body();
        JsonObject second = ImportCalls.ended(sister, two.id()).body();
        assertThat(first.getInt("created") + second.getInt("created")).isEqualTo(99);
        assertThat(first.getInt("unchanged") + second.getInt("unchanged")).isEqualTo(99);
        assertThat(ImportCalls.having(start + "%")).isEqualTo(99);
    }

    /** Held up by a code somebody else is just entering, so that it can be met in the middle. */
    @Test
    void killedInTheMiddleItLeavesNothingAndIsDoneOnceAllTheSame() throws Exception {
        String free = ImportCalls.code("5304");
        String held = ImportCalls.code("5304");
        Reply received = ImportCalls.receive(officer, ImportCalls.HEADER + free + ",甲,,,\n" + held + ",乙,,,\n");
        try (Connection other = TestPostgres.running().owner()) {
            other.setAutoCommit(false);
            enter(other, held);
            ImportCalls.start(officer, received);
            Rows.Row waiting = waiting();
            assertThat(ImportCalls.having(free))
                    .as("nothing is seen before the end")
                    .isZero();
            kill(waiting.id("pid"));
            Thread.sleep(500);
            assertThat(ImportCalls.having(free))
                    .as("nothing is left of what was killed")
                    .isZero();
            other.rollback();
        }
        Reply done = ImportCalls.ended(officer, received.id());
        assertThat(done.body().getString("status")).isEqualTo("DONE");
        assertThat(done.body().getInt("created")).isEqualTo(2);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'importing.run' and record_type = 'enterprise_import' and record_id = ?",
                        Long.toString(received.id())))
                .isEqualTo(1);
    }

    @Test
    void cancelledInTheMiddleItLeavesNothingAndCanBeStartedAgain() throws Exception {
        String free = ImportCalls.code("5304");
        String held = ImportCalls.code("5304");
        Reply received = ImportCalls.receive(officer, ImportCalls.HEADER + free + ",甲,,,\n" + held + ",乙,,,\n");
        try (Connection other = TestPostgres.running().owner()) {
            other.setAutoCommit(false);
            enter(other, held);
            ImportCalls.start(officer, received);
            waiting();
            officer.json("POST", "/api/v1/jobs/" + job(received.id()) + "/cancellation", "{}");
            // The node hears of it within a second.
            Thread.sleep(2500);
            other.rollback();
        }
        Reply stopped = ImportCalls.ended(officer, received.id());
        assertThat(stopped.body().getJsonObject("job").getString("status")).isEqualTo("CANCELLED");
        assertThat(ImportCalls.having(free) + ImportCalls.having(held)).isZero();
        Reply done =
                ImportCalls.ended(officer, ImportCalls.start(officer, stopped).id());
        assertThat(done.body().getInt("created")).isEqualTo(2);
    }

    /** As the job holds it from its beginning to its end; whoever waited would be refused after five seconds otherwise. */
    @Test
    void undoingTellsAtOnceThatSomebodyIsAtIt() throws Exception {
        String code = ImportCalls.code("5304");
        Reply done = calls.imported(ImportCalls.HEADER + code + ",甲,,,\n");
        try (Connection other = TestPostgres.running().owner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from enterprise_import where id = " + done.id() + " for update");
            Reply second = ImportCalls.send(officer, "POST", done.id(), "/undo", "{}", done.etag());
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body().getString("type")).endsWith("busy");
            other.rollback();
        }
        Reply undone = calls.undone(done);
        assertThat(undone.body().getString("status")).isEqualTo("UNDONE");
        assertThat(ImportCalls.send(officer, "POST", done.id(), "/undo", "{}", undone.etag())
                        .status())
                .isEqualTo(409);
        assertThat(ImportCalls.having(code)).isZero();
    }

    private static void enter(Connection other, String code) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute(
                    "insert into enterprise (name_zh, unit_id, org_path, customs_code) select '他', id, org_path," + " '"
                            + code + "' from unit where code = '5304'");
        }
    }

    /** The application may end sessions of its own role. */
    private static void kill(long session) throws SQLException {
        try (Connection application = TestPostgres.running().application();
                Statement statement = application.createStatement()) {
            statement.execute("select pg_terminate_backend(" + session + ")");
        }
    }

    private static long job(long importId) throws SQLException {
        return Rows.number("select job_id from enterprise_import where id = ?", importId);
    }

    /** The session that waits for the one that is entering. */
    private static Rows.Row waiting() throws Exception {
        for (int i = 0; i < 100; i++) {
            List<Rows.Row> found = Rows.all("select distinct pid from pg_locks where not granted");
            if (!found.isEmpty()) {
                return found.get(0);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the import did not begin");
    }
}
