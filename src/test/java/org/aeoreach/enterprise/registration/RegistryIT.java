package org.aeoreach.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enterprise in the registry: entered, renamed, transferred, and out of sight of every other house. */
@RunAsClient
class RegistryIT implements ServerTest {
    private Caller shekou;
    private Caller dapeng;

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
        shekou = Caller.signedIn("shekou.officer");
        dapeng = Caller.signedIn("dapeng.officer");
    }

    private static String rest(SampleEnterprise enterprise, String part) {
        return "/api/v1/enterprises/" + enterprise.id() + part;
    }

    private static String etag(long version) {
        return "\"v" + version + "\"";
    }

    private static LocalDate today() {
        return SampleEnterprise.today();
    }

    @Test
    void entersAnEnterpriseAtTheUnitOfItsCode() throws SQLException {
        Reply made = Reply.of(shekou.json(
                "POST",
                "/api/v1/enterprises",
                "{\"nameZh\":\"入册样本\",\"uscc\":\"91350100m000100y43\",\"customsCode\":\"5304770001\","
                        + "\"tradingPartners\":[\"日本、DE\"],\"businessTypes\":[\"CBEC_OPERATOR\"],\"sizeClass\":\"SMALL\","
                        + "\"grade\":\"CE\",\"gradeSince\":\"2026-05-01\"}"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().getString("uscc")).isEqualTo("91350100M000100Y43");
        assertThat(made.body().getJsonArray("tradingPartners").toString()).isEqualTo("[\"JP\",\"DE\"]");
        var standing = made.body().getJsonObject("standing");
        assertThat(standing.getString("audience")).isEqualTo("AEO");
        assertThat(standing.getString("journeyStep")).isEqualTo("AEO");
        assertThat(standing.getBoolean("sme") && standing.getBoolean("cbec")).isTrue();
        long id = made.body().getJsonObject("enterprise").getJsonNumber("id").longValue();
        assertThat(Rows.number("select unit_id from enterprise where id = ?", id))
                .isEqualTo(Units.id("5304"));
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'enterprise.enter' and record_id = ?",
                        "" + id))
                .isEqualTo(1);
        Rows.change("delete from record_view where enterprise_id = ?", id);
        Rows.change("delete from enterprise where id = ?", id);
    }

    @Test
    void keepsWhatWasTypedWhenTheFormIsRefused() {
        HttpResponse<String> answer = shekou.form(
                "/desk/enterprises/new",
                Map.of("nameZh", "表单样本", "uscc", "91350100M000100Y44", "customsCode", "53O4770002"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("表单样本", "91350100M000100Y44", "53O4770002", "id=\"uscc-error\"");
    }

    @Test
    void refusesAnEnterpriseOfAnotherUnit() {
        Reply answer = Reply.of(
                shekou.json("POST", "/api/v1/enterprises", "{\"nameZh\":\"他关样本\",\"customsCode\":\"2210770001\"}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field(0)).isEqualTo("unitId");
    }

    /** Neither page, nor API, nor export, nor count, nor an error tells more than that a number is taken. */
    @Test
    void anotherHouseLearnsNothing() throws SQLException {
        SampleEnterprise secret = SampleEnterprise.at("5304");
        Rows.change(
                "update enterprise set name_zh = '机密样本企业', grade = 'ACE', grade_since = date '2019-01-01' where id = ?",
                secret.id());
        String name = "机密样本企业";
        assertThat(shekou.get("/desk/enterprises/export?format=csv&grade=ACE").body())
                .contains(name);
        for (String part : new String[] {"", "/people", "/grade", "/journey", "/particulars", "/name", "/transfer"}) {
            HttpResponse<String> page = dapeng.get("/desk/enterprises/" + secret.id() + part);
            assertThat(page.statusCode()).as(part).isEqualTo(404);
            assertThat(page.body()).doesNotContain(name, secret.code());
        }
        for (String list : new String[] {
            "/desk/enterprises?aeo-on=" + today(),
            "/desk/enterprises?q=" + secret.code(),
            "/desk/enterprises?unit=5304",
            "/desk/enterprises/export?format=csv",
            "/api/v1/enterprises?q=" + secret.code(),
            "/desk/enterprises/aeo-count"
        }) {
            assertThat(dapeng.get(list).body()).as(list).doesNotContain(name);
        }
        Reply where =
                Reply.of(dapeng.json("POST", "/api/v1/enterprises/registered", "{\"code\":\"" + secret.code() + "\"}"));
        assertThat(where.body().getString("place")).isEqualTo("ELSEWHERE");
        assertThat(where.body().containsKey("enterpriseId") && !where.body().isNull("enterpriseId"))
                .isFalse();
        HttpResponse<String> double_ = dapeng.json(
                "POST",
                "/api/v1/enterprises",
                "{\"nameZh\":\"试探\",\"customsCode\":\"" + secret.code() + "\",\"unitId\":" + Units.id("5316") + "}");
        assertThat(double_.statusCode()).isEqualTo(400);
        assertThat(double_.body()).doesNotContain(name, "" + secret.id());
        assertThat(count(dapeng)).isEqualTo(countOf("0000.5300.5316."));
        assertThat(count(shekou)).isEqualTo(countOf("0000.5300.5304."));
    }

    private static long count(Caller caller) {
        String body = caller.get("/api/v1/enterprises/aeo-counts?on=" + today()).body();
        return Long.parseLong(body.replaceAll("(?s).*\"aeos\":\\s*([0-9]+).*", "$1"));
    }

    private static long countOf(String path) throws SQLException {
        return Rows.number(
                "select count(*) from enterprise where starts_with(org_path, ?) and grade in ('ACE', 'CE')"
                        + " and merged_into is null",
                path);
    }

    @Test
    void keepsFormerNamesWithTheirDays() {
        SampleEnterprise enterprise = sample();
        Reply renamed = Reply.of(shekou.json(
                "PUT",
                rest(enterprise, "/name"),
                "{\"nameZh\":\"改名以后\",\"validFrom\":\"2026-03-01\"}",
                "If-Match",
                etag(0)));
        assertThat(renamed.status()).isEqualTo(200);
        Reply tooEarly = Reply.of(shekou.json(
                "PUT",
                rest(enterprise, "/name"),
                "{\"nameZh\":\"再改\",\"validFrom\":\"2026-03-01\"}",
                "If-Match",
                etag(1)));
        assertThat(tooEarly.status()).isEqualTo(400);
        assertThat(tooEarly.field(0)).isEqualTo("validFrom");
        var former = Reply.of(shekou.get(rest(enterprise, "/former")))
                .body()
                .getJsonArray("names")
                .getJsonObject(0);
        assertThat(former.getString("zh")).startsWith("样本企业");
        assertThat(former.getString("to")).isEqualTo("2026-02-28");
    }

    private static SampleEnterprise sample() {
        try {
            return SampleEnterprise.at("5304");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void transferMovesTheEnterpriseWithItsPeopleAndTellsAllSides() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller user = enterprise.user("boss", SampleEnterprise.ALL);
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)"
                        + " select id, unit_id, org_path, ?, 'COORDINATOR', ? from enterprise where id = ?",
                Caller.account("shekou.coordinator"),
                today().minusDays(30),
                enterprise.id());
        Reply person = Reply.of(shekou.json(
                "POST",
                rest(enterprise, "/people"),
                "{\"nameZh\":\"联系人\",\"role\":\"OTHER\",\"language\":\"ZH\",\"purpose\":\"OUTREACH\","
                        + "\"legalBasis\":\"STATUTORY_DUTY\"}"));
        assertThat(person.status()).isEqualTo(201);
        HttpResponse<String> moved = shekou.json(
                "POST",
                rest(enterprise, "/transfer"),
                "{\"unitId\":" + Units.id("5316") + ",\"from\":\"" + today() + "\",\"reason\":\"迁址\"}",
                "If-Match",
                etag(0));
        assertThat(moved.statusCode()).isEqualTo(204);
        assertThat(shekou.get("/desk/enterprises/" + enterprise.id()).statusCode())
                .isEqualTo(404);
        assertThat(shekou.get("/desk/contacts/" + person.id()).statusCode()).isEqualTo(404);
        assertThat(dapeng.get("/desk/contacts/" + person.id()).statusCode()).isEqualTo(200);
        assertThat(dapeng.get("/desk/enterprises/" + enterprise.id()).body()).contains("迁址");
        assertThat(user.get("/portal/my").statusCode()).isEqualTo(200);
        assertThat(user.get("/portal/my").body()).contains("大鹏海关");
        String paths = "select count(*) from %s where enterprise_id = " + enterprise.id()
                + " and org_path <> '0000.5300.5316.'";
        for (String table :
                new String[] {"account", "role_assignment", "enterprise_member", "enterprise_former_unit"}) {
            assertThat(Rows.number(paths.formatted(table))).as(table).isZero();
        }
        Rows.Row now = Rows.one("select coordinator_id, version from enterprise where id = ?", enterprise.id());
        assertThat(now.idOrNull("coordinator_id")).isNull();
        assertThat(Rows.number(
                        "select count(*) from coordination where enterprise_id = ? and valid_to is null",
                        enterprise.id()))
                .isZero();
        assertThat(Rows.all("select recipient from mail where template = 'enterprise-transferred'").stream()
                        .map(row -> row.text("recipient")))
                .containsExactly(enterprise.mail("boss"));
        assertThat(Rows.all("select recipient from mail where template = 'enterprise-transferred-officer'").stream()
                        .map(row -> row.text("recipient")))
                .contains("shekou.coordinator@demo.invalid");
        assertThat(Rows.all(
                                "select org_path from audit_entry where action = 'enterprise.transfer' and record_id = ?"
                                        + " order by 1",
                                "" + enterprise.id())
                        .stream()
                        .map(row -> row.text("org_path")))
                .containsExactly("0000.5300.5304.", "0000.5300.5316.");
    }

    /** Who may not change an enterprise cannot move it by calling the function itself. */
    @Test
    void aPointerToTheEnterpriseItWasMergedIntoIsNotChangedAnyMore() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise pointer = SampleEnterprise.at("5304");
        Rows.change("update enterprise set merged_into = ? where id = ?", kept.id(), pointer.id());
        String today = SampleEnterprise.today().toString();
        Map<String, String> wanted = Map.of(
                "PUT /name", "{\"nameZh\":\"新名称\",\"validFrom\":\"" + today + "\"}",
                "PUT /facts", "{\"customsCode\":\"" + pointer.code() + "\"}",
                "POST /transfer", "{\"unitId\":" + Units.id("5316") + ",\"from\":\"" + today + "\",\"reason\":\"迁址\"}",
                "POST /grades", "{\"grade\":\"REGULAR\",\"from\":\"" + today + "\",\"ground\":\"认定\"}",
                "POST /journey", "{\"step\":\"CONTACTED\",\"happenedOn\":\"" + today + "\"}");
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            String[] call = each.getKey().split(" ");
            HttpResponse<String> answer =
                    shekou.json(call[0], rest(pointer, call[1]), each.getValue(), "If-Match", "\"v0\"");
            assertThat(answer.statusCode()).as(each.getKey() + answer.body()).isEqualTo(409);
            assertThat(answer.body()).contains("已被合并");
        }
    }

    @Test
    void refusesTheTransferOfAnotherHousesEnterprise() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        HttpResponse<String> answer = dapeng.json(
                "POST",
                rest(enterprise, "/transfer"),
                "{\"unitId\":" + Units.id("5316") + ",\"from\":\"" + today() + "\",\"reason\":\"试探\"}",
                "If-Match",
                etag(0));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Rows.one("select org_path from enterprise where id = ?", enterprise.id())
                        .text("org_path"))
                .isEqualTo("0000.5300.5304.");
    }

    @Test
    void asksForConsentAndItsDayAndKeepsTheWordsAgreedTo() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String person = "{\"nameZh\":\"同意人\",\"role\":\"OTHER\",\"language\":\"ZH\",\"purpose\":\"OUTREACH\","
                + "\"legalBasis\":\"CONSENT\"%s}";
        Reply without = Reply.of(shekou.json("POST", rest(enterprise, "/people"), person.formatted("")));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.field(0)).isEqualTo("consentOn");
        Reply made = Reply.of(
                shekou.json("POST", rest(enterprise, "/people"), person.formatted(",\"consentOn\":\"2026-06-01\"")));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().getInt("consentWordingId")).isEqualTo(1);
        assertThat(made.body().getBoolean("contactable", true)).isTrue();
        Reply before = Reply.of(shekou.json(
                "POST",
                "/api/v1/contacts/" + made.id() + "/withdrawal",
                "{\"withdrawnOn\":\"2026-05-31\"}",
                "If-Match",
                etag(0)));
        assertThat(before.status()).isEqualTo(400);
        Reply withdrawn = Reply.of(shekou.json(
                "POST",
                "/api/v1/contacts/" + made.id() + "/withdrawal",
                "{\"withdrawnOn\":\"2026-06-02\"}",
                "If-Match",
                etag(0)));
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(shekou.get("/desk/enterprises/" + enterprise.id() + "/people")
                        .body())
                .contains("已撤回同意");
        assertThat(Rows.one(
                                "select string_agg(changes::text, '') as text from audit_entry where record_type ="
                                        + " 'contact_person' and record_id = ?",
                                "" + made.id())
                        .text("text"))
                .doesNotContain("同意人");
    }
}
