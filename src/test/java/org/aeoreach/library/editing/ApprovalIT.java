package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What the database itself holds a second person to, and what becomes of two things at once. */
@RunAsClient
class ApprovalIT extends Editing {

    @Test
    void publishesOnceWhenTwoApproveAtOnce() throws Exception {
        String draft = sent();
        Map<String, String> version = version(draft);
        Caller third = Caller.signedIn("gacc.editor");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (Connection waiting = TestPostgres.running().owner()) {
            waiting.setAutoCommit(false);
            run(waiting, "select 1 from document_draft where code = '" + CODE + "' for update");
            List<Future<HttpResponse<String>>> answers = Stream.of(second, third)
                    .map(person -> two.submit(() -> person.form(draft + "/approval", version)))
                    .toList();
            waits(2);
            waiting.commit();
            assertThat(List.of(
                            answers.get(0).get().statusCode(),
                            answers.get(1).get().statusCode()))
                    .containsExactlyInAnyOrder(303, 409);
        } finally {
            two.shutdownNow();
        }
        assertThat(Rows.number("select version from document where code = ?", CODE))
                .isEqualTo(1);
        assertThat(Rows.number(
                        "select count(*) from document_version v join document d on d.id = v.document_id"
                                + " where d.code = ?",
                        CODE))
                .isEqualTo(1);
    }

    @Test
    void publishesNothingOverADocumentThatCameFromElsewhereAMomentAgo() throws Exception {
        String draft = sent();
        Map<String, String> version = version(draft);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (Connection other = TestPostgres.running().owner()) {
            other.setAutoCommit(false);
            run(
                    other,
                    "insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key) select '"
                            + CODE + "', 'QUESTION', 'REPORTED', id, org_path, 'IMPORT', '', '~' from unit"
                            + " where code = '0000' returning 1");
            Future<HttpResponse<String>> answer = one.submit(() -> second.form(draft + "/approval", version));
            waits(1);
            assertThat(answer.isDone()).as("waits for the other one").isFalse();
            other.commit();
            assertThat(answer.get().statusCode()).isEqualTo(409);
        } finally {
            one.shutdownNow();
        }
        assertThat(state()).isEqualTo("IN_REVIEW");
        assertThat(Rows.one("select kind from document where code = ?", CODE).text("kind"))
                .isEqualTo("QUESTION");
    }

    @Test
    void theDatabaseTellsWhyItPublishesNothing() throws SQLException {
        sent();
        assertThat(asked("0000.", "gacc.officer", 99, PAYLOAD)).isEqualTo("CHANGED");
        assertThat(asked("0000.", "shenzhen.officer", 0, PAYLOAD)).as("author").isEqualTo("OWN");
        assertThat(asked("0000.", "", 0, PAYLOAD)).as("nobody").isEqualTo("OWN");
        assertThat(asked("", "gacc.officer", 0, PAYLOAD)).as("no range").isEqualTo("NONE");
        Rows.change("update document_draft set submitted_by = ? where code = ?", Caller.account("gacc.editor"), CODE);
        assertThat(asked("0000.", "gacc.editor", 0, PAYLOAD)).as("sender").isEqualTo("OWN");
        Rows.change("update document_draft set base_version = 3 where code = ?", CODE);
        assertThat(asked("0000.", "gacc.officer", 0, PAYLOAD)).isEqualTo("OUTDATED");
        Rows.change("update document_draft set base_version = 0, state = 'DRAFT' where code = ?", CODE);
        assertThat(asked("0000.", "gacc.officer", 0, PAYLOAD)).isEqualTo("CHANGED");
        assertThat(Rows.number("select count(*) from document where code = ?", CODE))
                .isZero();
    }

    @Test
    void theDatabasePublishesNothingElseThanTheDraft() throws SQLException {
        sent();
        for (String payload : List.of(
                "[]",
                "[" + ONE + "," + ONE + "]",
                PAYLOAD.replace(CODE, "policy-order-282"),
                PAYLOAD.replace("5300", "0000"),
                PAYLOAD.replace("SERVICE_GUIDE", "POLICY"),
                PAYLOAD.replace(
                        "\"links\":[]",
                        "\"links\":[{\"relation\":\"REPEALS\",\"position\":0,\"target\":\"policy-order-282\"}]"),
                PAYLOAD.replace(
                        "\"links\":[]",
                        "\"links\":[{\"relation\":\"AMENDS\",\"position\":0,\"target\":\"policy-order-282\"}]"))) {
            assertThatThrownBy(() -> asked("0000.", "gacc.officer", 0, payload))
                    .as(payload)
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("42501"));
        }
        assertThat(asked("0000.", "gacc.officer", 0, PAYLOAD)).as("as it is").isEqualTo("PUBLISHED");
    }

    private static final String ONE = "{\"code\":\"" + CODE + "\",\"digest\":\"\",\"content\":{\"kind\":"
            + "\"SERVICE_GUIDE\",\"owner\":\"5300\",\"certainty\":\"CONFIRMED\",\"archived\":false,\"audience\":[],"
            + "\"tracks\":[],\"topics\":[],\"journey\":[],\"sources\":[]},\"links\":[],\"texts\":[{\"language\":\"zh\","
            + "\"title\":\"题\",\"summary\":\"\",\"markdown\":\"文\"}],\"sections\":[]}";
    private static final String PAYLOAD = "[" + ONE + "]";

    /** In a transaction that is undone. @param later how much newer a draft is than the one that was looked at */
    private static String asked(String range, String login, int later, String payload) throws SQLException {
        try (Connection connection = TestPostgres.running().owner()) {
            connection.setAutoCommit(false);
            try (PreparedStatement set = connection.prepareStatement("select set_config('app.write_lo', ?, true),"
                    + " set_config('app.write_hi', ?, true), set_config('app.account', ?, true)")) {
                set.setString(1, range);
                set.setString(2, range.isEmpty() ? "" : "0001.");
                set.setString(3, login.isEmpty() ? "" : Long.toString(Caller.account(login)));
                set.executeQuery().close();
            }
            try (PreparedStatement approve = connection.prepareStatement("select document_approve(d.id, d.version - ?,"
                    + " cast(? as jsonb), null) from document_draft d where d.code = ?")) {
                approve.setInt(1, later);
                approve.setString(2, payload);
                approve.setString(3, CODE);
                try (ResultSet answer = approve.executeQuery()) {
                    answer.next();
                    return answer.getString(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** Until so many approvals wait for a lock. */
    private static void waits(int many) throws Exception {
        for (int i = 0; i < 120 && waiting() < many; i++) {
            Thread.sleep(250);
        }
        assertThat(waiting()).isGreaterThanOrEqualTo(many);
    }

    private static long waiting() throws SQLException {
        // The words of others' queries are hidden from the owner of the tables; their locks are not.
        return Rows.number("select count(distinct pid) from pg_locks where not granted");
    }

    private String sent() throws SQLException {
        String draft = begun();
        assertThat(save(draft, "submit", writing()).statusCode()).isEqualTo(303);
        return draft;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(sql).close();
        }
    }
}
