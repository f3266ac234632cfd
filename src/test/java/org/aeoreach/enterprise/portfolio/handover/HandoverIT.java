package org.aeoreach.enterprise.portfolio.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portfolio goes over as a whole, with a brief each, once, and comes back as a whole or not at all. */
@RunAsClient
class HandoverIT implements ServerTest {
    private final Caller officer = Caller.signedIn("shekou.admin");
    private final long to = Caller.account("shekou.coordinator");
    private long from;
    private final List<SampleEnterprise> portfolio = new ArrayList<>();

    @BeforeEach
    void aPortfolioOfThree() throws SQLException {
        everythingEnded();
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
        from = Rows.number("insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                + " 'giver.' || nextval('account_seq'), '移交人', 'giver@example.test', id, org_path from unit"
                + " where code = '5304' returning id");
        Rows.change(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select ?, 'HOUSE_OFFICER', id, org_path, china_day() - 10 from unit where code = '5304'",
                from);
        for (int i = 0; i < 3; i++) {
            SampleEnterprise enterprise = SampleEnterprise.at("5304");
            Rows.change(
                    "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from) select"
                            + " id, unit_id, org_path, ?, 'COORDINATOR', china_day() - 5 from enterprise where id = ?",
                    from,
                    enterprise.id());
            portfolio.add(enterprise);
        }
    }

    @AfterEach
    void everythingEnded() throws SQLException {
        Rows.change(
                "update coordination set valid_to = greatest(valid_from - 1, china_day() - 1) where valid_to is null");
        Rows.change("delete from mail");
    }

    private HttpResponse<String> handOver() {
        return officer.json(
                "POST",
                "/api/v1/handovers",
                "{\"fromAccount\":" + from + ",\"toAccount\":" + to + ",\"reason\":\"轮岗\",\"tell\":true}");
    }

    private long held(long account) throws SQLException {
        return Rows.number("select count(*) from enterprise where coordinator_id = ?", account);
    }

    @Test
    void passesAllOnWithABriefEachAndTellsTheEnterprises() throws SQLException {
        Rows.change(
                "update enterprise set name_en = null where id = ?",
                portfolio.get(0).id());
        HttpResponse<String> made = handOver();
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(held(from)).isZero();
        assertThat(held(to)).isEqualTo(3);
        assertThat(Rows.number("select count(*) from mail where template = 'enterprise-coordinator'"))
                .isEqualTo(3);
        String page = officer.get("/desk/handovers/" + Reply.of(made).id()).body();
        assertThat(page).contains("移交人", "唐予安", "AEO进程：潜在对象", "尚无接触记录", "英文名称");
        // A brief stays as it was.
        Rows.change(
                "update enterprise set name_en = 'Known now' where id = ?",
                portfolio.get(0).id());
        assertThat(officer.get("/desk/handovers/" + Reply.of(made).id()).body()).contains("英文名称");
    }

