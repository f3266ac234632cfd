package org.aeoreach.enquiry.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question is about something from its arrival, so that what holds for a topic holds for it. */
@RunAsClient
class SuggestedTopicIT implements ServerTest {
    private static final String ANSWER = "{\"body\":\"请按公告办理。\"}";
    private static final String SINCE = "2024-01-03";

    private final Caller house = Caller.signedIn("shekou.officer");
    private Caller boss;

    @BeforeEach
    void anEnterprise() throws SQLException {
        Rows.change("delete from rate_counter");
        boss = SampleEnterprise.at("5304").user("boss", SampleEnterprise.ALL);
    }

    @AfterEach
    void noRules() throws SQLException {
        Rows.change("delete from enquiry_authority where valid_from = cast(? as date)", SINCE);
        Rows.change("delete from enquiry_topic_officer where unit_id = ?", Units.id("5304"));
    }

    private long asked(String subject, String body) {
        HttpResponse<String> answer = boss.json(
                "POST",
                "/api/v1/portal/enquiries",
                "{\"subject\":\"" + subject + "\",\"body\":\"" + body + "\",\"forColleagues\":false}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String address = answer.headers().firstValue("Location").orElseThrow();
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    private long clear() {
        return asked("申请高级认证企业的条件", "需要什么条件？");
    }

    private static Rows.Row work(long id) throws SQLException {
        return Rows.one(
                "select coalesce(topic, '') as topic, topic_suggested::text as suggested, version, officer_id"
                        + " from enquiry_work where enquiry_id = ?",
                id);
    }

    private HttpResponse<String> answer(long id) throws SQLException {
        return house.json(
                "POST",
                "/api/v1/enquiries/" + id + "/answer",
                ANSWER,
                "If-Match",
                "\"v" + work(id).text("version") + "\"");
    }

    private static void demand(String topic, String needs) throws SQLException {
        Rows.change(
                "insert into enquiry_authority (topic, needs, valid_from) values (?, ?, cast(? as date))",
                topic,
                needs,
                SINCE);
    }

    @Test
    void isSuggestedWhereItIsClearUntilAnOfficerHasSaidSo() throws SQLException {
        long id = clear();
        Rows.Row work = work(id);
        assertThat(work.text("topic")).isNotEmpty();
        assertThat(work.text("suggested")).isEqualTo("true");
        String page = house.get("/desk/enquiries/" + id).body();
        assertThat(Jsoup.parse(page).select("dd .tag-warn").text()).contains("系统推荐");
        assertThat(page).contains("根据内容推荐");
        HttpResponse<String> sorted = house.form(
                "/desk/enquiries/" + id + "/sorting",
                Map.of("priority", "2", "topic", work.text("topic"), "version", work.text("version")));
        assertThat(sorted.statusCode()).isEqualTo(303);
        assertThat(work(id).text("suggested")).isEqualTo("false");
        assertThat(house.get("/desk/enquiries/" + id).body()).doesNotContain("系统推荐", "根据内容推荐");
    }

    @Test
    void isLeftOpenWhereNothingIsClear() throws SQLException {
        Rows.Row work = work(asked("xyzzy", "plugh"));
        assertThat(work.text("topic")).isEmpty();
        assertThat(work.text("suggested")).isEqualTo("false");
    }

    @Test
    void bringsTheQuestionToTheOfficerForItAndNeedsItsAuthority() throws SQLException {
        String topic = work(clear()).text("topic");
        long expert = Caller.account("shekou.coordinator");
        Rows.change(
                "insert into enquiry_topic_officer select id, org_path, ?, ? from unit where id = ?",
                topic,
                expert,
                Units.id("5304"));
        demand(topic, "INTERPRETATION");
        long id = clear();
        assertThat(work(id).id("officer_id")).isEqualTo(expert);
        assertThat(answer(id).statusCode()).isEqualTo(409);
    }

    @Test
    void mustBeChosenBeforeAnAnswerWhereSomeTopicNeedsMore() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String topic = Rows.one("select min(code) as code from library_topic").text("code");
        demand(topic, "POSITION");
        HttpResponse<String> refused = answer(enquiry.id());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"body\"", "请先在");
        assertThat(enquiry.work("status")).isEqualTo("NEW");
        HttpResponse<String> page = house.form(
                "/desk/enquiries/" + enquiry.id() + "/answer",
                Map.of("body", "写好的答复", "version", Long.toString(enquiry.version())));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("写好的答复", "请先在");
        Rows.change("delete from enquiry_authority where valid_from = cast(? as date)", SINCE);
        assertThat(answer(enquiry.id()).statusCode()).isEqualTo(200);
    }
}
