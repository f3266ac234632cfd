package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.identity.Officer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Working on enquiries: taking, answering, taking back, merging, noting. */
@RunAsClient
class DeskIT implements ServerTest {
    static final String ANSWER = "{\"body\":\"请按公告办理。\"}";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");

    static HttpResponse<String> put(Caller who, SampleEnquiry enquiry, String how, String body) throws SQLException {
        return who.json(
                "POST",
                "/api/v1/enquiries/" + enquiry.id() + "/" + how,
                body,
                "If-Match",
                "\"v" + enquiry.version() + "\"");
    }

    static HttpResponse<String> post(Caller who, SampleEnquiry enquiry, String how) {
        return who.json("POST", "/api/v1/enquiries/" + enquiry.id() + "/" + how, "{}");
    }

    static long message(SampleEnquiry enquiry) throws SQLException {
        return Rows.number(
                "select max(id) from enquiry_message where enquiry_id = ? and kind in ('ANSWER', 'REQUEST')",
                enquiry.id());
    }

    static String mails(String recipient) throws SQLException {
        return Rows.one("select count(*)::text as it from mail where recipient = ?", recipient)
                .text("it");
    }

    static String number(SampleEnquiry enquiry) throws SQLException {
        return Rows.one("select number from enquiry where id = ?", enquiry.id()).text("number");
    }

    @Test
    void ofTwoWhoTakeItAtOnceOneHasItAndTheOtherIsToldWhoHasIt() throws Exception {
        Caller other = Caller.signedIn("shekou.admin");
        for (int round = 0; round < 5; round++) {
            SampleEnquiry enquiry = SampleEnquiry.at("5304");
            var first = CompletableFuture.supplyAsync(() -> post(house, enquiry, "take"));
            var second = CompletableFuture.supplyAsync(() -> post(other, enquiry, "take"));
            List<HttpResponse<String>> both = List.of(first.get(), second.get());
            assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
            assertThat(enquiry.work("status")).isEqualTo("OPEN");
            assertThat(enquiry.work("officer_id")).isNotEmpty();
        }
    }

    @Test
    void takingOnesOwnAgainChangesNothingAndPuttingItBackFreesIt() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        assertThat(post(house, enquiry, "take").statusCode()).isEqualTo(200);
        assertThat(post(house, enquiry, "take").statusCode()).isEqualTo(200);
        assertThat(put(house, enquiry, "release", "{}").statusCode()).isEqualTo(200);
        assertThat(enquiry.work("officer_id")).isEmpty();
        assertThat(put(house, enquiry, "release", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void anAnswerIsGuidanceOfAHouseAndItsLetterWaitsForItsMoment() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "desk.letter@example.test");
        assertThat(put(house, enquiry, "answer", ANSWER).statusCode()).isEqualTo(200);
        assertThat(enquiry.work("status")).isEqualTo("ANSWERED");
        assertThat(enquiry.work("due_at")).isEmpty();
        assertThat(Rows.one("select authority from enquiry_message where id = ?", message(enquiry))
                        .text("authority"))
                .isEqualTo("GUIDANCE");
        assertThat(Rows.number(
                        "select count(*) from mail l join enquiry_message m on m.mail_id = l.id where m.id = ?"
                                + " and l.status = 'WAITING' and l.next_attempt_at = m.goes_at and m.goes_at > now()"
                                + " and l.body_text like '%请按公告办理%'",
                        message(enquiry)))
                .isEqualTo(1);
    }

