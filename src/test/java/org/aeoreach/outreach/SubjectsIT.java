package org.aeoreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact is about known things, which are found again by their name whatever was written. */
@RunAsClient
class SubjectsIT implements ServerTest {

    private static final String SECURITY = "{\"kind\":\"CRITERION\",\"ref\":\"standard-2026-09\",\"text\":\"x\"}";
    private static final String SINGAPORE = "{\"kind\":\"ARRANGEMENT\",\"ref\":\"arrangement-sg\",\"text\":\"x\"}";

    private final Caller officer = Caller.signedIn("shekou.officer");

    @BeforeEach
    void unlimited() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private HttpResponse<String> send(SampleEnterprise enterprise, String subjects) {
        return officer.json(
                "POST",
                "/api/v1/touchpoints",
                "{\"day\":\"2026-03-01\",\"channel\":\"VISIT\",\"direction\":\"OUT\",\"enterprises\":["
                        + enterprise.id() + "],\"subjects\":[" + subjects + "]}");
    }

    private long record(SampleEnterprise enterprise, String subjects) {
        Reply made = Reply.of(send(enterprise, subjects));
        assertThat(made.status()).isEqualTo(201);
        return made.id();
    }

    @Test
    void aKnownThingIsKeptUnderItsOwnTitleAndShownInTheReadersLanguage() throws SQLException {
        long id = record(SampleEnterprise.at("5304"), SECURITY + "," + SECURITY + "," + SINGAPORE);
        assertThat(officer.get("/api/v1/touchpoints/" + id).body())
                .contains("\"ref\":\"standard-2026-09\"", "\"text\":\"信息安全\"", "\"text\":\"新加坡\"")
                .doesNotContain("\"text\":\"x\"");
        assertThat(Rows.number("select count(*) from touchpoint_subject where touchpoint_id = ?", id))
                .as("named twice, kept once")
                .isEqualTo(2);
        assertThat(officer.get("/desk/touchpoints/" + id).body()).contains("9 信息安全");
        Caller reader = Caller.signedIn("shekou.coordinator");
        try {
            Rows.change("update account set language = 'en' where login = 'shekou.coordinator'");
            assertThat(reader.get("/desk/touchpoints/" + id).body())
                    .contains("9 Information security", "Singapore")
                    .doesNotContain("信息安全");
        } finally {
            Rows.change("update account set language = 'zh' where login = 'shekou.coordinator'");
        }
    }

