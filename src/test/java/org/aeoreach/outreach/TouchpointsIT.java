package org.aeoreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written down of a contact is evidence: it counts once, stays what it was, and tells each only what is his. */
@RunAsClient
class TouchpointsIT implements ServerTest {

    private static final String SECRET = "机密谈话内容";
    private static final String AGREED = "商定事项甲";

    @BeforeEach
    void asInTheBeginning() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static String contact(String day, long... enterprises) {
        StringBuilder ids = new StringBuilder();
        for (long id : enterprises) {
            ids.append(ids.isEmpty() ? "" : ",").append(id);
        }
        return "{\"day\":\"" + day + "\",\"channel\":\"VISIT\",\"direction\":\"OUT\",\"enterprises\":[" + ids
                + "],\"said\":\"" + SECRET + "\",\"agreed\":\"" + AGREED + "\"";
    }

    private static long record(Caller officer, String json) throws SQLException {
        HttpResponse<String> answer = officer.json("POST", "/api/v1/touchpoints", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Rows.number("select max(id) from touchpoint where account_id = ?", Caller.account(officer.name()));
    }

    private static String lastContact(SampleEnterprise enterprise) throws SQLException {
        return Rows.one(
                        "select coalesce(last_contact_on::text, '-') || ' ' || coalesce(last_strength, '-') as last"
                                + " from enterprise where id = ?",
                        enterprise.id())
                .text("last");
    }

    @Test
    void theEnterpriseStandsByItsLastContactAfterCorrectionsAndWithdrawalsToo() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller officer = Caller.signedIn("shekou.officer");
        long older = record(officer, contact("2026-02-01", enterprise.id()) + ",\"strength\":\"ATTENDED\"}");
        long newer = record(officer, contact("2026-03-01", enterprise.id()) + "}");
        assertThat(lastContact(enterprise)).isEqualTo("2026-03-01 ONE_TO_ONE");
        HttpResponse<String> corrected = officer.json(
                "PUT",
                "/api/v1/touchpoints/" + newer,
                "{\"reason\":\"日期写错\",\"contact\":" + contact("2026-01-15", enterprise.id()) + "}}",
                "If-Match",
                "\"v0\"");
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(lastContact(enterprise)).isEqualTo("2026-02-01 ATTENDED");
        assertThat(officer.json(
                                "POST",
                                "/api/v1/touchpoints/" + older + "/withdrawal",
                                "{\"reason\":\"重复录入\"}",
                                "If-Match",
                                "\"v0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(lastContact(enterprise)).isEqualTo("2026-01-15 ONE_TO_ONE");
        assertThat(officer.get("/api/v1/touchpoints?enterprise=" + enterprise.id())
                        .body())
                .contains("\"touchpointId\":" + newer)
                .doesNotContain("\"touchpointId\":" + older);
    }

    @Test
    void aContactWithSeveralCountsForEachAndOneThatIsTakenOutCountsNoMore() throws SQLException {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        Caller officer = Caller.signedIn("shekou.officer");
        long id = record(officer, contact("2026-03-01", one.id(), two.id()) + "}");
        assertThat(lastContact(two)).startsWith("2026-03-01");
        officer.json(
                "PUT",
                "/api/v1/touchpoints/" + id,
                "{\"reason\":\"第二家未到场\",\"contact\":" + contact("2026-03-01", one.id()) + "}}",
                "If-Match",
                "\"v0\"");
        assertThat(lastContact(one)).startsWith("2026-03-01");
        assertThat(lastContact(two)).isEqualTo("- -");
        assertThat(officer.get("/api/v1/touchpoints/" + id + "/versions").body())
                .contains("第二家未到场", Long.toString(two.id()));
    }

    @Test
    void neitherSisterHouseNorOtherDistrictSeesAnythingOfIt() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long id = record(
                Caller.signedIn("shekou.officer"),
                contact("2026-03-01", enterprise.id()) + ",\"tasks\":[{\"title\":\"" + SECRET
                        + "\",\"dueOn\":\"2099-01-01\"}]}");
        long task = Rows.number("select id from task where touchpoint_id = ?", id);
        for (String stranger : new String[] {"dapeng.officer", "pudong.officer", "shanghai.officer"}) {
            Caller officer = Caller.signedIn(stranger);
            for (String path : new String[] {
                "/desk/touchpoints/" + id,
                "/desk/touchpoints/" + id + "/correction",
                "/desk/touchpoints/" + id + "/withdrawal",
                "/api/v1/touchpoints/" + id,
                "/api/v1/touchpoints/" + id + "/versions",
                "/desk/tasks/" + task,
                "/api/v1/tasks/" + task
            }) {
                HttpResponse<String> answer = officer.get(path);
                assertThat(answer.statusCode()).as(stranger + path).isEqualTo(404);
                assertThat(answer.body()).as(stranger + path).doesNotContain(SECRET, AGREED);
            }
            for (String path : new String[] {
                "/desk/touchpoints?enterprise=" + enterprise.id(),
                "/desk/touchpoints?q=" + enterprise.code(),
                "/desk/touchpoints/export?format=csv&columns=party&columns=said&columns=agreed",
                "/desk/tasks?closed=true",
                "/desk/tasks/export?format=csv",
                "/api/v1/touchpoints?limit=200",
                "/api/v1/touchpoints?enterprise=" + enterprise.id(),
                "/api/v1/tasks?limit=200"
            }) {
                HttpResponse<String> answer = officer.get(path);
                assertThat(answer.statusCode()).as(stranger + path).isEqualTo(200);
                assertThat(answer.body())
                        .as(stranger + path)
                        .doesNotContain(SECRET, AGREED, "样本企业" + enterprise.code(), "/desk/touchpoints/" + id + "\"");
            }
            HttpResponse<String> about =
                    officer.json("POST", "/api/v1/touchpoints", contact("2026-03-01", enterprise.id()) + "}");
            assertThat(about.statusCode()).as("%s writes about it", stranger).isEqualTo(400);
            assertThat(about.body()).doesNotContain("样本企业");
        }
    }

    @Test
    void everyHouseSeesThatThereWasAContactButNotTheTextUnlessShared() throws SQLException {
        SampleEnterprise mine = SampleEnterprise.at("5304");
        SampleEnterprise other = SampleEnterprise.at("5316");
        Caller district = Caller.signedIn("shenzhen.officer");
        Caller shekou = Caller.signedIn("shekou.officer");
        long kept = record(district, contact("2026-03-01", mine.id(), other.id()) + "}");
        HttpResponse<String> seen = shekou.get("/api/v1/touchpoints/" + kept);
        assertThat(seen.body())
                .contains("样本企业" + mine.code(), "\"mine\":false")
                .doesNotContain(SECRET, AGREED, "样本企业" + other.code());
        assertThat(shekou.get("/desk/touchpoints/" + kept).body()).doesNotContain(SECRET, "样本企业" + other.code());
        assertThat(shekou.get("/desk/touchpoints/" + kept + "/correction").statusCode())
                .isEqualTo(404);
        long shared = record(district, contact("2026-03-02", mine.id(), other.id()) + ",\"shared\":true}");
        assertThat(shekou.get("/api/v1/touchpoints/" + shared).body())
                .contains(SECRET, "样本企业" + mine.code())
                .doesNotContain("样本企业" + other.code());
        assertThat(shekou.get("/desk/touchpoints/" + shared + "/correction").statusCode())
                .as("reading is not writing")
                .isEqualTo(404);
        // What stood there before is the author's, even where the text is shared.
        assertThat(district.json(
                                "PUT",
                                "/api/v1/touchpoints/" + shared,
                                "{\"reason\":\"补充\",\"contact\":" + contact("2026-03-02", mine.id(), other.id())
                                        + ",\"shared\":true}}",
                                "If-Match",
                                "\"v0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(district.get("/api/v1/touchpoints/" + shared + "/versions").body())
                .contains("补充");
        assertThat(shekou.get("/api/v1/touchpoints/" + shared + "/versions").body())
                .isEqualTo("[]");
        assertThat(Caller.signedIn("pudong.officer")
                        .get("/api/v1/touchpoints/" + shared)
                        .statusCode())
                .as("shared with the parties' houses, with nobody else")
                .isEqualTo(404);
    }

    @Test
    void theContactMovesWithTheEnterpriseAndTheTextStays() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller shekou = Caller.signedIn("shekou.officer");
        long id = record(shekou, contact("2026-03-01", enterprise.id()) + ",\"told\":true}");
        Rows.change(
                "update enterprise set unit_id = ?, org_path = (select org_path from unit where id = ?) where id = ?",
                Units.id("2210"),
                Units.id("2210"),
                enterprise.id());
        HttpResponse<String> pudong = Caller.signedIn("pudong.officer").get("/api/v1/touchpoints/" + id);
        assertThat(pudong.statusCode()).isEqualTo(200);
        assertThat(pudong.body()).contains("样本企业" + enterprise.code()).doesNotContain(SECRET);
        assertThat(shekou.get("/api/v1/touchpoints/" + id).body())
                .contains(SECRET)
                .doesNotContain("样本企业" + enterprise.code());
        assertThat(Rows.number(
                        "select count(*) from touchpoint_party where touchpoint_id = ? and unit_id_then = ?",
                        id,
                        Units.id("5304")))
                .as("where it was when it happened")
                .isEqualTo(1);
        assertThat(shekou.json(
                                "POST",
                                "/api/v1/touchpoints/" + id + "/withdrawal",
                                "{\"reason\":\"误录\"}",
                                "If-Match",
                                "\"v0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.signedIn("pudong.officer")
                        .get("/api/v1/touchpoints/" + id)
                        .statusCode())
                .as("withdrawn for the new house too")
                .isEqualTo(404);
        assertThat(lastContact(enterprise)).isEqualTo("- -");
    }

    @Test
    void theEnterpriseSeesWhatItWasToldAndNothingInternal() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller person = enterprise.user("boss", SampleEnterprise.ALL);
        Caller officer = Caller.signedIn("shekou.officer");
        record(officer, contact("2026-03-01", enterprise.id()).replace(AGREED, "不展示") + "}");
        long told = record(officer, contact("2026-03-02", enterprise.id()) + ",\"told\":true}");
        for (String path : new String[] {"/portal/my/contacts", "/api/v1/my/contacts"}) {
            assertThat(person.get(path).body()).as(path).contains(AGREED).doesNotContain(SECRET, "不展示");
        }
        assertThat(person.get("/api/v1/touchpoints/" + told).statusCode()).isEqualTo(403);
        SampleEnterprise another = SampleEnterprise.at("5304");
        assertThat(another.user("boss", SampleEnterprise.ALL)
                        .get("/api/v1/my/contacts")
                        .body())
                .doesNotContain(AGREED);
        officer.json(
                "PUT",
                "/api/v1/touchpoints/" + told,
                "{\"reason\":\"不宜展示\",\"contact\":" + contact("2026-03-02", enterprise.id()) + "}}",
                "If-Match",
                "\"v0\"");
        assertThat(person.get("/api/v1/my/contacts").body()).doesNotContain(AGREED);
    }

    @Test
    void oneThatSomethingReliesOnCannotBeWithdrawn() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller officer = Caller.signedIn("shekou.officer");
        long id = record(
                officer,
                contact("2026-03-01", enterprise.id()) + ",\"tasks\":[{\"title\":\"回复\",\"dueOn\":\"2099-01-01\"}]}");
        String withdrawal = "/api/v1/touchpoints/" + id + "/withdrawal";
        HttpResponse<String> refused = officer.json("POST", withdrawal, "{\"reason\":\"误录\"}", "If-Match", "\"v0\"");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("relied-on", "1 项未完成的待办事项");
        assertThat(officer.get("/desk/touchpoints/" + id + "/withdrawal").body())
                .contains("1 项未完成的待办事项");
        long task = Rows.number("select id from task where touchpoint_id = ?", id);
        officer.json(
                "PUT",
                "/api/v1/tasks/" + task + "/outcome",
                "{\"status\":\"DONE\",\"outcome\":\"已回复\"}",
                "If-Match",
                "\"v0\"");
        assertThat(officer.json("POST", withdrawal, "{\"reason\":\"误录\"}", "If-Match", "\"v0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.get("/desk/touchpoints/" + id).body()).contains("误录", SECRET);
        assertThat(Rows.number("select count(*) from touchpoint where id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void theFormKeepsWhatWasTypedAndSaysWhatIsMissing() throws SQLException {
        Map<String, String> fields = new TreeMap<>(
                Map.of("day", "2099-01-01", "channel", "VISIT", "direction", "OUT", "said", SECRET, "heard", "true"));
        Caller officer = Caller.signedIn("shekou.officer");
        long before = Rows.number("select count(*) from touchpoint");
        HttpResponse<String> nobody = officer.form("/desk/touchpoints", fields);
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.body()).contains(SECRET, "至少填写一家企业");
        fields.put("enterprises", Long.toString(SampleEnterprise.at("5304").id()));
        HttpResponse<String> unheard = officer.form("/desk/touchpoints", fields);
        assertThat(unheard.body()).contains("id=\"heardOn-error\"");
        fields.put("heardOn", "系统申报慢");
        fields.put("severity", "MINOR");
        HttpResponse<String> future = officer.form("/desk/touchpoints", fields);
        assertThat(future.statusCode()).isEqualTo(400);
        assertThat(future.body()).contains("id=\"day-error\"", "系统申报慢");
        assertThat(Rows.number("select count(*) from touchpoint")).isEqualTo(before);
    }

    @Test
    void theEnterpriseTypedIsFoundWithoutJavaScriptAndTheNextOneCanBeAdded() throws SQLException {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        Caller officer = Caller.signedIn("shekou.officer");
        Map<String, String> fields = new TreeMap<>(Map.of(
                "day", "2026-03-01", "channel", "PHONE", "direction", "IN", "enterpriseText", one.code(), "add", "1"));
        HttpResponse<String> again = officer.form("/desk/touchpoints", fields);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("name=\"enterprises\" value=\"" + one.id() + "\"");
        fields.remove("add");
        fields.put("enterprises", Long.toString(one.id()));
        fields.put("enterpriseText", two.code());
        assertThat(officer.form("/desk/touchpoints", fields).statusCode()).isEqualTo(303);
        assertThat(Rows.number(
                        "select count(*) from touchpoint_party where enterprise_id in (?, ?)", one.id(), two.id()))
                .isEqualTo(2);
    }

    @Test
    void theHistoryTellsContactsJourneyGradesAndChangesInOneStream() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller officer = Caller.signedIn("shekou.officer");
        Rows.change(
                "update enterprise set grade = 'REGULAR', grade_since = '2026-04-01' where id = ?", enterprise.id());
        Rows.change(
                "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to)"
                        + " select id, unit_id, org_path, 'GENERAL', '2019-05-06', '2026-03-31' from enterprise where id = ?",
                enterprise.id());
        Rows.change(
                "insert into journey_entry (enterprise_id, unit_id, org_path, step, from_step, happened_on, unit_then,"
                        + " account_id) select id, unit_id, org_path, 'BRIEFED', 'PROSPECT', '2026-02-03', unit_id, ?"
                        + " from enterprise where id = ?",
                Caller.account("shekou.officer"),
                enterprise.id());
        record(officer, contact("2026-03-01", enterprise.id()) + ",\"time\":\"09:30\"}");
        record(officer, contact("2026-01-01", enterprise.id()) + "}");
        String path = "/desk/enterprises/" + enterprise.id() + "/history";
        String all = officer.get(path).body();
        assertThat(all).containsSubsequence("信用等级：常规企业", "09:30", "走访", AGREED, "：已宣讲", "走访", "信用等级：一般信用企业");
        assertThat(officer.get(path + "?kind=journey").body()).contains("：已宣讲").doesNotContain(AGREED, "信用等级：");
        assertThat(officer.get(path + "?limit=1").body()).contains("信用等级：常规企业").doesNotContain("：已宣讲", AGREED);
        assertThat(officer.get(path + "?kind=x").statusCode()).isEqualTo(400);
        for (String stranger : new String[] {"dapeng.officer", "pudong.officer"}) {
            assertThat(Caller.signedIn(stranger).get(path).statusCode()).isEqualTo(404);
            assertThat(Caller.signedIn(stranger)
                            .get("/api/v1/enterprises/" + enterprise.id() + "/timeline")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void prospectsThatWereMetAreMovedOnToContactedOnceAsked() throws SQLException {
        SampleEnterprise prospect = SampleEnterprise.at("5304");
        SampleEnterprise further = SampleEnterprise.at("5304");
        Rows.change("update enterprise set journey_step = 'BRIEFED' where id = ?", further.id());
        Caller officer = Caller.signedIn("shekou.officer");
        long id = record(officer, contact("2026-03-01", prospect.id(), further.id()) + "}");
        assertThat(officer.get("/desk/touchpoints/" + id).body()).contains("有 1 家企业", "标记为“已联系”");
        assertThat(officer.form("/desk/touchpoints/" + id + "/journey", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(Rows.all(
                                "select journey_step || ' ' || coalesce(journey_since::text, '-') as step from enterprise"
                                        + " where id in (?, ?) order by id",
                                prospect.id(),
                                further.id())
                        .stream()
                        .map(row -> row.text("step")))
                .containsExactly("CONTACTED 2026-03-01", "BRIEFED -");
        assertThat(officer.get("/desk/touchpoints/" + id).body()).doesNotContain("标记为“已联系”");
    }

    @Test
    void anAuditorReadsAndWritesNothing() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long id = record(Caller.signedIn("shekou.officer"), contact("2026-03-01", enterprise.id()) + "}");
        Caller auditor = Caller.signedIn("gacc.auditor");
        assertThat(auditor.get("/api/v1/touchpoints/" + id).body()).contains(SECRET);
        assertThat(auditor.json("POST", "/api/v1/touchpoints", contact("2026-03-01", enterprise.id()) + "}")
                        .statusCode())
                .isEqualTo(403);
    }
}
