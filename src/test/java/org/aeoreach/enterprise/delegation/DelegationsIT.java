package org.aeoreach.enterprise.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A representative has exactly the rights he was lent, for exactly the days, until one of three sides ends it. */
@RunAsClient
class DelegationsIT implements ServerTest {

    private SampleEnterprise enterprise = new SampleEnterprise(0, "");
    private SampleEnterprise firm = new SampleEnterprise(0, "");
    private Caller admin = Caller.anonymous();
    private Caller broker = Caller.anonymous();

    @BeforeEach
    void twoEnterprises() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
        enterprise = SampleEnterprise.at("5304");
        firm = SampleEnterprise.at("2210");
        admin = enterprise.user("admin", SampleEnterprise.ALL);
        broker = firm.user("broker", SampleEnterprise.ALL);
    }

    private HttpResponse<String> offer(String mail, String rights, LocalDate from, LocalDate to) {
        return admin.json(
                "POST",
                "/api/v1/my/delegations",
                "{\"name\":\"代理人\",\"mail\":\"" + mail + "\",\"language\":\"ZH\",\"rights\":[" + rights
                        + "],\"firstDay\":\"" + from + "\",\"lastDay\":\"" + to + "\"}");
    }

    private long offered(String mail, String rights) throws SQLException {
        LocalDate today = SampleEnterprise.today();
        assertThat(offer(mail, rights, today, today.plusDays(30)).statusCode()).isEqualTo(201);
        return Rows.number("select id from delegation where enterprise_id = ?", enterprise.id());
    }

    /** The broker accepts and chooses the enterprise. */
    private long acting(String rights) throws SQLException {
        long id = offered(firm.mail("broker"), rights);
        assertThat(broker.form("/portal/my/representations/" + id, Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(broker.form("/acting", Map.of("assignment", Long.toString(role())))
                        .statusCode())
                .isEqualTo(303);
        return id;
    }

    private long role() throws SQLException {
        return Rows.number(
                "select id from role_assignment where enterprise_id = ? and account_id = ?",
                enterprise.id(),
                Caller.account(firm.mail("broker")));
    }

    private static Map<String, String> now(long delegation) throws SQLException {
        return Map.of("version", Long.toString(version(delegation)));
    }

    private static long version(long delegation) throws SQLException {
        return Rows.number("select version from delegation where id = ?", delegation);
    }

    private String standing(LocalDate day) throws SQLException {
        return Rows.all(
                        "select rights from enterprise_standing(?, ?, ?)",
                        Caller.account(firm.mail("broker")),
                        enterprise.id(),
                        day)
                .stream()
                .map(row -> row.text("rights"))
                .findFirst()
                .orElse("none");
    }

    private static String link() throws SQLException {
        String text = Rows.one("select body_text from mail where template = 'enterprise-delegation'")
                .text("body_text");
        Matcher found = Pattern.compile("/portal/delegation/[A-Za-z0-9_-]{43}").matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void theRepresentativeHasExactlyTheRightsHeWasLent() throws SQLException {
        acting("\"ASK\",\"SELF_ASSESS\"");
        assertThat(broker.get("/api/v1/my/enterprise").body())
                .contains("\"id\":" + enterprise.id(), "\"rights\":[\"ASK\",\"SELF_ASSESS\"]", "\"represented\":true");
        assertThat(broker.get("/portal/my/users").statusCode()).isEqualTo(403);
        assertThat(broker.get("/portal/my/delegations").statusCode()).isEqualTo(403);
        assertThat(broker.get("/portal/my").body())
                .contains("样本企业" + enterprise.code())
                .doesNotContain(enterprise.mail("admin"));
    }

    @Test
    void heActsFromTheFirstDayToTheLastAndNoDayMore() throws SQLException {
        acting("\"ASK\"");
        LocalDate today = SampleEnterprise.today();
        assertThat(standing(today.minusDays(1))).isEqualTo("none");
        assertThat(standing(today)).isEqualTo("ASK");
        assertThat(standing(today.plusDays(30))).isEqualTo("ASK");
        assertThat(standing(today.plusDays(31))).isEqualTo("none");
        Rows.change(
                "update delegation set first_day = ?, last_day = ? where enterprise_id = ?",
                today.minusDays(9),
                today.minusDays(1),
                enterprise.id());
        assertThat(broker.get("/api/v1/my/enterprise").body())
                .as("goes on for his own enterprise")
                .contains("\"id\":" + firm.id());
    }

    @Test
    void itEndsAtOnceWhicheverSideEndsIt() throws SQLException {
        long id = acting("\"ASK\"");
        assertThat(admin.form("/portal/my/delegations/" + id + "/revocation", now(id))
                        .statusCode())
                .isEqualTo(303);
        assertThat(broker.get("/api/v1/my/enterprise").body()).contains("\"id\":" + firm.id());
        assertThat(Rows.one("select recipient from mail where template = 'enterprise-delegation-revoked'")
                        .text("recipient"))
                .isEqualTo(firm.mail("broker"));
        assertThat(admin.form("/portal/my/delegations/" + id + "/revocation", now(id))
                        .statusCode())
                .as("twice")
                .isEqualTo(409);
        Rows.change("delete from delegation where enterprise_id = ?", enterprise.id());
        Rows.change("delete from mail");
        long again = acting("\"ASK\"");
        assertThat(Caller.signedIn("shekou.officer")
                        .form(
                                "/desk/enterprises/delegations/" + again + "/revocation",
                                Map.of("reason", "超出经营范围", "version", Long.toString(version(again))))
                        .statusCode())
                .isEqualTo(303);
        assertThat(broker.get("/api/v1/my/enterprise").body()).contains("\"id\":" + firm.id());
        assertThat(Rows.all("select recipient from mail where template = 'enterprise-delegation-revoked-by-house'"))
                .hasSize(2);
    }

    @Test
    void itEndsWhenEitherSideIsSuspended() throws SQLException {
        acting("\"ASK\"");
        Rows.change("update enterprise set suspended_at = now() where id = ?", enterprise.id());
        assertThat(standing(SampleEnterprise.today())).isEqualTo("none");
        assertThat(broker.get("/api/v1/my/enterprise").body()).contains("\"id\":" + firm.id());
        Rows.change("update enterprise set suspended_at = null where id = ?", enterprise.id());
        assertThat(broker.get("/api/v1/my/enterprise").body()).contains("\"id\":" + enterprise.id());
        Rows.change("update enterprise set suspended_at = now() where id = ?", firm.id());
        assertThat(standing(SampleEnterprise.today())).isEqualTo("none");
        assertThat(broker.get("/portal/my").statusCode()).isEqualTo(401);
    }

    @Test
    void whatTheRepresentativeDoesIsRecordedUnderBothNames() throws SQLException {
        long id = acting("\"ASK\"");
        assertThat(broker.form("/portal/my/representations/" + id + "/return", now(id))
                        .statusCode())
                .isEqualTo(303);
        Rows.Row entry = Rows.one(
                "select account_id, assignment_id, changes::text as changes from audit_entry"
                        + " where action = 'enterprise.end-delegation' and record_id = ?",
                Long.toString(id));
        assertThat(entry.id("account_id")).isEqualTo(Caller.account(firm.mail("broker")));
        assertThat(entry.id("assignment_id")).isEqualTo(role());
        assertThat(entry.text("changes")).contains("样本企业" + enterprise.code());
    }

    @Test
    void somebodyWithoutAnAccountAcceptsByTheLinkOnce() throws SQLException {
        offered("new." + enterprise.code() + "@consultant.test", "\"ASK\"");
        String link = link();
        assertThat(Caller.anonymous().get(link).body()).contains("样本企业" + enterprise.code());
        assertThat(Caller.anonymous().form(link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(Caller.anonymous().form(link, Map.of()).statusCode()).isEqualTo(404);
        Rows.Row made = Rows.one(
                "select kind, enterprise_id from account where mail = ?",
                "new." + enterprise.code() + "@consultant.test");
        assertThat(made.text("kind")).isEqualTo("ENTERPRISE");
        assertThat(made.idOrNull("enterprise_id")).isNull();
    }

    @Test
    void refusesAdministeringTooLongAndPastDays() throws SQLException {
        LocalDate today = SampleEnterprise.today();
        assertThat(offer("a@b.test", "\"ADMINISTER\"", today, today.plusDays(9)).statusCode())
                .isEqualTo(400);
        assertThat(offer("a@b.test", "\"ASK\"", today, today.plusYears(2).plusDays(1))
                        .statusCode())
                .isEqualTo(400);
        assertThat(offer("a@b.test", "\"ASK\"", today.minusDays(1), today).statusCode())
                .isEqualTo(400);
        assertThat(offer("a@b.test", "\"ASK\"", today, today.minusDays(1)).statusCode())
                .isEqualTo(400);
        assertThat(offer("a@b.test", "\"ASK\"", today, today.plusYears(2)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void nobodyElseAcceptsOrSeesTheOffer() throws SQLException {
        long id = offered(firm.mail("broker"), "\"ASK\"");
        Caller stranger = SampleEnterprise.at("2210").user("stranger", SampleEnterprise.ALL);
        assertThat(stranger.get("/portal/my/representations/" + id).statusCode())
                .isEqualTo(404);
        assertThat(stranger.form("/portal/my/representations/" + id, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/my/delegations/" + id).statusCode()).isEqualTo(404);
        assertThat(Caller.signedIn("pudong.officer")
                        .get("/desk/enterprises/delegations/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(broker.get("/portal/my").body()).contains("样本企业" + enterprise.code());
    }

    @Test
    void aUserOfTheEnterpriseIsNotItsRepresentative() throws SQLException {
        enterprise.user("staff", "REGISTER");
        long id = offered(enterprise.mail("staff"), "\"ASK\"");
        Caller staff = Caller.signedIn(enterprise.mail("staff"));
        assertThat(staff.form("/portal/my/representations/" + id, Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(staff.get("/api/v1/my/enterprise").body()).contains("\"rights\":[\"REGISTER\"]");
    }
}
