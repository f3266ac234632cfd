package org.aeoreach.enterprise.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A house asks for an enterprise of another one, and gets it, or an answer. */
@RunAsClient
class TransferRequestsIT extends Transferring {

    private static final String SECRET = "转移机密企业";

    @BeforeEach
    void itsNameIsASecret() throws SQLException {
        Rows.change("update enterprise set name_zh = '转移样例企业' where name_zh = ?", SECRET);
        Rows.change("update enterprise set name_zh = ? where id = ?", SECRET, enterprise.id());
    }

    @Test
    void theUnitOfRegistrationSeesItOnItsHomePageAndAccepts() throws SQLException {
        Reply asked = ask(dapeng, enterprise.code(), "5316");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        assertThat(asked.body().getString("side")).isEqualTo("ASKED");
        assertThat(shekou.get("/desk").body()).contains("1件转移申请待办理");
        assertThat(dapeng.get("/desk").body()).doesNotContain("转移申请待办理");
        assertThat(shekou.get("/desk/transfer-requests?status=OPEN&side=own").body())
                .contains(SECRET, "大鹏海关");
        assertThat(shekou.get("/desk/enterprises/" + enterprise.id()).body()).contains("申请转至大鹏海关", "企业已迁至本关区");
        String page = shekou.get("/desk/transfer-requests/" + asked.id()).body();
        assertThat(page).contains("同意并转移", SECRET);
        assertThat(end(shekou, asked.id(), "acceptance", today(), 0).status()).isEqualTo(204);
        assertThat(Rows.one("select org_path from enterprise where id = ?", enterprise.id())
                        .text("org_path"))
                .isEqualTo("0000.5300.5316.");
        assertThat(shekou.get("/desk/transfer-requests/" + asked.id()).statusCode())
                .isEqualTo(404);
        assertThat(shekou.get("/desk").body()).doesNotContain("转移申请待办理");
        Reply now = Reply.of(dapeng.get(REQUESTS + "/" + asked.id()));
        assertThat(now.body().getString("status")).isEqualTo("ACCEPTED");
        assertThat(now.body().getString("enterpriseZh")).isEqualTo(SECRET);
        assertThat(dapeng.get("/desk/enterprises/" + enterprise.id()).body()).contains("申请转至大鹏海关", "已同意");
        assertThat(letters()).containsExactly("transfer-accepted dapeng.officer@demo.invalid");
        assertThat(Rows.all(
                                "select action || ' ' || org_path as entry from audit_entry where action like"
                                        + " 'enterprise.%-transfer' and (record_id = ? or record_id = ?) order by id",
                                "" + asked.id(), "" + enterprise.id())
                        .stream()
                        .map(row -> row.text("entry")))
                .containsExactlyInAnyOrder(
                        "enterprise.request-transfer 0000.5300.5304.",
                        "enterprise.request-transfer 0000.5300.5316.",
                        "enterprise.accept-transfer 0000.5300.5316.",
                        "enterprise.accept-transfer 0000.5300.5304.");
    }

