package org.aeoreach.enquiry.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One deed for many enquiries: all of them or none, and why. */
@RunAsClient
class BatchIT implements ServerTest {
    private static final String DONE = "/desk/enquiries/batches";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final String topic = "batch" + System.nanoTime();
    private final String free = "free" + topic;

    @BeforeEach
    void topic() throws SQLException {
        for (String each : new String[] {topic, free}) {
            Rows.change("insert into library_topic (code, position, zh, en) values (?, 999, '样例', 'Sample')", each);
        }
        Rows.change(
                "insert into enquiry_authority (topic, needs, valid_from) values (?, 'POSITION', '2024-01-02')", topic);
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("update enquiry_work set topic = null where topic in (?, ?)", topic, free);
        Rows.change("delete from enquiry_authority where topic = ?", topic);
        Rows.change("delete from library_topic where code in (?, ?)", topic, free);
    }

    private SampleEnquiry at(String code) throws SQLException {
        return at(code, "sample.asker@example.test");
    }

    /** On a topic every level may answer on. */
    private SampleEnquiry at(String code, String mail) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at(code, mail);
        Rows.change("update enquiry_work set topic = ? where enquiry_id = ?", free, enquiry.id());
        return enquiry;
    }

    /** Sends pairs of names and values. */
    private static HttpResponse<String> post(Caller who, String path, Stream<String> pairs) {
        return who.send(
                "POST",
                path,
                pairs.collect(Collectors.joining("&")),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String pair(String name, Object value) {
        return name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    private static Stream<String> chosen(SampleEnquiry... all) throws SQLException {
        Stream<String> pairs = Stream.empty();
        for (SampleEnquiry each : all) {
            pairs = Stream.concat(
                    pairs, Stream.of(pair("chosen", each.id() + "-" + each.version()), pair("shown", each.id())));
        }
        return pairs;
    }

    private static HttpResponse<String> carryOut(Caller who, Stream<String> chosen, String... pairs) {
        return post(who, DONE, Stream.concat(chosen, Arrays.stream(pairs)));
    }

    private static HttpResponse<String> choice(Caller who, String deed, SampleEnquiry... all) {
        return post(
                who,
                "/desk/enquiries/choice",
                Stream.concat(
                        Stream.of(pair("action", deed)), Arrays.stream(all).map(each -> pair("id", each.id()))));
    }

    private static String number(SampleEnquiry enquiry) throws SQLException {
        return Rows.one("select number from enquiry where id = ?", enquiry.id()).text("number");
    }

    private static List<String> answers(SampleEnquiry enquiry) throws SQLException {
        return Rows.all(
                        "select body from enquiry_message where enquiry_id = ? and kind = 'ANSWER' and undone_at is null",
                        enquiry.id())
                .stream()
                .map(row -> row.text("body"))
                .toList();
    }

    private SampleEnquiry english(String mail) throws SQLException {
        SampleEnquiry enquiry = at("5304", mail);
        Rows.change("update enquiry set language = 'en', asker_name = 'Ann' where id = ?", enquiry.id());
        return enquiry;
    }

    @Test
    void thePageSaysWhichAreDoneAndWhyTheOthersAreNot() throws SQLException {
        SampleEnquiry open = at("5304");
        SampleEnquiry unsorted = SampleEnquiry.at("5304");
        SampleEnquiry above = at("5304").with("5300");
        SampleEnquiry needs = at("5304");
        Rows.change("update enquiry_work set topic = ? where enquiry_id = ?", topic, needs.id());
        SampleEnquiry follows = at("5304");
        Rows.change("update enquiry set merged_into = ? where id = ?", open.id(), follows.id());
        SampleEnquiry answered = at("5304");
        carryOut(house, chosen(answered), pair("deed", "ANSWER"), pair("bodyZh", "先答复一件"));
        String page = choice(house, "ANSWER", open, unsorted, above, needs, follows, answered)
                .body();
        assertThat(page)
                .contains(
                        "选定6件，其中1件可以办理",
                        "不办理的咨询（5件）",
                        "现由深圳海关办理",
                        "该主题的答复须为直属海关意见",
                        "尚未选择主题",
                        "已并入另一件咨询",
                        "需要再次答复的",
                        "value=\"" + open.id() + "-" + open.version() + "\" checked")
                .doesNotContain("value=\"" + above.id() + "-");
        assertThat(choice(house, "ANSWER").body()).contains("没有选定咨询");
        assertThat(choice(house, "ANSWER", SampleEnquiry.at("5100")).body())
                .contains("有1件已转出或者不存在")
                .doesNotContain("name=\"bodyZh\"");
    }

    @Test
    void eachAskerIsToldInHisLanguageWithHisOwnNameAndOneButtonTakesAllBack() throws SQLException {
        SampleEnquiry one = at("5304", "batch.one@example.test");
        SampleEnquiry two = english("batch.two@example.test");
        HttpResponse<String> missing = carryOut(
                house, chosen(one, two), pair("deed", "ANSWER"), pair("bodyZh", "{咨询人}：请看公告。"), pair("bodyEn", " "));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("请填写英文答复", "{咨询人}：请看公告。</textarea>");
        assertThat(answers(one)).isEmpty();
        HttpResponse<String> sent = carryOut(
                house,
                chosen(one, two),
                pair("deed", "ANSWER"),
                pair("bodyZh", "{咨询人}：请看公告。"),
                pair("bodyEn", "Dear {asker}, see {number}."));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(answers(one)).containsExactly("样例：请看公告。");
        assertThat(answers(two)).containsExactly("Dear Ann, see " + number(two) + ".");
        assertThat(Rows.number("select count(*) from mail where recipient in ('batch.one@example.test',"
                        + " 'batch.two@example.test') and status = 'WAITING' and next_attempt_at > now()"))
                .isEqualTo(2);
        String page = sent.headers().firstValue("Location").orElseThrow();
        assertThat(house.get(page).body()).contains("全部撤回", number(one), number(two));
        assertThat(Caller.signedIn("shekou.admin").get(page).statusCode()).isEqualTo(404);
        assertThat(post(Caller.signedIn("shekou.admin"), page + "/undo", Stream.empty())
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(house, page + "/undo", Stream.empty()).statusCode()).isEqualTo(303);
        for (SampleEnquiry each : List.of(one, two)) {
            assertThat(answers(each)).isEmpty();
            assertThat(each.work("status")).isEqualTo("OPEN");
        }
        assertThat(Rows.number("select count(*) from mail where recipient in ('batch.one@example.test',"
                        + " 'batch.two@example.test')"))
                .isZero();
        assertThat(house.get("/desk/enquiries/" + one.id()).body()).contains("样例：请看公告。</textarea>");
        assertThat(post(house, page + "/undo", Stream.empty()).statusCode()).isEqualTo(409);
    }

    @Test
    void oneThatChangedMeanwhileIsNamedAndNoneIsDone() throws SQLException {
        SampleEnquiry one = at("5304");
        SampleEnquiry two = at("5304");
        List<String> seen = chosen(one, two).toList();
        Caller.signedIn("shekou.admin").json("POST", "/api/v1/enquiries/" + two.id() + "/take", "{}");
        HttpResponse<String> stopped = carryOut(house, seen.stream(), pair("deed", "ANSWER"), pair("bodyZh", "统一答复。"));
        assertThat(stopped.statusCode()).isEqualTo(409);
        assertThat(stopped.body())
                .contains("您查看之后有变动", "统一答复。</textarea>", "value=\"" + one.id() + "-" + one.version() + "\" checked")
                .doesNotContain("value=\"" + two.id() + "-" + two.version() + "\" checked");
        assertThat(answers(one)).isEmpty();
        assertThat(answers(two)).isEmpty();
        assertThat(carryOut(house, chosen(one), pair("deed", "ANSWER"), pair("bodyZh", "统一答复。"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(answers(one)).hasSize(1);
    }

    @Test
    void ofTwoWhoAnswerTheSameAtOnceOneDoesAndTheOtherIsTold() throws Exception {
        Caller other = Caller.signedIn("shekou.admin");
        for (int round = 0; round < 3; round++) {
            SampleEnquiry one = at("5304");
            SampleEnquiry two = at("5304");
            List<String> forth = chosen(one, two).toList();
            List<String> back = chosen(two, one).toList();
            var first = CompletableFuture.supplyAsync(
                    () -> carryOut(house, forth.stream(), pair("deed", "ANSWER"), pair("bodyZh", "甲")));
            var second = CompletableFuture.supplyAsync(
                    () -> carryOut(other, back.stream(), pair("deed", "ANSWER"), pair("bodyZh", "乙")));
            assertThat(List.of(first.get().statusCode(), second.get().statusCode()))
                    .containsExactlyInAnyOrder(303, 409);
            assertThat(answers(one)).hasSize(1).isEqualTo(answers(two));
        }
    }

    @Test
    void aPlaceholderWithoutValueNamesTheEnquiryAndAnUnknownOneIsRefused() throws SQLException {
        SampleEnquiry one = at("5304");
        HttpResponse<String> stopped = carryOut(house, chosen(one), pair("deed", "ANSWER"), pair("bodyZh", "致{企业名称}"));
        assertThat(stopped.statusCode()).isEqualTo(409);
        assertThat(stopped.body()).contains("没有可以替换{企业名称}的内容", "致{企业名称}</textarea>");
        assertThat(carryOut(house, chosen(one), pair("deed", "ANSWER"), pair("bodyZh", "致{某某}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(answers(one)).isEmpty();
    }

    @Test
    void whatNeedsMoreAuthorityOrIsAnothersIsNotAnsweredWhoeverSendsIt() throws SQLException {
        SampleEnquiry needs = at("5304");
        Rows.change("update enquiry_work set topic = ? where enquiry_id = ?", topic, needs.id());
        SampleEnquiry above = at("5304").with("5300");
        SampleEnquiry foreign = SampleEnquiry.at("5100");
        SampleEnquiry own = at("5304");
        for (SampleEnquiry each : List.of(needs, above, foreign)) {
            HttpResponse<String> refused =
                    carryOut(house, chosen(own, each), pair("deed", "ANSWER"), pair("bodyZh", "答"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(answers(own)).isEmpty();
            assertThat(answers(each)).isEmpty();
        }
        Caller district = Caller.signedIn("shenzhen.officer");
        assertThat(carryOut(district, chosen(needs, above), pair("deed", "ANSWER"), pair("bodyZh", "答"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Rows.number(
                        "select count(*) from enquiry_message where enquiry_id in (?, ?) and authority = 'POSITION'",
                        needs.id(),
                        above.id()))
                .isEqualTo(2);
    }

    @Test
    void allGoToOneOfficerOfTheUnitAndToNobodyElse() throws SQLException {
        SampleEnquiry one = at("5304");
        SampleEnquiry two = at("5304");
        long colleague = Caller.account("shekou.admin");
        assertThat(choice(house, "ASSIGN", one, two).body()).contains("value=\"" + colleague + "\"");
        HttpResponse<String> nobody = carryOut(house, chosen(one, two), pair("deed", "ASSIGN"), pair("reason", "轮班"));
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.body()).contains("value=\"轮班\"");
        assertThat(carryOut(
                                house,
                                chosen(one, two),
                                pair("deed", "ASSIGN"),
                                pair("officerId", Caller.account("shenzhen.officer")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(one.work("officer_id")).isEmpty();
        assertThat(carryOut(house, chosen(one, two), pair("deed", "ASSIGN"), pair("officerId", colleague))
                        .statusCode())
                .isEqualTo(303);
        for (SampleEnquiry each : List.of(one, two)) {
            assertThat(each.work("officer_id")).isEqualTo(Long.toString(colleague));
            assertThat(each.work("status")).isEqualTo("OPEN");
        }
    }

    @Test
    void tagsAreAddedToThoseThereAreAndClosingNeedsAReasonForWhatIsUnanswered() throws SQLException {
        SampleEnquiry one = at("5304");
        SampleEnquiry two = at("5304");
        Rows.change("update enquiry_work set tags = '{旧}', priority = 1 where enquiry_id = ?", one.id());
        assertThat(carryOut(house, chosen(one, two), pair("deed", "TAG"), pair("tags", " "))
                        .statusCode())
                .isEqualTo(400);
        carryOut(house, chosen(one, two), pair("deed", "TAG"), pair("tags", "新, 旧"));
        assertThat(one.work("array_to_string(tags, '|')")).isEqualTo("旧|新");
        assertThat(one.work("priority")).isEqualTo("1");
        assertThat(two.work("array_to_string(tags, '|')")).isEqualTo("新|旧");
        assertThat(carryOut(house, chosen(one, two), pair("deed", "CLOSE")).statusCode())
                .isEqualTo(400);
        assertThat(one.work("status")).isEqualTo("NEW");
        carryOut(house, chosen(one, two), pair("deed", "CLOSE"), pair("reason", "重复来文"));
        assertThat(two.work("status")).isEqualTo("CLOSED");
    }

    @Test
    void aTemplateFillsBothLanguagesAndMoreThanTwoHundredAreTooMany() throws SQLException {
        SampleEnquiry one = at("5304");
        SampleEnquiry two = english("batch.template@example.test");
        long template =
                Rows.number("insert into enquiry_template (unit_id, org_path, name, body_zh, body_en) select id,"
                        + " org_path, '批量' || clock_timestamp(), '{咨询人}您好', 'Dear {asker}' from unit where code = '5304'"
                        + " returning id");
        String page = post(
                        house,
                        "/desk/enquiries/choice",
                        Stream.concat(
                                chosen(one, two),
                                Stream.of(
                                        pair("deed", "ANSWER"),
                                        pair("fill", "true"),
                                        pair("templateId", template),
                                        pair("bodyZh", "先写的"))))
                .body();
        assertThat(page).contains("先写的\n\n{咨询人}您好</textarea>", "Dear {asker}</textarea>");
        Stream<String> many = Stream.iterate(1, i -> i + 1).limit(201).map(i -> pair("chosen", i + "-0"));
        assertThat(carryOut(house, many, pair("deed", "TAG"), pair("tags", "多")).statusCode())
                .isEqualTo(422);
        Rows.change("delete from enquiry_template where id = ?", template);
    }

    @Test
    void overRestTheSameHolds() throws SQLException {
        SampleEnquiry one = at("5304");
        String body =
                "{\"deed\":\"ANSWER\",\"bodyZh\":\"经接口答复\",\"chosen\":[\"" + one.id() + "-" + one.version() + "\"]}";
        String done = house.json("POST", "/api/v1/enquiry-batches", body).body();
        assertThat(done).contains("\"enquiries\":1");
        String batch = "/api/v1/enquiry-batches/" + done.replaceAll("(?s).*\"batch\":([0-9]+).*", "$1");
        assertThat(house.get(batch).body()).contains("经接口答复", "\"undone\":false");
        assertThat(house.json("POST", "/api/v1/enquiry-batches", body).statusCode())
                .isEqualTo(409);
        assertThat(house.send("POST", batch + "/undo", null).body()).contains("\"undone\":true");
        assertThat(answers(one)).isEmpty();
    }
}
