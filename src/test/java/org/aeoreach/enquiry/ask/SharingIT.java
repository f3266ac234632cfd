package org.aeoreach.enquiry.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Colleagues see each other's questions only as long as the administrator of the enterprise lets them. */
@RunAsClient
class SharingIT implements ServerTest {
    private static final String MINE = "/portal/my/enquiries";
    private static final String API = "/api/v1/portal/enquiries";
    private static final String SHARING = MINE + "/sharing";

    private SampleEnterprise enterprise = new SampleEnterprise(0, "");
    private Caller boss = Caller.anonymous();
    private Caller colleague = Caller.anonymous();
    private String question = "";

    @BeforeEach
    void ask() throws SQLException {
        Rows.change("delete from rate_counter");
        enterprise = SampleEnterprise.at("5304");
        boss = enterprise.user("boss", SampleEnterprise.ALL);
        colleague = enterprise.user("colleague", "ASK");
        question = AskIT.send(
                        boss,
                        MINE,
                        "subject",
                        "同事可见的问题",
                        "body",
                        "内部情况",
                        "seen",
                        "true",
                        "forColleagues",
                        "true",
                        "file/a.csv",
                        "a,b")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private long id() {
        return Long.parseLong(question.substring(question.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> share(boolean shared, long version) {
        Map<String, String> fields = shared
                ? Map.of("shared", "true", "version", Long.toString(version))
                : Map.of("version", Long.toString(version));
        return boss.form(SHARING, fields);
    }

    /** Whether the caller comes at the question anywhere. */
    private void sees(Caller caller, boolean sees) throws SQLException {
        long file = Rows.number(
                "select f.file_id from enquiry_file f join enquiry_message m on m.id = f.message_id where m.enquiry_id = ?",
                id());
        int status = sees ? 200 : 404;
        assertThat(caller.get(question).statusCode()).isEqualTo(status);
        assertThat(caller.get(API + "/" + id()).statusCode()).isEqualTo(status);
        assertThat(caller.get("/files/" + file).statusCode()).isEqualTo(status);
        assertThat(caller.get(MINE).body().contains("同事可见的问题")).isEqualTo(sees);
        assertThat(caller.get(API).body().contains("同事可见的问题")).isEqualTo(sees);
        assertThat(AskIT.send(caller, question, "body", "").statusCode()).isEqualTo(sees ? 400 : 404);
    }

    @Test
    void isOffAtFirstAndHoldsAtOnceBothWays() throws SQLException {
        sees(colleague, false);
        sees(boss, true);
        assertThat(share(true, 0).statusCode()).isEqualTo(303);
        sees(colleague, true);
        assertThat(share(false, 1).statusCode()).isEqualTo(303);
        sees(colleague, false);
        sees(boss, true);
    }

    @Test
    void isForAdministratorsAndAuditedAndRefusesAStaleForm() throws SQLException {
        assertThat(colleague.get(SHARING).statusCode()).isEqualTo(403);
        assertThat(colleague
                        .form(SHARING, Map.of("shared", "true", "version", "0"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(share(true, 0).statusCode()).isEqualTo(303);
        assertThat(share(false, 0).statusCode()).as("changed meanwhile").isEqualTo(409);
        sees(colleague, true);
        assertThat(boss.json("PUT", API + "/sharing", "{\"shared\":false}", "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(200);
        sees(colleague, false);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'enquiry.share' and record_id = ?",
                        Long.toString(enterprise.id())))
                .isEqualTo(2);
    }

    @Test
    void opensNothingToAnotherEnterpriseThatSharesItsOwn() throws SQLException {
        SampleEnterprise other = SampleEnterprise.at("5304");
        Caller stranger = other.user("boss", SampleEnterprise.ALL);
        assertThat(stranger.form(SHARING, Map.of("shared", "true", "version", "0"))
                        .statusCode())
                .isEqualTo(303);
        share(true, 0);
        sees(stranger, false);
    }

    @Test
    void whoLeavesLosesItAtOnce() throws SQLException {
        share(true, 0);
        sees(colleague, true);
        assertThat(boss.form(
                                "/portal/my/users/" + enterprise.member("colleague") + "/end",
                                Map.of("version", Long.toString(enterprise.version("colleague"))))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> after = colleague.get(question);
        assertThat(after.statusCode()).isNotEqualTo(200);
        assertThat(after.body()).doesNotContain("内部情况");
        assertThat(colleague.get(API).body()).doesNotContain("同事可见的问题");
    }

    @Test
    void whoRepresentsTheEnterpriseFromOutsideSeesHisOwnOnly() throws SQLException {
        SampleEnterprise firm = SampleEnterprise.at("2210");
        Caller broker = firm.user("broker", SampleEnterprise.ALL);
        LocalDate today = SampleEnterprise.today();
        assertThat(boss.json(
                                "POST",
                                "/api/v1/my/delegations",
                                "{\"name\":\"代理人\",\"mail\":\"" + firm.mail("broker")
                                        + "\",\"language\":\"ZH\",\"rights\":[\"ASK\"],\"firstDay\":\"" + today
                                        + "\",\"lastDay\":\"" + today + "\"}")
                        .statusCode())
                .isEqualTo(201);
        long lent = Rows.number("select id from delegation where enterprise_id = ?", enterprise.id());
        broker.form("/portal/my/representations/" + lent, Map.of());
        long role = Rows.number(
                "select id from role_assignment where enterprise_id = ? and account_id = ?",
                enterprise.id(),
                Caller.account(firm.mail("broker")));
        assertThat(broker.form("/acting", Map.of("assignment", Long.toString(role)))
                        .statusCode())
                .isEqualTo(303);
        share(true, 0);
        sees(broker, false);
        String own = AskIT.send(broker, MINE, "subject", "代理人的问题", "body", "内容", "seen", "true")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(broker.get(own).statusCode()).isEqualTo(200);
    }
}
