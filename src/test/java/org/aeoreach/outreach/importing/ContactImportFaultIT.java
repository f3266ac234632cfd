package org.aeoreach.outreach.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports of contacts that are cancelled or lose their database in the middle. */
@RunAsClient
class ContactImportFaultIT implements ServerTest {

    private ContactCalls calls;
    private SampleEnterprise first;
    private SampleEnterprise held;

    @BeforeEach
    void begin() throws SQLException {
        Rows.change("delete from rate_counter");
        calls = new ContactCalls(Caller.signedIn("shekou.officer"));
        first = SampleEnterprise.at("5304");
        held = SampleEnterprise.at("5304");
    }

    private Reply received() {
        return calls.receive("日期,企业代码,方式\n2026-02-05," + first.code() + ",走访\n2026-02-01," + held.code() + ",走访\n");
    }

    private long left() throws SQLException {
        return Rows.number(
                "select count(*) from touchpoint_party where enterprise_id in (?, ?)", first.id(), held.id());
    }

    @Test
    void killedInTheMiddleItLeavesNothingAndIsDoneOnceAllTheSame() throws Exception {
        Reply received = received();
        try (Connection other = holdingSubjects()) {
            calls.start(received);
            long session = waiting();
            assertThat(left()).as("nothing is seen before the end").isZero();
            kill(session);
            Thread.sleep(500);
            assertThat(left()).as("nothing is left of what was killed").isZero();
            other.rollback();
        }
        Reply done = calls.ended(received.id());
        assertThat(done.body().getString("status")).isEqualTo("DONE");
        assertThat(done.body().getInt("created")).isEqualTo(2);
        assertThat(left()).isEqualTo(2);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'importing.run'"
                                + " and record_type = 'contact_import' and record_id = ?",
                        Long.toString(received.id())))
                .isEqualTo(1);
    }

    @Test
    void cancelledInTheMiddleItLeavesNothingAndCanBeStartedAgain() throws Exception {
        Reply received = received();
        try (Connection other = holdingSubjects()) {
            calls.start(received);
            waiting();
            calls.officer().json("POST", "/api/v1/jobs/" + job(received.id()) + "/cancellation", "{}");
            // The node hears of it within a second.
            Thread.sleep(2500);
            other.rollback();
        }
        Reply stopped = calls.ended(received.id());
        assertThat(stopped.body().getJsonObject("job").getString("status")).isEqualTo("CANCELLED");
        assertThat(left()).isZero();
        assertThat(calls.done(stopped).body().getInt("created")).isEqualTo(2);
    }

    @Test
    void undoingThatIsKilledLeavesTheImportAsItWasAndIsDoneOnceAllTheSame() throws Exception {
        Reply done = calls.done(received());
        try (Connection other = holding(held)) {
            calls.send("POST", done.id(), "/undo", "{}", done.etag());
            long session = waiting();
            kill(session);
            Thread.sleep(500);
            assertThat(Rows.number(
                            "select count(*) from touchpoint_party where enterprise_id in (?, ?) and withdrawn_at is null",
                            first.id(),
                            held.id()))
                    .isEqualTo(2);
            other.rollback();
        }
        Reply back = calls.ended(done.id());
        assertThat(back.body().getString("status")).isEqualTo("UNDONE");
        assertThat(back.body().getInt("removed")).isEqualTo(2);
    }

    /** So that an import is met when its contacts and their parties are written, and what they are about is not yet. */
    private static Connection holdingSubjects() throws SQLException {
        Connection other = TestPostgres.running().owner();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("lock table touchpoint_subject in exclusive mode");
        }
        return other;
    }

    /** Somebody who is just changing the enterprise. */
    private static Connection holding(SampleEnterprise enterprise) throws SQLException {
        Connection other = TestPostgres.running().owner();
        other.setAutoCommit(false);
        try (PreparedStatement statement =
                other.prepareStatement("select id from enterprise where id = ? for update")) {
            statement.setLong(1, enterprise.id());
            statement.executeQuery().close();
        }
        return other;
    }

    /** The application may end sessions of its own role. */
    private static void kill(long session) throws SQLException {
        try (Connection application = TestPostgres.running().application();
                Statement statement = application.createStatement()) {
            statement.execute("select pg_terminate_backend(" + session + ")");
        }
    }

    private static long job(long importId) throws SQLException {
        return Rows.number("select job_id from contact_import where id = ?", importId);
    }

    /** The session that waits for the one that is changing. */
    private static long waiting() throws Exception {
        for (int i = 0; i < 100; i++) {
            List<Rows.Row> found = Rows.all("select distinct pid from pg_locks where not granted");
            if (!found.isEmpty()) {
                return found.get(0).id("pid");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the import did not begin");
    }
}
