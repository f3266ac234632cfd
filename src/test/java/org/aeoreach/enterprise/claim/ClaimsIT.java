package org.aeoreach.enterprise.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims tell nothing to who makes them, are confirmed once, and only by the address on file or the house. */
@RunAsClient
class ClaimsIT implements ServerTest {
    private static final String UNKNOWN = "0000999999";
    private static final String TAKEN = "5304999901";

    @BeforeEach
    @AfterEach
    void asInTheBeginning() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
    }

    private static HttpResponse<String> claim(String code, String mail, boolean officer) {
        Map<String, String> fields = new TreeMap<>(
                Map.of("customsCode", code, "name", "申请人", "mail", mail, "language", "EN", "statement", "关务主管"));
        if (officer) {
            fields.put("officer", "true");
        }
        return Caller.anonymous().form("/portal/claim", fields);
    }

    private static String link() throws SQLException {
        String text = Rows.one("select body_text from mail where template = 'enterprise-claim'")
                .text("body_text");
        Matcher found = Pattern.compile("/portal/claim/([A-Za-z0-9_-]{43})").matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void answersTheSameForUnknownTakenAndFreeCodes() throws SQLException {
        SampleEnterprise free = SampleEnterprise.at("5304");
        SampleEnterprise withoutMail = SampleEnterprise.at("5304");
        Rows.change("update enterprise set mail_on_file = null where id = ?", withoutMail.id());
        List<Map<String, List<String>>> headers = new ArrayList<>();
        for (String code : List.of(UNKNOWN, TAKEN, free.code(), withoutMail.code())) {
            long began = System.nanoTime();
            HttpResponse<String> answer = claim(code, "first@enterprise.test", false);
            assertThat(System.nanoTime() - began).as("time of %s", code).isGreaterThan(395_000_000L);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.body()).isEmpty();
            Map<String, List<String>> shown = new TreeMap<>(answer.headers().map());
            shown.keySet().removeIf(name -> name.equalsIgnoreCase("X-Request-Id") || name.equalsIgnoreCase("Date"));
            headers.add(shown);
        }
        assertThat(headers).allMatch(headers.get(0)::equals);
        assertThat(Rows.all("select template from mail order by template").stream()
                        .map(row -> row.text("template")))
                .containsExactly("enterprise-claim", "enterprise-claim-taken");
    }

    @Test
    void keepsNothingOfSomebodyWhoNamesAnUnknownCode() throws SQLException {
        long before = Rows.number("select count(*) from enterprise_claim");
        claim(UNKNOWN, "nobody@enterprise.test", false);
        assertThat(Rows.number("select count(*) from enterprise_claim")).isEqualTo(before);
        assertThat(Rows.number("select count(*) from mail")).isZero();
        Rows.Row entry = Rows.one("select org_path, changes::text as changes from audit_entry"
                + " where action = 'enterprise.claim' order by id desc limit 1");
        assertThat(entry.text("org_path")).isEqualTo("0000.");
        assertThat(entry.text("changes")).doesNotContain("nobody", "申请人", UNKNOWN);
    }

    @Test
    void tellsOnlyTheFormOfTheCodeAndKeepsWhatWasTyped() {
        HttpResponse<String> answer = claim("53049999", "first@enterprise.test", false);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("53049999", "关务主管", "id=\"customsCode-error\"");
        assertThat(claim("53049999 0a", "no address", false).body()).contains("id=\"mail-error\"");
    }

    @Test
    void countsEveryCodeAlikeAgainstTheLimit() {
        for (String code : List.of(UNKNOWN, TAKEN)) {
            int last = 0;
            for (int i = 0; i < 6; i++) {
                last = claim(code, "first@enterprise.test", false).statusCode();
            }
            assertThat(last).as(code).isEqualTo(429);
        }
    }

    @Test
    void theLinkWorksOnceWhenUsedTwiceAtTheSameTime() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        claim(enterprise.code(), enterprise.mail("boss"), false);
        String link = link();
        assertThat(Caller.anonymous().get(link).body()).contains("申请人", "关务主管", enterprise.mail("boss"));
        assertThat(enterprise.administrators()).as("a look decides nothing").isZero();
        Callable<Integer> use = () ->
                Caller.anonymous().form(link, Map.of("verdict", "CONFIRM")).statusCode();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : two.invokeAll(List.of(use, use))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 404);
        } finally {
            two.shutdownNow();
        }
        assertThat(enterprise.administrators()).isEqualTo(1);
        assertThat(Rows.number("select count(*) from account where mail = ?", enterprise.mail("boss")))
                .isEqualTo(1);
        assertThat(Caller.anonymous().get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void theLinkDoesNotWorkAfterItsTime() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        claim(enterprise.code(), enterprise.mail("late"), false);
        String link = link();
        Rows.change(
                "update enterprise_link set expires_at = now() - interval '1 second' where record_id in"
                        + " (select id from enterprise_claim where enterprise_id = ?)",
                enterprise.id());
        assertThat(Caller.anonymous().form(link, Map.of("verdict", "CONFIRM")).statusCode())
                .isEqualTo(404);
        assertThat(enterprise.administrators()).isZero();
    }

    @Test
    void onlyTheHouseAndThoseAboveItSeeAndDecideAClaim() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        claim(enterprise.code(), enterprise.mail("counter"), true);
        long id = Rows.number("select id from enterprise_claim where enterprise_id = ?", enterprise.id());
        String page = "/desk/enterprises/claims/" + id;
        Map<String, String> decision =
                Map.of("verdict", "CONFIRM", "checked", "LICENCE", "note", "查验执照原件", "version", "0");
        for (String stranger : List.of("dapeng.officer", "pudong.officer", "shanghai.officer")) {
            Caller officer = Caller.signedIn(stranger);
            assertThat(officer.get(page).statusCode()).as(stranger).isEqualTo(404);
            assertThat(officer.form(page, decision).statusCode()).as(stranger).isEqualTo(404);
            assertThat(officer.get("/api/v1/enterprises/claims").body()).doesNotContain(enterprise.mail("counter"));
        }
        assertThat(enterprise.administrators()).isZero();
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(officer.form(page, Map.of("verdict", "CONFIRM", "checked", "LICENCE", "version", "0"))
                        .statusCode())
                .as("without a note")
                .isEqualTo(400);
        assertThat(officer.form(page, decision).statusCode()).isEqualTo(303);
        assertThat(enterprise.administrators()).isEqualTo(1);
        assertThat(officer.get(page).body()).contains("查验执照原件", "梁晓川");
        Rows.Row entry = Rows.one(
                "select account_id, changes::text as changes from audit_entry"
                        + " where action = 'enterprise.confirm-claim' and record_id = ?",
                Long.toString(id));
        assertThat(entry.id("account_id")).isEqualTo(Caller.account("shekou.officer"));
        assertThat(entry.text("changes")).contains("LICENCE", "查验执照原件");
    }

    @Test
    void aConfirmedClaimEndsTheOthers() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        claim(enterprise.code(), enterprise.mail("one"), true);
        claim(enterprise.code(), enterprise.mail("two"), true);
        List<Rows.Row> claims =
                Rows.all("select id from enterprise_claim where enterprise_id = ? order by id", enterprise.id());
        Caller officer = Caller.signedIn("shekou.officer");
        Map<String, String> decision =
                Map.of("verdict", "CONFIRM", "checked", "CALL", "note", "已回拨登记电话", "version", "0");
        assertThat(officer.form("/desk/enterprises/claims/" + claims.get(0).id("id"), decision)
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.form("/desk/enterprises/claims/" + claims.get(1).id("id"), decision)
                        .statusCode())
                .isIn(409, 412);
        assertThat(Rows.all("select status from enterprise_claim where enterprise_id = ? order by id", enterprise.id())
                        .stream()
                        .map(row -> row.text("status")))
                .containsExactly("CONFIRMED", "SUPERSEDED");
        assertThat(enterprise.administrators()).isEqualTo(1);
    }

    @Test
    void theConfirmedPersonAdministersTheEnterpriseAndNoOther() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        claim(enterprise.code(), enterprise.mail("admin"), false);
        Caller.anonymous().form(link(), Map.of("verdict", "CONFIRM"));
        Caller person = Caller.signedIn(enterprise.mail("admin"));
        assertThat(person.get("/portal/my/users").body()).contains(enterprise.mail("admin"));
        assertThat(person.get("/api/v1/my/enterprise").body())
                .contains("\"id\":" + enterprise.id(), "ADMINISTER", "\"represented\":false");
        long other = Rows.number("select m.id from enterprise_member m join account a on a.id = m.account_id"
                + " where a.login = 'electronics.user'");
        assertThat(person.get("/api/v1/my/users/" + other).statusCode()).isEqualTo(404);
    }
}
