package org.aeoreach.enterprise.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enterprise has one coordinator who may look after it; nothing is lost when officers come and go. */
@RunAsClient
class CoordinationIT implements ServerTest {
    private final Caller officer = Caller.signedIn("shekou.officer");
    private final long first = Caller.account("shekou.officer");
    private final long second = Caller.account("shekou.coordinator");

    @BeforeEach
    void noMail() throws SQLException {
        everythingEnded();
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
    }

    /** What others count must not count ours. */
    @AfterEach
    void everythingEnded() throws SQLException {
        Rows.change(
                "update coordination set valid_to = greatest(valid_from - 1, china_day() - 1) where valid_to is null");
        Rows.change("delete from mail");
    }

    private HttpResponse<String> assign(Caller by, long account, String part, long... enterprises) {
        String ids = java.util.Arrays.toString(enterprises);
        return by.json(
                "POST",
                "/api/v1/coordinations",
                "{\"enterpriseIds\":" + ids + ",\"accountId\":" + account + ",\"part\":\"" + part
                        + "\",\"tell\":true}");
    }

    private static long coordinator(long enterprise) throws SQLException {
        return Rows.number("select coalesce(coordinator_id, 0) from enterprise where id = ?", enterprise);
    }

    private static long open(long enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from coordination where enterprise_id = ? and part = 'COORDINATOR' and valid_to is null",
                enterprise);
    }

    @Test
    void refusesAnOfficerWithoutRoleOverTheEnterprise() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        HttpResponse<String> answer = assign(officer, Caller.account("dapeng.officer"), "COORDINATOR", enterprise.id());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Reply.of(answer).field(0)).isEqualTo("accountId");
        assertThat(coordinator(enterprise.id())).isZero();
        assertThat(open(enterprise.id())).isZero();
    }

    @Test
    void refusesAllWhenOneIsOutOfReach() throws SQLException {
        SampleEnterprise own = SampleEnterprise.at("5304");
        SampleEnterprise foreign = SampleEnterprise.at("2210");
        assertThat(assign(officer, first, "COORDINATOR", own.id(), foreign.id()).statusCode())
                .isEqualTo(404);
        assertThat(coordinator(own.id())).isZero();
        assertThat(Caller.signedIn("pudong.officer")
                        .get("/desk/enterprises/" + own.id() + "/coordination")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theNewCoordinatorRelievesTheOldOneAndTheEnterpriseIsTold() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        assertThat(officer.get("/desk/enterprises/" + enterprise.id() + "/coordination")
                        .body())
                .contains("<option value=\"" + first + "\"", "<option value=\"" + second + "\"")
                .doesNotContain("<option value=\"" + Caller.account("dapeng.officer") + "\"");
        assertThat(assign(officer, first, "COORDINATOR", enterprise.id()).statusCode())
                .isEqualTo(200);
        assertThat(assign(officer, second, "COORDINATOR", enterprise.id()).statusCode())
                .isEqualTo(200);
        assertThat(coordinator(enterprise.id())).isEqualTo(second);
        assertThat(open(enterprise.id())).isEqualTo(1);
        assertThat(Rows.all("select body_text from mail where template = 'enterprise-coordinator' order by id"))
                .hasSize(2)
                .satisfies(mails -> assertThat(mails.get(1).text("body_text"))
                        .contains("唐予安", "shekou.coordinator@demo.invalid", "/portal/my"));
        assertThat(officer.get("/desk/enterprises/" + enterprise.id() + "/coordination")
                        .body())
                .contains("唐予安", "梁晓川");
    }

    @Test
    void tellsNobodyWhileTheEnterpriseIsSuspendedOrHasNoAddress() throws SQLException {
        SampleEnterprise suspended = SampleEnterprise.at("5304");
        SampleEnterprise unknown = SampleEnterprise.at("5304");
        Rows.change("update enterprise set suspended_at = now() where id = ?", suspended.id());
        Rows.change("update enterprise set mail_on_file = null where id = ?", unknown.id());
        assertThat(Reply.of(assign(officer, second, "COORDINATOR", suspended.id(), unknown.id()))
                        .body()
                        .toString())
                .contains("\"assigned\":2", "\"told\":0");
        assertThat(Rows.number("select count(*) from mail")).isZero();
    }

    /** The role ends in a transaction that is still open: the assignment waits and then refuses. */
    @Test
    void isRefusedWhenTheRoleEndsAtTheSameMoment() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long leaving =
                Rows.number("insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                        + " 'leaving.' || " + enterprise.id()
                        + ", '将离岗', 'leaving@example.test', id, org_path from unit"
                        + " where code = '5304' returning id");
        long role = Rows.number(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select ?, 'HOUSE_OFFICER', id, org_path, china_day() - 10 from unit where code = '5304'"
                        + " returning id",
                leaving);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (Connection ending = TestPostgres.running().owner()) {
            ending.setAutoCommit(false);
            try (Statement end = ending.createStatement()) {
                end.executeUpdate("update role_assignment set valid_to = china_day() - 2 where id = " + role);
            }
            Future<HttpResponse<String>> answer =
                    one.submit(() -> assign(officer, leaving, "COORDINATOR", enterprise.id()));
            Thread.sleep(1500);
            assertThat(answer.isDone()).as("waits for the role").isFalse();
            ending.commit();
            assertThat(answer.get().statusCode()).isEqualTo(400);
        } finally {
            one.shutdownNow();
        }
        assertThat(coordinator(enterprise.id())).isZero();
    }

    @Test
    void whoseCoordinatorLosesHisRoleIsListedAndToldOfUntilSomebodyTakesOver() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long gone = Rows.number("insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                + " 'gone.' || " + enterprise.id() + ", '已离岗者', 'gone@example.test', id, org_path from unit"
                + " where code = '5304' returning id");
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)"
                        + " select id, unit_id, org_path, ?, 'COORDINATOR', china_day() from enterprise where id = ?",
                gone,
                enterprise.id());
        Caller administrator = Caller.signedIn("shekou.admin");
        assertThat(administrator.get("/desk").body()).contains("/desk/coordinations?gone=yes");
        String list = "/desk/coordinations?gone=yes&q=" + enterprise.code();
        assertThat(administrator.get(list).body()).contains(enterprise.code(), "已离岗");
        assertThat(Caller.signedIn("dapeng.officer").get(list).body()).doesNotContain("样本企业" + enterprise.code());
        assertThat(assign(officer, second, "COORDINATOR", enterprise.id()).statusCode())
                .isEqualTo(200);
        assertThat(administrator.get(list).body()).doesNotContain("样本企业" + enterprise.code());
    }

    @Test
    void theNightlyCheckFindsWhatTheBooksDoNotSay() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String differing = "select coalesce(sum(enterprises), 0) from check_coordination(china_day())"
                + " where finding = 'DIFFERS'";
        long before = Rows.number(differing);
        Rows.change("update enterprise set coordinator_id = ? where id = ?", first, enterprise.id());
        assertThat(Rows.number(differing)).isEqualTo(before + 1);
        Rows.change("update enterprise set coordinator_id = null where id = ?", enterprise.id());
        assertThat(Rows.number(differing)).isEqualTo(before);
    }

    @Test
    void aTierThatWasSetIsAChangeThatUndoingAnImportMustNotPassOver() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String version = "select version from enterprise where id = " + enterprise.id();
        String tier = "{\"enterpriseIds\":[" + enterprise.id() + "],\"tier\":\"A\"}";
        assertThat(officer.json("POST", "/api/v1/coordinations/tiers", tier).statusCode())
                .isEqualTo(200);
        assertThat(Rows.number(version)).isEqualTo(1);
        officer.json("POST", "/api/v1/coordinations/tiers", tier);
        assertThat(Rows.number(version)).as("the same again is none").isEqualTo(1);
    }

    @Test
    void theNextContactFollowsTheLastOneByTheCadenceOfTheTier() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change("delete from contact_cadence where unit_id is not null");
        Rows.change("update enterprise set tier = 'A', last_contact_on = '2026-01-01' where id = ?", enterprise.id());
        assertThat(due(enterprise)).isEqualTo("2026-04-01");
        Caller district = Caller.signedIn("shenzhen.officer");
        assertThat(district.json("PUT", "/api/v1/portfolio/cadence", "{\"tierA\":30,\"tierB\":60,\"tierC\":90}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(due(enterprise)).isEqualTo("2026-01-31");
        Rows.change("update enterprise set last_contact_on = '2026-02-01' where id = ?", enterprise.id());
        assertThat(due(enterprise)).isEqualTo("2026-03-03");
        Rows.change("delete from contact_cadence where unit_id is not null");
        Rows.change("update enterprise set tier = null where id = ?", enterprise.id());
        assertThat(Rows.number(
                        "select count(*) from enterprise where id = ? and next_contact_due is null", enterprise.id()))
                .isEqualTo(1);
    }

    private static String due(SampleEnterprise enterprise) throws SQLException {
        return Rows.one("select next_contact_due as due from enterprise where id = ?", enterprise.id())
                .text("due");
    }

    @Test
    void theWorkListShowsOverdueOnesFirstAndTodayOpensExactlyThem() throws SQLException {
        SampleEnterprise late = SampleEnterprise.at("5304");
        SampleEnterprise fine = SampleEnterprise.at("5304");
        Rows.change("update enterprise set tier = 'A', last_contact_on = china_day() - 400 where id = ?", late.id());
        Rows.change("update enterprise set tier = 'A', last_contact_on = china_day() - 1 where id = ?", fine.id());
        assign(officer, first, "COORDINATOR", late.id(), fine.id());
        String body = officer.get("/desk/portfolio").body();
        assertThat(body).contains("样本企业" + late.code(), "样本企业" + fine.code());
        assertThat(body.indexOf("样本企业" + late.code())).isLessThan(body.indexOf("样本企业" + fine.code()));
        String today = officer.get("/desk").body();
        assertThat(today).contains("/desk/portfolio?part=COORDINATOR&amp;due=overdue");
        assertThat(officer.get("/desk/portfolio?part=COORDINATOR&due=overdue").body())
                .contains("样本企业" + late.code())
                .doesNotContain("样本企业" + fine.code());
        assertThat(Caller.signedIn("shekou.coordinator").get("/desk/portfolio").body())
                .doesNotContain("样本企业" + late.code());
    }

    @Test
    void theEnterpriseSeesItsCoordinatorElseThoseOfItsHouse() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller user = enterprise.user("boss", SampleEnterprise.ALL);
        assertThat(user.get("/portal/my").body()).contains("唐予安", "尚未指定协调员");
        assign(officer, first, "COORDINATOR", enterprise.id());
        assertThat(user.get("/portal/my").body())
                .contains("梁晓川", "shekou.officer@demo.invalid")
                .doesNotContain("唐予安", "尚未指定协调员");
    }
}
