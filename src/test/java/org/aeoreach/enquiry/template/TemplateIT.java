package org.aeoreach.enquiry.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Templates of answers: written, shared downward, put into an answer. */
@RunAsClient
class TemplateIT implements ServerTest {
    private static final String HOME = "/desk/enquiries/templates";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from enquiry_template where name like 'IT-%'");
        Rows.change("delete from enquiry_status_name where zh = 'IT受理'");
    }

    private static HttpResponse<String> enter(Caller who, String name, String zh, String en) {
        return who.form(HOME + "/new", Map.of("templateName", name, "bodyZh", zh, "bodyEn", en));
    }

    private static long template(String name) throws SQLException {
        return Rows.number("select id from enquiry_template where name = ?", name);
    }

    @Test
    void aTemplateGoesIntoTheDraftWithItsValuesBehindWhatStandsThere() throws SQLException {
        assertThat(enter(district, "IT-函", "{咨询人}，您好：编号{number}。", "").statusCode())
                .isEqualTo(303);
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String path = "/desk/enquiries/" + enquiry.id();
        assertThat(house.get(path).body()).contains("IT-函");
        house.form(path + "/drafts", Map.of("kind", "ANSWER", "text", "已写的话"));
        assertThat(house.form(path + "/template", Map.of("templateId", Long.toString(template("IT-函"))))
                        .statusCode())
                .isEqualTo(303);
        String number = Rows.one("select number from enquiry where id = ?", enquiry.id())
                .text("number");
        assertThat(house.get(path).body()).contains("已写的话\n\n样例，您好：编号" + number + "。</textarea>");
    }

    @Test
    void whatHasNoValueIsNamedAndNoAnswerLeavesWithIt() throws SQLException {
        enter(house, "IT-企业", "{企业名称}：请办理。", "");
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String path = "/desk/enquiries/" + enquiry.id();
        house.form(path + "/template", Map.of("templateId", Long.toString(template("IT-企业"))));
        assertThat(house.get(path).body()).contains("请补上后再发出：{企业名称}");
        HttpResponse<String> refused = house.form(
                path + "/answer", Map.of("version", Long.toString(enquiry.version()), "body", "{企业名称}：请办理。"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("还有未填写的{企业名称}").contains("{企业名称}：请办理。</textarea>");
        assertThat(enquiry.work("status")).isEqualTo("NEW");
    }

    @Test
    void anUnknownPlaceholderOrANameTakenIsRefusedWithWhatWasTyped() throws SQLException {
        HttpResponse<String> refused = enter(house, "IT-错", "{公司}请办理", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("不能识别{公司}").contains("{公司}请办理</textarea>");
        assertThat(enter(house, "IT-同", "请办理", "").statusCode()).isEqualTo(303);
        assertThat(enter(house, "IT-同", "请办理", "").statusCode()).isEqualTo(400);
        assertThat(enter(district, "IT-同", "请办理", "").statusCode()).isEqualTo(303);
    }

    @Test
    void oneOutOfUseOrWithoutTheAskersLanguageIsNotOffered() throws SQLException {
        enter(house, "IT-停", "请办理", "");
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String path = "/desk/enquiries/" + enquiry.id();
        long id = template("IT-停");
        Rows.change("update enquiry set language = 'en' where id = ?", enquiry.id());
        assertThat(house.get(path).body()).doesNotContain("IT-停");
        Rows.change("update enquiry set language = 'zh' where id = ?", enquiry.id());
        assertThat(house.get(path).body()).contains("IT-停");
        assertThat(house.form(HOME + "/" + id + "/archiving", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.get(path).body()).doesNotContain("IT-停");
        assertThat(house.form(path + "/template", Map.of("templateId", Long.toString(id)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.get(HOME).body()).doesNotContain("IT-停");
        assertThat(house.get(HOME + "?archived=true").body()).contains("IT-停");
    }

    @Test
    void oneOfAUnitAboveIsReadAndOneOfASisterIsNotThere() throws SQLException {
        enter(district, "IT-上级", "请办理", "");
        long above = template("IT-上级");
        assertThat(house.get(HOME + "/" + above).body()).contains("请办理").doesNotContain("name=\"bodyZh\"");
        assertThat(house.form(HOME + "/" + above, Map.of("version", "0", "templateName", "IT-改", "bodyZh", "改"))
                        .statusCode())
                .isEqualTo(404);
        Rows.change("update enquiry_template t set unit_id = u.id, org_path = u.org_path from unit u"
                + " where t.name = 'IT-上级' and u.code = '5316'");
        assertThat(house.get(HOME + "/" + above).statusCode()).isEqualTo(404);
    }

    @Test
    void overRestOneIsAddedChangedAndTakenOutOfUse() throws SQLException {
        String api = "/api/v1/enquiry-templates";
        HttpResponse<String> made = house.json("POST", api, "{\"templateName\":\"IT-接口\",\"bodyZh\":\"请办理\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String one = made.headers().firstValue("Location").orElseThrow().replaceAll("https?://[^/]+", "");
        String changed = "{\"templateName\":\"IT-接口\",\"bodyZh\":\"{咨询人}请办理\"}";
        assertThat(house.json("PUT", one, changed).statusCode()).isEqualTo(428);
        assertThat(house.json("PUT", one, changed, "If-Match", "\"v0\"").body()).contains("{咨询人}请办理");
        assertThat(house.json("PUT", one, changed, "If-Match", "\"v0\"").statusCode())
                .isEqualTo(412);
        assertThat(house.json("PUT", one, "{\"templateName\":\"IT-接口\"}", "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.send("POST", one + "/archiving", null, "If-Match", "\"v1\"")
                        .body())
                .contains("\"archived\":true");
        assertThat(house.get(api + "?limit=200").body()).contains("IT-接口");
        assertThat(Caller.signedIn("dapeng.officer").get(one).statusCode()).isEqualTo(404);
    }

    @Test
    void aStatusIsShownUnderTheNameTheUnitGaveIt() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change("insert into enquiry_status_name (unit_id, org_path, status, zh, en)"
                + " select id, org_path, 'NEW', 'IT受理', 'IT new' from unit where code = '5300'");
        for (String page : new String[] {"/desk/enquiries/" + enquiry.id(), "/desk/enquiries/board"}) {
            assertThat(house.get(page).body()).contains("IT受理");
        }
        assertThat(house.get("/desk/enquiries?whose=UNIT&status=NEW").body())
                .contains("<option value=\"NEW\" selected>IT受理</option>", "<strong>IT受理</strong>");
        assertThat(Caller.signedIn("gacc.officer")
                        .get("/desk/enquiries/" + enquiry.id())
                        .body())
                .doesNotContain("IT受理");
    }
}