    /** What the asking house may know is what the look-up of a code tells: that it is registered elsewhere. */
    @Test
    void theAskingHouseLearnsNothingElse() throws SQLException {
        long id = ask(dapeng, enterprise.code(), "5316").id();
        for (String path : List.of(
                REQUESTS + "/" + id,
                REQUESTS,
                "/desk/transfer-requests",
                "/desk/transfer-requests/" + id,
                "/desk/transfer-requests/export?format=csv",
                "/desk/audit")) {
            HttpResponse<String> answer = dapeng.get(path);
            assertThat(answer.body()).as(path).doesNotContain(SECRET, "蛇口", "/enterprises/" + enterprise.id());
            assertThat(answer.body()).as(path).doesNotContain("\"enterpriseId\":" + enterprise.id());
        }
        assertThat(dapeng.get("/desk/enterprises/" + enterprise.id()).statusCode())
                .isEqualTo(404);
        assertThat(end(dapeng, id, "acceptance", today(), 0).status()).isEqualTo(404);
        assertThat(end(dapeng, id, "refusal", "{\"answer\":\"不\"}", 0).status()).isEqualTo(404);
        Caller pudong = Caller.signedIn("pudong.officer");
        assertThat(pudong.get(REQUESTS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(end(pudong, id, "withdrawal", "{}", 0).status()).isEqualTo(404);
    }

    @Test
    void refusesWithAReasonThatWhoAskedReads() throws SQLException {
        long id = ask(dapeng, enterprise.code(), "5316").id();
        assertThat(end(shekou, id, "refusal", "{\"answer\":\"\"}", 0).status()).isEqualTo(400);
        HttpResponse<String> empty =
                shekou.form("/desk/transfer-requests/" + id + "/refusal", Map.of("answer", " ", "version", "0"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("refusal-answer-error");
        assertThat(end(shekou, id, "refusal", "{\"answer\":\"迁址手续未办结\"}", 3).status())
                .as("another version")
                .isEqualTo(412);
        assertThat(end(shekou, id, "refusal", "{\"answer\":\"迁址手续未办结\"}", 0).status())
                .isEqualTo(200);
        assertThat(dapeng.get("/desk/transfer-requests/" + id).body()).contains("迁址手续未办结", "未同意");
        assertThat(letters()).containsExactly("transfer-refused dapeng.officer@demo.invalid");
        assertThat(Rows.one("select body_text from mail where template = 'transfer-refused'")
                        .text("body_text"))
                .contains("迁址手续未办结", enterprise.code())
                .doesNotContain(SECRET);
        assertThat(end(shekou, id, "acceptance", today(), 1).status())
                .as("decided")
                .isEqualTo(409);
        assertThat(ask(dapeng, enterprise.code(), "5316").status())
                .as("asked again")
                .isEqualTo(201);
    }

    @Test
    void ofTwoHousesAtOnceOneAsks() throws SQLException {
        Caller pudong = Caller.signedIn("pudong.officer");
        for (int round = 0; round < 5; round++) {
            SampleEnterprise wanted = SampleEnterprise.at("5304");
            Rows.change("delete from rate_counter");
            var first = CompletableFuture.supplyAsync(() -> ask(dapeng, wanted.code(), "5316"));
            var other = CompletableFuture.supplyAsync(() -> ask(pudong, wanted.code(), "2210"));
            assertThat(List.of(first.join().status(), other.join().status())).containsExactlyInAnyOrder(201, 409);
            assertThat(Rows.number(
                            "select count(*) from transfer_request_giver g join transfer_request r on r.id = g.request_id"
                                    + " where g.enterprise_id = ? and g.open and r.status = 'OPEN'",
                            wanted.id()))
                    .isEqualTo(1);
            assertThat(Rows.number("select count(*) from transfer_request where code = ?", wanted.code()))
                    .as("nothing is left of the other")
                    .isEqualTo(1);
        }
    }

    @Test
    void isTakenBackByWhoAskedOnly() throws SQLException {
        long id = ask(dapeng, enterprise.code(), "5316").id();
        assertThat(end(shekou, id, "withdrawal", "{}", 0).status()).isEqualTo(404);
        assertThat(dapeng.form("/desk/transfer-requests/" + id + "/withdrawal", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(shekou.get("/desk").body()).doesNotContain("转移申请待办理");
        assertThat(end(shekou, id, "acceptance", today(), 1).status()).isEqualTo(409);
        assertThat(letters()).isEmpty();
    }

    /** Of an answer and a withdrawal at once one counts, and the enterprise is where that one left it. */
    @Test
    void ofAnAnswerAndAWithdrawalOneCounts() throws SQLException {
        for (int round = 0; round < 5; round++) {
            SampleEnterprise wanted = SampleEnterprise.at("5304");
            long id = ask(dapeng, wanted.code(), "5316").id();
            var accepted = CompletableFuture.supplyAsync(() -> end(shekou, id, "acceptance", today(), 0));
            var withdrawn = CompletableFuture.supplyAsync(() -> end(dapeng, id, "withdrawal", "{}", 0));
            boolean moved = accepted.join().status() == 204;
            assertThat(withdrawn.join().status()).isEqualTo(moved ? 409 : 200);
            assertThat(Rows.one("select org_path from enterprise where id = ?", wanted.id())
                            .text("org_path"))
                    .isEqualTo(moved ? "0000.5300.5316." : "0000.5300.5304.");
            Rows.change("delete from rate_counter");
        }
    }

    @Test
    void refusesWhatNeedsNoRequest() throws SQLException {
        Reply own = ask(shekou, enterprise.code(), "5304");
        assertThat(own.status()).isEqualTo(400);
        assertThat(own.field(0)).isEqualTo("code");
        assertThat(own.body().toString()).contains("可以在企业页面直接转移");
        assertThat(ask(dapeng, "5304009990", "5316").field(0)).isEqualTo("code");
        assertThat(ask(dapeng, enterprise.code(), "5304").field(0))
                .as("not his unit")
                .isEqualTo("unitId");
        assertThat(Caller.signedIn("gacc.auditor")
                        .json("POST", REQUESTS, "{\"code\":\"1\",\"unitId\":1,\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Transferred without the request, to whoever asked: he has what he wanted, and nobody is asked any more. */
    @Test
    void isFulfilledByATransferToWhoAsked() throws SQLException {
        long id = ask(dapeng, enterprise.code(), "5316").id();
        HttpResponse<String> moved = shekou.json(
                "POST",
                "/api/v1/enterprises/" + enterprise.id() + "/transfer",
                "{\"unitId\":" + Units.id("5316") + ",\"from\":\"" + SampleEnterprise.today() + "\",\"reason\":\"迁址\"}",
                "If-Match",
                "\"v0\"");
        assertThat(moved.statusCode()).isEqualTo(204);
        assertThat(Reply.of(dapeng.get(REQUESTS + "/" + id)).body().getString("status"))
                .isEqualTo("ACCEPTED");
        assertThat(Rows.number("select count(*) from transfer_request_giver where request_id = ? and open", id))
                .isZero();
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'enterprise.accept-transfer' and record_id = ?",
                        "" + enterprise.id()))
                .isEqualTo(1);
        assertThat(letters()).containsExactly("transfer-accepted dapeng.officer@demo.invalid");
    }

    /** The address of who asked is for who answers him; the asking house itself needs none. */
    @Test
    void onlyWhoDecidesIsToldTheAddressOfWhoAsked() throws SQLException {
        long id = ask(dapeng, enterprise.code(), "5316").id();
        assertThat(asker(id, "0000.5300.5304.", true)).isEqualTo("dapeng.officer@demo.invalid");
        assertThat(asker(id, "0000.5300.5304.", false)).as("who only reads").isNull();
        assertThat(asker(id, "0000.5300.5316.", true)).as("the asking house").isNull();
    }

    private static @Nullable String asker(long request, String path, boolean writes) throws SQLException {
        String end = path.substring(0, path.length() - 1) + "/";
        try (Connection application = TestPostgres.running().application();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("select set_config('app.lo', '" + path + "', true), set_config('app.hi', '" + end
                    + "', true), set_config('app.write_lo', '" + (writes ? path : "")
                    + "', true), set_config('app.write_hi', '" + (writes ? end : "") + "', true)");
            try (ResultSet row = statement.executeQuery("select mail from transfer_request_asker(" + request + ")")) {
                return row.next() ? row.getString(1) : "nobody";
            }
        }
    }

    @Test
    void isNotAcceptedForAUnitThatWasClosedMeanwhile() throws SQLException {
        long id = ask(dapeng, enterprise.code(), "5316").id();
        Rows.change("update unit set closed_on = china_day() - 1 where code = '5316'");
        try {
            Reply refused = end(shekou, id, "acceptance", today(), 0);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().getString("detail")).contains("大鹏海关已经撤销");
            HttpResponse<String> page = shekou.form(
                    "/desk/transfer-requests/" + id + "/acceptance",
                    Map.of("from", SampleEnterprise.today().toString(), "version", "0"));
            assertThat(page.body()).contains("大鹏海关已经撤销");
        } finally {
            Rows.change("update unit set closed_on = null where code = '5316'");
        }
        assertThat(Rows.number("select count(*) from transfer_request where id = ? and status = 'OPEN'", id))
                .isEqualTo(1);
    }

    /**
     * A transfer past the request holds the enterprise while the request is being accepted. Whoever took the request
     * first and the enterprise then would wait for ever.
     */
    @Test
    void anAcceptanceAndATransferWaitForEachOtherInOneOrder() throws Exception {
        long id = ask(dapeng, enterprise.code(), "5316").id();
        String transfer =
                "{\"unitId\":" + Units.id("5316") + ",\"from\":\"" + SampleEnterprise.today() + "\",\"reason\":\"迁址\"}";
        try (Connection other = TestPostgres.running().owner()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("lock table enterprise_former_unit in exclusive mode");
            }
            var moved = CompletableFuture.supplyAsync(() -> shekou.json(
                            "POST",
                            "/api/v1/enterprises/" + enterprise.id() + "/transfer",
                            transfer,
                            "If-Match",
                            "\"v0\"")
                    .statusCode());
            Thread.sleep(1000);
            var accepted = CompletableFuture.supplyAsync(() -> end(shekou, id, "acceptance", today(), 0));
            Thread.sleep(1000);
            assertThat(moved.isDone() || accepted.isDone()).as("both wait").isFalse();
            other.rollback();
            assertThat(moved.join()).isEqualTo(204);
            assertThat(accepted.join().status()).as("it is not his any more").isIn(404, 409);
        }
        assertThat(letters()).containsExactly("transfer-accepted dapeng.officer@demo.invalid");
    }

    /** The code goes from the look-up to the form without standing in an address. */
    @Test
    void beginsAtTheLookUpOfACode() {
        HttpResponse<String> found = dapeng.form("/desk/enterprises/registered", Map.of("code", enterprise.code()));
        assertThat(found.body()).contains("action=\"/desk/transfer-requests/begun\"");
        assertThat(dapeng.form("/desk/transfer-requests/begun", Map.of("code", enterprise.code()))
                        .body())
                .contains("value=\"" + enterprise.code() + "\"");
    }
}