    @Test
    void onceAnsweredTheFormForAnotherAnswerIsFoldedAwayUntilItHoldsWords() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String path = "/desk/enquiries/" + enquiry.id();
        assertThat(house.get(path).body()).contains("<section class=\"card card-body mb-3\" id=\"answer\">");
        put(house, enquiry, "answer", ANSWER);
        assertThat(house.get(path).body()).containsPattern("<details[^>]* id=\"answer\">\\s*<summary[^>]*>再次答复");
        house.form(path + "/drafts", Map.of("kind", "ANSWER", "text", "还要补充"));
        assertThat(house.get(path).body()).containsPattern("<details[^>]* id=\"answer\" open>");
    }

    @Test
    void whatIsTakenBackLeavesNoLetterAndStandsInTheDraftWithClocksRunning() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "desk.undo@example.test");
        post(house, enquiry, "take");
        put(house, enquiry, "answer", ANSWER);
        long message = message(enquiry);
        assertThat(post(district, enquiry, "messages/" + message + "/undo").statusCode())
                .isEqualTo(404);
        assertThat(post(house, enquiry, "messages/" + message + "/undo").statusCode())
                .isEqualTo(200);
        assertThat(mails("desk.undo@example.test")).isEqualTo("0");
        assertThat(enquiry.work("status")).isEqualTo("OPEN");
        assertThat(enquiry.work("due_at")).isNotEmpty();
        assertThat(Rows.number("select count(*) from enquiry where id = ? and answered_at is null", enquiry.id()))
                .isEqualTo(1);
        assertThat(house.get("/desk/enquiries/" + enquiry.id()).body()).contains(">请按公告办理。</textarea>");
        assertThat(post(house, enquiry, "messages/" + message + "/undo").statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatAnAnswerRestsOnStaysTickedWhenItIsTakenBackAndWhenATemplateGoesIn() throws SQLException {
        String cited = Rows.one("select code || '@' || version || '#s-1' as cited from document where not archived"
                        + " order by code limit 1")
                .text("cited");
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String path = "/desk/enquiries/" + enquiry.id();
        put(house, enquiry, "answer", "{\"body\":\"请按公告办理。\",\"citations\":[\"" + cited + "\"]}");
        post(house, enquiry, "messages/" + message(enquiry) + "/undo");
        String ticked = "value=\"" + cited + "\" checked";
        String title = Rows.one(
                        "select coalesce(max(t.title) filter (where t.language = 'zh'), max(t.title)) as title from document d"
                                + " join document_text t on t.document_id = d.id where d.code = ?",
                        cited.replaceFirst("@.*", ""))
                .text("title");
        assertThat(Jsoup.parse(house.get(path).body())
                        .select("label[for='cite-" + cited + "']")
                        .text())
                .isEqualTo(title);
        assertThat(house.get(path).body()).contains(ticked);
        house.form(path + "/drafts", Map.of("kind", "ANSWER", "text", "重写"));
        assertThat(house.get(path).body()).doesNotContain(ticked);
        house.form(path + "/drafts", Map.of("kind", "ANSWER", "text", "重写", "citations", cited));
        long template = Rows.number("insert into enquiry_template (name, unit_id, org_path, body_zh)"
                + " select 'IT-依据', id, org_path, '此致' from unit where code = '5304' returning id");
        try {
            house.form(path + "/template", Map.of("templateId", Long.toString(template)));
            assertThat(house.get(path).body()).contains(ticked, "重写\n\n此致</textarea>");
            house.form(
                    path + "/template",
                    Map.of("templateId", Long.toString(template), "text", "刚写的", "citations", cited));
            assertThat(house.get(path).body()).contains(ticked, "刚写的\n\n此致</textarea>");
        } finally {
            Rows.change("delete from enquiry_template where id = ?", template);
        }
    }

    @Test
    void aTabIsABlankInTheLetterAndAnotherControlCharacterIsNamedWhereItStands() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "desk.tab@example.test");
        String path = "/desk/enquiries/" + enquiry.id();
        HttpResponse<String> refused =
                house.form(path + "/answer", Map.of("version", Long.toString(enquiry.version()), "body", "甲\u0007乙"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).containsPattern("is-invalid\" id=\"answer-body\"");
        assertThat(put(house, enquiry, "answer", "{\"body\":\"税号\\t税率\\n8517\\t0\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Rows.one("select body_text from mail where recipient = 'desk.tab@example.test'")
                        .text("body_text"))
                .contains("税号 税率\n8517 0");
    }

    @Test
    void whatTheOutboxHasInHandOrHasGoneOutIsNotTakenBack() throws SQLException {
        SampleEnquiry held = SampleEnquiry.at("5304", "desk.held@example.test");
        put(house, held, "answer", ANSWER);
        Rows.change("update mail set status = 'SENDING', attempts = 1, claimed_by = 'elsewhere',"
                + " claimed_until = now() + interval '1 hour', next_attempt_at = now() + interval '1 hour'"
                + " where recipient = 'desk.held@example.test'");
        assertThat(post(house, held, "messages/" + message(held) + "/undo").statusCode())
                .isEqualTo(409);
        SampleEnquiry gone = SampleEnquiry.at("5304", "desk.gone@example.test");
        put(house, gone, "answer", ANSWER);
        Rows.change("update enquiry_message set goes_at = now() where id = ?", message(gone));
        assertThat(post(house, gone, "messages/" + message(gone) + "/undo").statusCode())
                .isEqualTo(409);
        for (SampleEnquiry each : List.of(held, gone)) {
            assertThat(each.work("status")).isEqualTo("ANSWERED");
        }
        assertThat(mails("desk.held@example.test")).isEqualTo("1");
    }

    @Test
    void aTopicThatNeedsAnInterpretationIsNotAnsweredByAHouse() throws SQLException {
        String topic = Rows.one("select min(code) as code from library_topic").text("code");
        Rows.change(
                "insert into enquiry_authority (topic, needs, valid_from) values (?, 'INTERPRETATION', '2024-01-02')"
                        + " on conflict do nothing",
                topic);
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change("update enquiry_work set topic = ? where enquiry_id = ?", topic, enquiry.id());
        assertThat(put(house, enquiry, "answer", ANSWER).statusCode()).isEqualTo(409);
        assertThat(enquiry.work("status")).isEqualTo("NEW");
        Rows.change("delete from enquiry_authority where topic = ? and valid_from = '2024-01-02'", topic);
    }

    @Test
    void anAnswerToTheLeadingEnquiryIsRepeatedInEachThreadAndTakenBackFromAll() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304", "desk.leads@example.test");
        SampleEnquiry follower = SampleEnquiry.at("5304", "desk.follows@example.test");
        assertThat(put(house, follower, "merging", "{\"number\":\"" + number(leading) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(house, follower, "answer", ANSWER).statusCode()).isEqualTo(409);
        put(house, leading, "answer", ANSWER);
        assertThat(Rows.number(
                        "select serves from enquiry_message where enquiry_id = ? and kind = 'ANSWER'", follower.id()))
                .isEqualTo(message(leading));
        assertThat(follower.work("status")).isEqualTo("ANSWERED");
        assertThat(mails("desk.follows@example.test")).isEqualTo("1");
        assertThat(put(house, follower, "parting", "{}").statusCode()).isEqualTo(409);
        post(house, leading, "messages/" + message(leading) + "/undo");
        assertThat(follower.work("due_at")).isNotEmpty();
        assertThat(mails("desk.follows@example.test")).isEqualTo("0");
        assertThat(put(house, follower, "parting", "{}").statusCode()).isEqualTo(200);
        put(house, leading, "answer", ANSWER);
        assertThat(mails("desk.follows@example.test")).isEqualTo("0");
    }

    @Test
    void notesNeverLeaveTheUnitThatWroteThem() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304").with("5300");
        assertThat(house.json("POST", "/api/v1/enquiries/" + enquiry.id() + "/notes", "{\"body\":\"蛇口内部意见\"}")
                        .statusCode())
                .isEqualTo(200);
        district.json("POST", "/api/v1/enquiries/" + enquiry.id() + "/notes", "{\"body\":\"深圳内部意见\"}");
        String path = "/desk/enquiries/" + enquiry.id();
        assertThat(house.get(path).body()).contains("蛇口内部意见").doesNotContain("深圳内部意见");
        assertThat(district.get(path).body()).contains("深圳内部意见").doesNotContain("蛇口内部意见");
        assertThat(Caller.signedIn("gacc.officer").get(path).body()).doesNotContain("内部意见");
    }

    @Test
    void whoIsMentionedIsToldAndANameNobodyHasIsRefused() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String mail = Rows.one("select mail from account where login = 'shekou.admin'")
                .text("mail");
        long before = Long.parseLong(mails(mail));
        String notes = "/api/v1/enquiries/" + enquiry.id() + "/notes";
        assertThat(house.json("POST", notes, "{\"body\":\"请 @shekou.admin 看看\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Long.parseLong(mails(mail))).isEqualTo(before + 1);
        assertThat(house.json("POST", notes, "{\"body\":\"@没有此人 请看\"}").statusCode())
                .isEqualTo(400);
        assertThat(house.json("POST", notes, "{\"body\":\"写信给 a@example.test\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void colleaguesSeeThatSomebodyWritesButNotWhat() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String path = "/desk/enquiries/" + enquiry.id();
        assertThat(house.form(path + "/drafts", Map.of("kind", "ANSWER", "text", "尚未想好的话"))
                        .statusCode())
                .isEqualTo(204);
        Caller colleague = Caller.signedIn("shekou.admin");
        assertThat(colleague.get(path + "/writing").body()).contains("正在撰写答复");
        assertThat(colleague.get(path).body()).doesNotContain("尚未想好的话");
        assertThat(house.get(path + "/writing").body()).doesNotContain("正在撰写");
        assertThat(district.get(path + "/writing").body()).doesNotContain("正在撰写");
        assertThat(house.get(path).body()).contains("尚未想好的话");
    }

    @Test
    void whoActsInTwoUnitsKeepsHisDraftAndTakesBackHisAnswerInEither() throws SQLException {
        Officer officer = Officer.make();
        long above = Rows.number(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select ?, 'DISTRICT_OFFICER', id, org_path, china_day() - 5 from unit where code = '5300' returning id",
                officer.id());
        long below = Rows.number("select min(id) from role_assignment where account_id = ?", officer.id());
        Caller one = officer.caller();
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        String drafts = "/desk/enquiries/" + enquiry.id() + "/drafts";
        for (long role : new long[] {below, above, below}) {
            assertThat(one.form("/acting", Map.of("assignment", Long.toString(role)))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(one.form(drafts, Map.of("kind", "ANSWER", "text", "写在" + role))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(one.get("/desk/enquiries/" + enquiry.id()).body()).contains(">写在" + role + "</textarea>");
        }
        one.form(drafts, Map.of("kind", "REQUEST", "text", "写在本关"));
        one.form("/acting", Map.of("assignment", Long.toString(above)));
        assertThat(put(one, enquiry, "request", ANSWER).statusCode()).isEqualTo(200);
        long message = message(enquiry);
        one.form("/acting", Map.of("assignment", Long.toString(below)));
        one.form(drafts, Map.of("kind", "REQUEST", "text", "又写在本关"));
        one.form("/acting", Map.of("assignment", Long.toString(above)));
        assertThat(post(one, enquiry, "messages/" + message + "/undo").statusCode())
                .isEqualTo(200);
        assertThat(one.get("/desk/enquiries/" + enquiry.id()).body()).contains(">请按公告办理。</textarea>");
    }

    @Test
    void aHouseCannotAnswerWhileItsDistrictHasItNorSeeAForeignOne() throws SQLException {
        SampleEnquiry up = SampleEnquiry.at("5304").with("5300");
        assertThat(put(house, up, "answer", ANSWER).statusCode()).isEqualTo(403);
        assertThat(post(house, up, "take").statusCode()).isEqualTo(403);
        assertThat(put(district, up, "answer", ANSWER).statusCode()).isEqualTo(200);
        assertThat(Rows.one("select authority from enquiry_message where id = ?", message(up))
                        .text("authority"))
                .isEqualTo("POSITION");
        SampleEnquiry foreign = SampleEnquiry.at("5100");
        assertThat(house.get("/desk/enquiries/" + foreign.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void anAskerRatesOnceAndALowRatingWaitsForTheHeadOfTheUnit() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "desk.rates@example.test");
        put(house, enquiry, "answer", ANSWER);
        assertThat(put(house, enquiry, "closing", "{}").statusCode()).isEqualTo(409);
        Rows.change("update enquiry_message set goes_at = now() where id = ?", message(enquiry));
        assertThat(put(house, enquiry, "closing", "{}").statusCode()).isEqualTo(200);
        String letter = Rows.one(
                        "select body_text from mail where recipient = 'desk.rates@example.test' and template = 'enquiry-closed'")
                .text("body_text");
        String path = "/portal/rate/" + letter.replaceAll("(?s).*/portal/rate/([A-Za-z0-9_-]{43}).*", "$1");
        Caller asker = Caller.anonymous();
        assertThat(asker.get(path).body()).contains("name=\"solved\"");
        assertThat(asker.form(path, Map.of("solved", "false")).statusCode()).isEqualTo(400);
        assertThat(asker.form(path, Map.of("solved", "false", "ease", "2", "words", "没有说清"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(asker.form(path, Map.of("solved", "true", "ease", "5")).statusCode())
                .isEqualTo(409);
        assertThat(asker.get("/portal/rate/" + "a".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(Caller.signedIn("shekou.admin").get("/desk").body()).contains("低分评价");
        assertThat(house.get("/desk/enquiries/ratings").body()).contains("没有说清");
        assertThat(house.form("/desk/enquiries/" + enquiry.id() + "/rating/seen", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.get("/desk/enquiries/ratings").body()).doesNotContain("没有说清");
    }

    @Test
    void aPartIsNotSplitOffUnderASubjectNoLetterCanCarry() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        HttpResponse<String> refused =
                put(house, enquiry, "splitting", "{\"subject\":\"另一个\\u202E问题\",\"body\":\"其中一部分\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("subject");
        assertThat(Rows.number("select count(*) from enquiry_link where other_id = ?", enquiry.id()))
                .isZero();
    }

    @Test
    void aStaleFormIsToldAndAPartBecomesAnEnquiryOfItsOwn() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        long version = enquiry.version();
        post(house, enquiry, "take");
        assertThat(house.json(
                                "POST",
                                "/api/v1/enquiries/" + enquiry.id() + "/answer",
                                ANSWER,
                                "If-Match",
                                "\"v" + version + "\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(put(house, enquiry, "splitting", "{\"subject\":\"另一个问题\",\"body\":\"其中一部分\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Rows.number(
                        "select count(*) from enquiry_link l join enquiry e on e.id = l.enquiry_id where l.other_id = ?"
                                + " and l.relation = 'SPLIT_FROM' and e.subject = '另一个问题'",
                        enquiry.id()))
                .isEqualTo(1);
    }
}
