package org.aeoreach.enterprise.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A segment is exactly the enterprises its conditions say, within the range of whoever asks. */
@RunAsClient
class SegmentsIT implements ServerTest {
    private final Caller officer = Caller.signedIn("shekou.officer");

    @BeforeEach
    void unlimited() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static String leaf(String criterion, String values) {
        return "{\"criterion\":\"" + criterion + "\",\"values\":" + values + "}";
    }

    private static String body(String conditions) {
        return "{\"conditions\":" + jakarta.json.Json.createValue(conditions) + "}";
    }

    private long count(Caller by, String conditions) {
        HttpResponse<String> answer = by.json("POST", "/api/v1/segments/count", body(conditions));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Reply.of(answer).body().getJsonNumber("number").longValue();
    }

    private SampleEnterprise enterprise(String changes) throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change("update enterprise set " + changes + " where id = ?", enterprise.id());
        return enterprise;
    }

    /** "AEO prospects in …, cross-border e-commerce, not reached since April". */
    @Test
    void findsProspectsOfAUnitInECommerceNotReachedSinceADay() throws SQLException {
        String name = "分组" + System.nanoTime();
        String wanted = "name_zh = '" + name + "', journey_step = 'INTERESTED', business_types = '{CBEC_OPERATOR}'";
        SampleEnterprise never = enterprise(wanted);
        SampleEnterprise before = enterprise(wanted + ", last_contact_on = '2026-03-31'");
        enterprise(wanted + ", last_contact_on = '2026-04-01'");
        enterprise(wanted
                + ", journey_step = 'AEO', grade = 'ACE', grade_since = '2026-01-01'"
                        .replace(", journey_step = 'AEO'", ""));
        enterprise(wanted.replace("CBEC_OPERATOR", "MANUFACTURER"));
        String tree = "{\"all\":[" + leaf("name", "{\"value\":[\"" + name + "\"]}") + ","
                + leaf("unit", "{\"value\":[\"" + Units.id("5300") + "\"]}") + ","
                + leaf("audience", "{\"value\":[\"PROSPECTIVE\"]}") + "," + leaf("cbec", "{}") + ",{\"not\":"
                + leaf("contacted", "{\"since\":[\"2026-04-01\"]}") + "}]}";
        assertThat(count(officer, tree)).isEqualTo(2);
        assertThat(count(Caller.signedIn("gacc.officer"), tree)).isEqualTo(2);
        assertThat(count(Caller.signedIn("pudong.officer"), tree)).isZero();
        Reply made = Reply.of(officer.json(
                "POST",
                "/api/v1/segments",
                "{\"name\":\"" + name + "\",\"shared\":true,\"conditions\":" + jakarta.json.Json.createValue(tree)
                        + "}"));
        assertThat(made.status()).isEqualTo(201);
        String members =
                officer.get("/api/v1/segments/" + made.id() + "/members").body();
        assertThat(members)
                .contains("\"id\":" + never.id() + ",", "\"id\":" + before.id() + ",")
                .hasSizeLessThan(600);
        String list = "/desk/segments/members?segment=" + made.id();
        assertThat(officer.get(list).body())
                .contains(never.code(), before.code(), "共 2 条")
                .doesNotContain("[list.");
        assertThat(officer.get("/desk/segments/members/export?format=csv&segment=" + made.id())
                        .body())
                .contains(never.code(), before.code());
        // A colleague of the unit uses it and sees the same; the unit next door knows nothing of it.
        assertThat(Caller.signedIn("shekou.coordinator").get(list).statusCode()).isEqualTo(200);
        Reply private_ = Reply.of(officer.json(
                "POST",
                "/api/v1/segments",
                "{\"name\":\"" + name + "\",\"shared\":false,\"conditions\":" + jakarta.json.Json.createValue(tree)
                        + "}"));
        assertThat(Caller.signedIn("shekou.coordinator")
                        .get("/api/v1/segments/" + private_.id())
                        .statusCode())
                .as("not shared")
                .isEqualTo(404);
        assertThat(Caller.signedIn("dapeng.officer").get(list).statusCode()).isEqualTo(404);
        assertThat(Caller.signedIn("shenzhen.officer").get(list).statusCode()).isEqualTo(404);
    }

    @Test
    void asksForContactsByChannelStrengthAndDay() throws SQLException {
        String name = "联系" + System.nanoTime();
        SampleEnterprise met = enterprise("name_zh = '" + name + "'");
        enterprise("name_zh = '" + name + "'");
        long touchpoint = Rows.number(
                "insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel,"
                        + " direction, strength, account_id) select id, org_path, id, '2026-05-01', '2026-05-01 04:00+00', 'VISIT',"
                        + " 'OUT', 'ONE_TO_ONE', (select min(id) from account) from unit where code = '5304' returning id");
        Rows.change(
                "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id,"
                        + " at, timed, channel, strength, direction) select ?, e.id, e.unit_id, e.org_path, e.unit_id,"
                        + " e.unit_id, '2026-05-01 04:00+00', false, 'VISIT', 'ONE_TO_ONE', 'OUT' from enterprise e"
                        + " where e.id = ?",
                touchpoint,
                met.id());
        String named = leaf("name", "{\"value\":[\"" + name + "\"]}");
        assertThat(count(officer, both(named, leaf("touchpoint", "{\"channel\":[\"VISIT\"]}"))))
                .isEqualTo(1);
        assertThat(count(officer, both(named, leaf("touchpoint", "{\"channel\":[\"PHONE\"]}"))))
                .isZero();
        assertThat(count(officer, both(named, leaf("touchpoint", "{\"strength\":[\"ATTENDED\"]}"))))
                .isEqualTo(1);
        assertThat(count(officer, both(named, leaf("touchpoint", "{\"strength\":[\"APPLIED\"]}"))))
                .isZero();
        assertThat(count(officer, both(named, leaf("touchpoint", "{\"since\":[\"2026-05-02\"]}"))))
                .isZero();
        assertThat(count(officer, both(named, "{\"not\":" + leaf("touchpoint", "{\"since\":[\"2026-05-01\"]}") + "}")))
                .isEqualTo(1);
    }

    private static String both(String one, String other) {
        return "{\"all\":[" + one + "," + other + "]}";
    }

    @Test
    void refusesWhatNoCriterionUnderstands() {
        String deep = "{\"not\":".repeat(9) + leaf("cbec", "{}") + "}".repeat(9);
        for (String conditions : List.of(
                "[]",
                "{\"all\":{}}",
                deep,
                leaf("password", "{}"),
                leaf("contacted", "{\"since\":[\"2026-13-01\"]}"),
                leaf("grade", "{}"),
                leaf("grade", "{\"value\":[\"ACE') or true--\"]}"),
                leaf("unit", "{\"value\":[\"x\"]}"))) {
            assertThat(officer.json("POST", "/api/v1/segments/count", body(conditions))
                            .statusCode())
                    .as(conditions)
                    .isEqualTo(400);
        }
    }

    /** A group of boxes is no field: it has to be reachable all the same, and the link says which one it is. */
    @Test
    void theFaultsAtTheTopLeadToTheirGroupsOfBoxes() {
        Map<String, String> form = new TreeMap<>(Map.of(
                "name", "我的分组", "mode", "ALL", "g0.mode", "ALL", "g0.0.criterion", "grade", "g0.0.was", "grade"));
        String body = officer.form("/desk/segments", form).body();
        requireTargets(body);
        assertThat(body).contains("href=\"#g0-0-value\">信用等级：请填写", "id=\"g0-0-value\" tabindex=\"-1\"");
    }

    /** Each link of the summary leads to exactly one element. */
    private static void requireTargets(String body) {
        String summary =
                body.substring(body.indexOf("error-summary"), body.indexOf("</ul>", body.indexOf("error-summary")));
        List<String> targets = Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(summary)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(body.split("id=\"" + target + "\"", -1))
                .as(target)
                .hasSize(2));
    }

    @Test
    void theEditorKeepsWhatWasTypedAndCountsOnlyWhatIsComplete() throws SQLException {
        Map<String, String> form = new TreeMap<>(Map.of(
                "name",
                "我的分组",
                "mode",
                "ALL",
                "g0.mode",
                "ALL",
                "g0.0.criterion",
                "contacted",
                "g0.0.was",
                "contacted"));
        HttpResponse<String> begun = officer.form("/desk/segments/draft", form);
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(begun.body()).contains("我的分组", "填好条件后显示企业数").doesNotContain("error-summary", "请填写");
        HttpResponse<String> incomplete = officer.form("/desk/segments", form);
        assertThat(incomplete.statusCode()).isEqualTo(400);
        assertThat(incomplete.body()).contains("error-summary", "g0-0-since-error", "请填写", "我的分组");
        requireTargets(incomplete.body());
        form.put("g0.0.since", "2026-04-01");
        assertThat(officer.form("/desk/segments/draft", form).body()).contains("2026-04-01", "符合条件的企业");
        form.put("do", "add-g0");
        assertThat(officer.form("/desk/segments/draft", form).body()).contains("name=\"g0.1.criterion\"");
        form.put("name", "");
        HttpResponse<String> refused = officer.form("/desk/segments", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("name-error", "2026-04-01");
    }

    @Test
    void aColleagueReadsTheConditionsOfASharedSegmentInWords() throws SQLException {
        HttpResponse<String> made = Caller.signedIn("shekou.officer")
                .json(
                        "POST",
                        "/api/v1/segments",
                        "{\"name\":\"共用分组\",\"shared\":true,\"conditions\":\"{\\\"all\\\":[{\\\"criterion\\\":\\\"grade\\\",\\\"values\\\":"
                                + "{\\\"value\\\":[\\\"ACE\\\",\\\"CE\\\"]}},{\\\"not\\\":{\\\"criterion\\\":\\\"cbec\\\"}},{\\\"criterion\\\":"
                                + "\\\"contacted\\\",\\\"values\\\":{\\\"since\\\":[\\\"2026-04-01\\\"]}}]}\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        long id = Rows.number("select max(id) from segment where name = '共用分组'");
        String page = Caller.signedIn("shekou.coordinator")
                .get("/desk/segments/" + id)
                .body();
        assertThat(page)
                .contains("全部满足", "信用等级：高级认证企业、认证企业", "不符合：跨境电子商务企业", "2026年4月1日")
                .doesNotContain("criterion", "&#34;all&#34;");
    }
}