    @Test
    void ofTwoAtOnceOneGetsThem() throws Exception {
        Callable<Integer> once = () -> handOver().statusCode();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : two.invokeAll(List.of(once, once))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        } finally {
            two.shutdownNow();
        }
        assertThat(held(to)).isEqualTo(3);
        assertThat(Rows.number(
                        "select count(*) from handover_item i join handover h on h.id = i.handover_id"
                                + " where h.from_account = ?",
                        from))
                .isEqualTo(3);
    }

    @Test
    void comesBackAsAWhole() throws SQLException {
        HttpResponse<String> made = handOver();
        HttpResponse<String> undone = officer.send(
                "POST",
                "/api/v1/handovers/" + Reply.of(made).id() + "/undo",
                null,
                "If-Match",
                Reply.of(made).etag());
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(held(from)).isEqualTo(3);
        assertThat(held(to)).isZero();
        assertThat(Rows.number("select count(*) from mail where template = 'enterprise-coordinator'"))
                .as("told again")
                .isEqualTo(6);
        String link = "/desk/handovers/" + Reply.of(made).id() + "\"";
        assertThat(officer.get("/desk/handovers?undone=yes").body()).contains(link);
        assertThat(officer.get("/desk/handovers?undone=no").body()).doesNotContain(link);
    }

    /** It is out of sight and cannot be named, and yet it is not the whole any more. */
    @Test
    void staysWhenOneWasTransferredToAnotherDistrict() throws SQLException {
        HttpResponse<String> made = handOver();
        assertThat(Caller.signedIn("shekou.officer")
                        .json(
                                "POST",
                                "/api/v1/enterprises/" + portfolio.get(2).id() + "/transfer",
                                "{\"unitId\":" + Units.id("2210") + ",\"from\":\"" + SampleEnterprise.today()
                                        + "\",\"reason\":\"迁址\"}",
                                "If-Match",
                                "\"v0\"")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> undone = officer.send(
                "POST",
                "/api/v1/handovers/" + Reply.of(made).id() + "/undo",
                null,
                "If-Match",
                Reply.of(made).etag());
        assertThat(undone.statusCode()).isEqualTo(409);
        assertThat(undone.body())
                .contains("1家企业")
                .doesNotContain("样本企业" + portfolio.get(2).code());
        assertThat(held(to)).isEqualTo(2);
    }

    @Test
    void givesBackThePlaceInTheTeamThatTheNewOneHad() throws SQLException {
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from) select"
                        + " id, unit_id, org_path, ?, 'MEMBER', china_day() - 5 from enterprise where id = ?",
                to,
                portfolio.get(1).id());
        HttpResponse<String> made = handOver();
        String team =
                "select count(*) from coordination where part = 'MEMBER' and valid_to is null and account_id = " + to;
        assertThat(Rows.number(team)).as("he owns it now").isZero();
        assertThat(officer.send(
                                "POST",
                                "/api/v1/handovers/" + Reply.of(made).id() + "/undo",
                                null,
                                "If-Match",
                                Reply.of(made).etag())
                        .statusCode())
                .isEqualTo(200);
        assertThat(Rows.number(team + " and enterprise_id = " + portfolio.get(1).id()))
                .isEqualTo(1);
        assertThat(Rows.number(team)).as("of no other team").isEqualTo(1);
    }

    @Test
    void staysWhenOneWasChangedSinceAndNamesIt() throws SQLException {
        HttpResponse<String> made = handOver();
        officer.json(
                "POST",
                "/api/v1/coordinations",
                "{\"enterpriseIds\":[" + portfolio.get(1).id() + "],\"accountId\":" + Caller.account("shekou.officer")
                        + ",\"part\":\"COORDINATOR\",\"tell\":false}");
        HttpResponse<String> undone = officer.send(
                "POST",
                "/api/v1/handovers/" + Reply.of(made).id() + "/undo",
                null,
                "If-Match",
                Reply.of(made).etag());
        assertThat(undone.statusCode()).isEqualTo(409);
        assertThat(undone.body())
                .contains("样本企业" + portfolio.get(1).code())
                .doesNotContain("样本企业" + portfolio.get(0).code());
        assertThat(held(to)).isEqualTo(2);
        assertThat(held(from)).isZero();
    }

    @Test
    void staysWhenTheFormerOneHasLeft() throws SQLException {
        HttpResponse<String> made = handOver();
        Rows.change("update role_assignment set valid_to = china_day() - 2 where account_id = ?", from);
        assertThat(officer.send(
                                "POST",
                                "/api/v1/handovers/" + Reply.of(made).id() + "/undo",
                                null,
                                "If-Match",
                                Reply.of(made).etag())
                        .statusCode())
                .isEqualTo(409);
        assertThat(held(to)).isEqualTo(3);
    }

    /** The one that stays had a coordinator of its own, who is not told and must not lose it. */
    @Test
    void staysWhenOneWasMergedIntoAnEnterpriseOfSomebodyElse() throws SQLException {
        HttpResponse<String> made = handOver();
        SampleEnterprise kept = SampleEnterprise.at("5304");
        long third = Caller.account("shekou.officer");
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from) select"
                        + " id, unit_id, org_path, ?, 'COORDINATOR', china_day() - 5 from enterprise where id = ?",
                third,
                kept.id());
        HttpResponse<String> merged = Caller.signedIn("shekou.officer")
                .json(
                        "POST",
                        "/api/v1/enterprises/mergers",
                        "{\"keptId\":" + kept.id() + ",\"mergedId\":"
                                + portfolio.get(0).id() + ",\"fields\":[],\"reason\":\"登记了两次\"}");
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(201);
        assertThat(undo(made).statusCode()).isEqualTo(409);
        assertThat(Rows.number("select coordinator_id from enterprise where id = ?", kept.id()))
                .isEqualTo(third);
    }

    private HttpResponse<String> undo(HttpResponse<String> made) {
        return officer.send(
                "POST",
                "/api/v1/handovers/" + Reply.of(made).id() + "/undo",
                null,
                "If-Match",
                Reply.of(made).etag());
    }

    /** Whoever comes to an enterprise that is being changed waits for it and holds up nobody else meanwhile. */
    @Test
    void undoingHoldsTheEnterprisesBeforeTheOfficerWhoGetsThemBack() throws Exception {
        HttpResponse<String> made = handOver();
        assertThat(whileTheLastIsHeld(() -> undo(made), "select 1 from account where id = " + from)
                        .statusCode())
                .isEqualTo(200);
        assertThat(held(from)).isEqualTo(3);
    }

    @Test
    void makingHoldsTheEnterprisesBeforeTheOfficerWhoGetsThem() throws Exception {
        assertThat(whileTheLastIsHeld(this::handOver, "select 1 from account where id = " + to)
                        .statusCode())
                .isEqualTo(201);
        assertThat(held(to)).isEqualTo(3);
    }

    @Test
    void endingHoldsTheEnterpriseBeforeItsCoordinator() throws Exception {
        String one = "select id from coordination where valid_to is null and enterprise_id = "
                + portfolio.get(2).id();
        String address = "/api/v1/coordinations/" + Rows.number(one) + "/end";
        assertThat(whileTheLastIsHeld(
                                () -> officer.json("POST", address, "{\"reason\":\"轮岗\"}", "If-Match", "\"v0\""), one)
                        .statusCode())
                .isEqualTo(200);
        assertThat(held(from)).isEqualTo(2);
    }

    /** @param free rows that somebody else can lock while the request waits for the enterprise */
    private HttpResponse<String> whileTheLastIsHeld(Supplier<HttpResponse<String>> request, String free)
            throws Exception {
        try (Connection other = TestPostgres.running().owner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "select 1 from enterprise where id = " + portfolio.get(2).id() + " for update");
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(request);
            waiting();
            statement.execute(free + " for no key update nowait");
            other.rollback();
            return answer.join();
        }
    }

    private static void waiting() throws Exception {
        for (int i = 0; i < 200; i++) {
            if (Rows.number("select count(*) from pg_locks where not granted") > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nobody waits");
    }

    /** A district undoes what its house did: the job is the district's. */
    @Test
    void isSeenByItsHouseWhileAJobOfTheDistrictWorksOnIt() throws SQLException {
        long id = Reply.of(handOver()).id();
        long job = Rows.number("insert into job (kind, slot, status, claimed_by, claimed_until, org_path) values"
                + " ('undo-handover', clock_timestamp(), 'RUNNING', 'elsewhere', now() + interval '1 hour',"
                + " '0000.5300.') returning id");
        Rows.change("update handover set status = 'UNDOING', job_id = ? where id = ?", job, id);
        try {
            assertThat(officer.get("/api/v1/handovers").statusCode()).isEqualTo(200);
            assertThat(officer.get("/desk/handovers/" + id).body())
                    .contains("撤回中")
                    .doesNotContain("已中止");
            assertThat(officer.get("/desk/handovers").body()).contains("撤回中");
        } finally {
            Rows.change("update handover set status = 'DONE', job_id = null where id = ?", id);
            Rows.change("delete from job where id = ?", job);
        }
    }
}
