package org.aeoreach.enterprise.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enterprise manages its users; the last administrator stays; the house may end anybody. */
@RunAsClient
class MembersIT implements ServerTest {

    @BeforeEach
    void noLimits() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
    }

    private static HttpResponse<String> change(Caller caller, long member, long version, String rights) {
        return caller.json(
                "PUT",
                "/api/v1/my/users/" + member,
                "{\"rights\":[" + rights + "]}",
                "If-Match",
                "\"v" + version + "\"");
    }

    private static HttpResponse<String> end(Caller caller, long member, long version) {
        return caller.send("DELETE", "/api/v1/my/users/" + member, null, "If-Match", "\"v" + version + "\"");
    }

    @Test
    void theLastAdministratorCannotBeEndedRestrictedOrGivenALastDay() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller admin = enterprise.user("admin", SampleEnterprise.ALL);
        enterprise.user("staff", "ASK");
        long me = enterprise.member("admin");
        assertThat(end(admin, me, 0).statusCode()).isEqualTo(409);
        assertThat(change(admin, me, 0, "\"ASK\"").statusCode()).isEqualTo(409);
        HttpResponse<String> dated = admin.form(
                "/portal/my/users/" + me,
                Map.of(
                        "rights",
                        "ADMINISTER",
                        "validTo",
                        SampleEnterprise.today().plusDays(3).toString(),
                        "version",
                        "0"));
        assertThat(dated.statusCode()).isEqualTo(409);
        assertThat(dated.body()).contains("企业须保留一名管理员");
        assertThat(enterprise.administrators()).isEqualTo(1);
    }

    @Test
    void anAdministratorWhoseAccountIsSuspendedDoesNotCount() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller admin = enterprise.user("admin", SampleEnterprise.ALL);
        enterprise.user("second", SampleEnterprise.ALL);
        Rows.change("update account set suspended_at = now() where login = ?", enterprise.mail("second"));
        assertThat(end(admin, enterprise.member("admin"), 0).statusCode()).isEqualTo(409);
        Rows.change("update account set suspended_at = null where login = ?", enterprise.mail("second"));
        assertThat(end(admin, enterprise.member("admin"), 0).statusCode()).isEqualTo(200);
    }

    @Test
    void twoAdministratorsWhoEndEachOtherAtTheSameTimeLeaveOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            SampleEnterprise enterprise = SampleEnterprise.at("5304");
            Caller one = enterprise.user("one", SampleEnterprise.ALL);
            Caller two = enterprise.user("two", SampleEnterprise.ALL);
            long first = enterprise.member("one");
            long second = enterprise.member("two");
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                both.invokeAll(List.of(() -> end(one, second, 0).statusCode(), () -> end(two, first, 0)
                        .statusCode()));
            } finally {
                both.shutdownNow();
            }
            assertThat(enterprise.administrators()).isEqualTo(1);
        }
    }

    @Test
    void aStaleVersionChangesNothing() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller admin = enterprise.user("admin", SampleEnterprise.ALL);
        enterprise.user("staff", "ASK");
        long staff = enterprise.member("staff");
        assertThat(change(admin, staff, 0, "\"ASK\",\"REGISTER\"").statusCode()).isEqualTo(200);
        assertThat(change(admin, staff, 0, "\"SELF_ASSESS\"").statusCode()).isEqualTo(412);
        assertThat(Rows.one("select rights from enterprise_member where id = ?", staff)
                        .text("rights"))
                .isEqualTo("ASK,REGISTER");
    }

    @Test
    void rightsHoldFromTheNextRequestOnAndEndAtOnce() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller admin = enterprise.user("admin", SampleEnterprise.ALL);
        Caller staff = enterprise.user("staff", "ASK");
        long id = enterprise.member("staff");
        assertThat(staff.get("/portal/my/users").statusCode()).isEqualTo(403);
        change(admin, id, 0, "\"ASK\",\"ADMINISTER\"");
        assertThat(staff.get("/portal/my/users").statusCode()).isEqualTo(200);
        assertThat(end(admin, id, 1).statusCode()).isEqualTo(200);
        assertThat(staff.get("/portal/my").statusCode()).isEqualTo(401);
    }

    @Test
    void anInvitedPersonWithAnAccountKeepsItAndActsForBoth() throws SQLException {
        SampleEnterprise first = SampleEnterprise.at("5304");
        SampleEnterprise second = SampleEnterprise.at("2210");
        Caller person = first.user("person", "ASK");
        Caller admin = second.user("admin", SampleEnterprise.ALL);
        String invitation =
                "{\"nameZh\":\"新同事\",\"mail\":\"" + first.mail("person").toUpperCase(java.util.Locale.ROOT)
                        + "\",\"language\":\"ZH\",\"rights\":[\"REGISTER\"]}";
        assertThat(admin.json("POST", "/api/v1/my/users", invitation).statusCode())
                .isEqualTo(201);
        assertThat(admin.json("POST", "/api/v1/my/users", invitation).statusCode())
                .as("twice")
                .isEqualTo(400);
        assertThat(Rows.number("select count(*) from account where lower(mail) = lower(?)", first.mail("person")))
                .isEqualTo(1);
        assertThat(person.get("/acting").body()).contains("样本企业" + first.code(), "样本企业" + second.code());
        assertThat(person.get("/api/v1/my/enterprise").body())
                .contains("\"id\":" + first.id() + ",")
                .doesNotContain("REGISTER");
    }

    @Test
    void nobodyOfAnotherEnterpriseSeesOrChangesAUser() throws SQLException {
        SampleEnterprise mine = SampleEnterprise.at("5304");
        SampleEnterprise other = SampleEnterprise.at("5304");
        Caller admin = mine.user("admin", SampleEnterprise.ALL);
        other.user("staff", "ASK");
        long staff = other.member("staff");
        assertThat(admin.get("/portal/my/users/" + staff).statusCode()).isEqualTo(404);
        assertThat(change(admin, staff, 0, "\"REGISTER\"").statusCode()).isEqualTo(404);
        assertThat(end(admin, staff, 0).statusCode()).isEqualTo(404);
        assertThat(admin.get("/portal/my/users").body()).doesNotContain(other.mail("staff"));
    }

    @Test
    void theHouseEndsEvenTheLastAdministratorAndTellsTheEnterprise() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller admin = enterprise.user("admin", SampleEnterprise.ALL);
        String path = "/desk/enterprises/users/" + enterprise.member("admin");
        Map<String, String> reason = Map.of("reason", "已离职", "version", "0");
        assertThat(Caller.signedIn("dapeng.officer")
                        .form(path + "/revocation", reason)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Caller.signedIn("shekou.officer")
                        .form(path + "/revocation", reason)
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/portal/my").statusCode()).isEqualTo(401);
        assertThat(Rows.all("select recipient from mail where template = 'enterprise-user-revoked' order by 1").stream()
                        .map(row -> row.text("recipient")))
                .containsExactly(enterprise.mail("admin"), "office" + enterprise.code() + "@enterprise.test");
        assertThat(Rows.one("select body_text from mail where recipient = ?", enterprise.mail("admin"))
                        .text("body_text"))
                .contains("已离职", "蛇口海关");
    }

    @Test
    void aSuspendedEnterpriseLetsNobodyInUntilItIsResumed() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller admin = enterprise.user("admin", SampleEnterprise.ALL);
        Caller officer = Caller.signedIn("shekou.officer");
        String path = "/desk/enterprises/" + enterprise.id();
        assertThat(officer.form(path + "/suspension", Map.of("reason", "核实中", "version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/portal/my").statusCode()).isEqualTo(401);
        assertThat(officer.form(path + "/resumption", Map.of("reason", "已核实", "version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/portal/my").statusCode()).isEqualTo(200);
    }
}