    @Test
    void whatIsNotKnownIsRefusedAndNamesOfTheLibraryAreTaken() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        for (String refused : List.of(
                "{\"kind\":\"CRITERION\",\"ref\":\"standard-2026-99\",\"text\":\"x\"}",
                "{\"kind\":\"ARRANGEMENT\",\"ref\":\"standard-2026-09\",\"text\":\"x\"}",
                "{\"kind\":\"POLICY\",\"ref\":\"standard-2026-09\",\"text\":\"x\"}",
                "{\"kind\":\"OTHER\",\"ref\":\"anything\",\"text\":\"x\"}",
                "{\"kind\":\"POLICY\",\"ref\":\"No Such Name\",\"text\":\"x\"}",
                "{\"kind\":\"POLICY\",\"ref\":\"policy-order-282\",\"text\":\"\"}")) {
            assertThat(send(enterprise, refused).statusCode()).as(refused).isEqualTo(400);
        }
        long id = record(enterprise, "{\"kind\":\"POLICY\",\"ref\":\"policy-order-282\",\"text\":\"署令第282号\"}");
        assertThat(officer.get("/api/v1/touchpoints/" + id).body()).contains("\"ref\":\"policy-order-282\"", "署令第282号");
    }

    @Test
    void theListFindsByNumberTitleNameAndTheBeginningOfOtherWords() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long security = record(enterprise, SECURITY);
        long words = record(enterprise, "{\"kind\":\"OTHER\",\"text\":\"暂停互助计划\"}");
        String list = "/desk/touchpoints?enterprise=" + enterprise.id() + "&subject=";
        for (String asked : List.of("9", "信息安全", "Information secur", "standard-2026-09", "内部控制")) {
            assertThat(officer.get(list + encoded(asked)).body())
                    .as(asked)
                    .contains("/desk/touchpoints/" + security + "\"")
                    .doesNotContain("/desk/touchpoints/" + words + "\"");
        }
        assertThat(officer.get(list + encoded("暂停互")).body())
                .contains("/desk/touchpoints/" + words + "\"")
                .doesNotContain("/desk/touchpoints/" + security + "\"");
        assertThat(officer.get(list + "10").body())
                .doesNotContain("/desk/touchpoints/" + security + "\"", "/desk/touchpoints/" + words + "\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aSegmentAsksWhatWasTalkedAbout() throws SQLException {
        SampleEnterprise met = SampleEnterprise.at("5304");
        SampleEnterprise other = SampleEnterprise.at("5304");
        record(met, SECURITY);
        record(other, SINGAPORE);
        for (SampleEnterprise each : List.of(met, other)) {
            Rows.change("update enterprise set name_zh = ? where id = ?", "主题" + met.code(), each.id());
        }
        assertThat(count(met, "standard-2026-09")).isEqualTo(1);
        assertThat(count(met, "standard-2026-10")).isZero();
        assertThat(count(met, "arrangement-sg")).isEqualTo(1);
    }

    private int count(SampleEnterprise named, String subject) {
        String conditions = "{\"all\":[{\"criterion\":\"name\",\"values\":{\"value\":[\"主题" + named.code()
                + "\"]}},{\"criterion\":\"touchpoint\",\"values\":{\"subject\":[\"" + subject + "\"]}}]}";
        HttpResponse<String> answer = officer.json(
                "POST", "/api/v1/segments/count", "{\"conditions\":" + jakarta.json.Json.createValue(conditions) + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Reply.of(answer).body().getInt("number");
    }

    @Test
    void theFormOffersThemAndWhatWasTalkedAboutLast() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Map<String, String> fields = new TreeMap<>(Map.of(
                "enterprises",
                Long.toString(enterprise.id()),
                "day",
                "2026-03-02",
                "channel",
                "PHONE",
                "direction",
                "OUT",
                "about",
                "CRITERION|standard-2026-64|停放看守"));
        assertThat(officer.form("/desk/touchpoints", fields).statusCode()).isEqualTo(303);
        assertThat(Rows.number(
                        "select count(*) from touchpoint_subject s join touchpoint_party p using (touchpoint_id)"
                                + " where p.enterprise_id = ? and s.ref = 'standard-2026-64'",
                        enterprise.id()))
                .isEqualTo(1);
        assertThat(officer.get("/desk/touchpoints/new").body())
                .contains("type=\"checkbox\"", "name=\"subjects\" value=\"CRITERION|standard-2026-64|停放看守\"")
                .contains("<optgroup label=\"互认安排\">", "<option value=\"ARRANGEMENT|arrangement-sg|新加坡\"");
        String nine = officer.get("/desk/pick/subjects?q=9").body();
        assertThat(nine).contains("9 信息安全").doesNotContain("19 ", "新加坡");
        assertThat(officer.get("/desk/pick/subjects?q=" + encoded("互认")).body()).contains("新加坡");
        assertThat(officer.get("/desk/pick/subjects").body().split("role=\"option\"", -1))
                .hasSize(105);
    }

    @Test
    void aFileIsAddedOverRestByWhoeverMayWriteTheContact() throws SQLException {
        long id = record(SampleEnterprise.at("5304"), SECURITY);
        String path = "/api/v1/touchpoints/" + id + "/files";
        HttpResponse<String> added =
                officer.send("POST", path + "?name=a.pdf", "%PDF-1.7 x", "Content-Type", "application/pdf");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).contains("\"name\":\"a.pdf\"");
        assertThat(officer.send("POST", path, "<script>", "Content-Type", "application/pdf")
                        .statusCode())
                .as("not what it says")
                .isEqualTo(400);
        assertThat(officer.send("POST", path, "x", "Content-Type", "text/html").statusCode())
                .isEqualTo(415);
        for (String stranger : List.of("dapeng.officer", "pudong.officer")) {
            assertThat(Caller.signedIn(stranger)
                            .send("POST", path, "%PDF-1.7 x", "Content-Type", "application/pdf")
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(Rows.number("select count(*) from touchpoint_file where touchpoint_id = ?", id))
                .isEqualTo(1);
    }
}
