package org.aeoreach.enquiry.passing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The way of an enquiry through the levels. */
@RunAsClient
class PassingIT implements ServerTest {
    private static final String UP = "{\"passReason\":\"标准理解不一\",\"proposal\":\"建议答复如下\"}";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller gacc = Caller.signedIn("gacc.officer");

    private static HttpResponse<String> pass(Caller who, SampleEnquiry enquiry, String how, String body)
            throws SQLException {
        return who.json(
                "POST",
                "/api/v1/enquiries/" + enquiry.id() + "/" + how,
                body,
                "If-Match",
                "\"v" + enquiry.version() + "\"");
    }

    private static String page(Caller who, SampleEnquiry enquiry) {
        return who.get("/desk/enquiries/" + enquiry.id()).body();
    }

    @Test
    void goesUpToGaccAndComesBackWithTheAnswerAgreed() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change(
                "update enquiry_work set officer_id = ? where enquiry_id = ?",
                Caller.account("shekou.officer"),
                enquiry.id());
        assertThat(pass(house, enquiry, "pass-up", UP).statusCode()).isEqualTo(200);
        assertThat(enquiry.work("level")).isEqualTo("DISTRICT");
        assertThat(enquiry.work("officer_id")).isEmpty();
        // The house sees it all the time and works on it no more.
        assertThat(house.get("/api/v1/enquiries/" + enquiry.id() + "/steps").body())
                .contains("标准理解不一", "建议答复如下");
        assertThat(pass(house, enquiry, "pass-up", UP).statusCode()).isEqualTo(403);
        assertThat(page(district, enquiry)).contains("/pass-up\"", "/pass-down\"");
        assertThat(pass(district, enquiry, "pass-up", UP).statusCode()).isEqualTo(200);
        assertThat(page(gacc, enquiry)).contains("/pass-down\"").doesNotContain("/pass-up\"");
        assertThat(pass(gacc, enquiry, "pass-up", UP).statusCode()).isEqualTo(409);
        assertThat(pass(gacc, enquiry, "pass-down", "{\"passOutcome\":\"AGREED\",\"agreedAnswer\":\"总署解释\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(enquiry.work("level")).isEqualTo("DISTRICT");
        assertThat(pass(district, enquiry, "pass-down", "{\"passOutcome\":\"GUIDANCE\",\"guidance\":\"照此办理\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(enquiry.work("officer_id")).isEqualTo(Long.toString(Caller.account("shekou.officer")));
        assertThat(Rows.all(
                        "select level, passed, agreed from enquiry_step where enquiry_id = ? order by id",
                        enquiry.id()))
                .extracting(row -> row.text("level") + " " + row.columns().get("passed") + " "
                        + row.columns().get("agreed"))
                .containsExactly(
                        "HOUSE UP false",
                        "DISTRICT UP false",
                        "GACC DOWN true",
                        "DISTRICT DOWN false",
                        "HOUSE null false");
    }

    @Test
    void anAnswerAgreedAboveKeepsItsAuthorityOnlyInTheWordsAgreed() throws SQLException {
        for (String[] sent :
                new String[][] {{" 直属\\n意见。\\n", "POSITION"}, {"不得按直属意见。", "GUIDANCE"}, {"您好：\\n\\n直属意见。", "GUIDANCE"}
                }) {
            SampleEnquiry enquiry = SampleEnquiry.at("5304");
            pass(house, enquiry, "pass-up", UP);
            pass(district, enquiry, "pass-down", "{\"passOutcome\":\"AGREED\",\"agreedAnswer\":\"直属意见。\"}");
            assertThat(house.get("/desk/enquiries/" + enquiry.id()).body()).contains("原文照发的", "直属意见。</textarea>");
            assertThat(pass(house, enquiry, "answer", "{\"body\":\"" + sent[0] + "\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Rows.one(
                                    "select authority from enquiry_message where enquiry_id = ? and kind = 'ANSWER'",
                                    enquiry.id())
                            .text("authority"))
                    .isEqualTo(sent[1]);
        }
    }

    @Test
    void whatWasAgreedBeforeItWentUpAgainIsAgreedNoMore() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        pass(house, enquiry, "pass-up", UP);
        pass(district, enquiry, "pass-down", "{\"passOutcome\":\"AGREED\",\"agreedAnswer\":\"直属意见。\"}");
        pass(house, enquiry, "pass-up", UP);
        assertThat(pass(district, enquiry, "pass-down", "{\"passOutcome\":\"GUIDANCE\",\"guidance\":\"请自行答复\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(pass(house, enquiry, "answer", "{\"body\":\"直属意见。\"}").statusCode())
                .isEqualTo(200);
        assertThat(Rows.one(
                                "select authority from enquiry_message where enquiry_id = ? and kind = 'ANSWER'",
                                enquiry.id())
                        .text("authority"))
                .isEqualTo("GUIDANCE");
    }

    @Test
    void whereTheTopicNeedsMoreNothingIsAddedToTheWordsAgreed() throws SQLException {
        String topic = Rows.one("select min(code) as code from library_topic").text("code");
        Rows.change(
                "insert into enquiry_authority (topic, needs, valid_from) values (?, 'POSITION', '2024-01-03')", topic);
        try {
            SampleEnquiry enquiry = SampleEnquiry.at("5304");
            Rows.change("update enquiry_work set topic = ? where enquiry_id = ?", topic, enquiry.id());
            assertThat(pass(house, enquiry, "answer", "{\"body\":\"可以。\"}").body())
                    .contains("附拟答复意见上报");
            pass(house, enquiry, "pass-up", UP);
            pass(district, enquiry, "pass-down", "{\"passOutcome\":\"AGREED\",\"agreedAnswer\":\"可以。\"}");
            HttpResponse<String> refused = pass(house, enquiry, "answer", "{\"body\":\"不可以。\"}");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("按上级机构同意的原文发送");
            assertThat(pass(house, enquiry, "answer", "{\"body\":\"可以。\"}").statusCode())
                    .isEqualTo(200);
        } finally {
            Rows.change("delete from enquiry_authority where topic = ? and valid_from = '2024-01-03'", topic);
        }
    }

    @Test
    void tellsTheAskersOfMergedEnquiriesToo() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304", "interim.leads@example.test");
        SampleEnquiry follower = SampleEnquiry.at("5316", "interim.follows@example.test");
        Rows.change("update enquiry set merged_into = ? where id = ?", leading.id(), follower.id());
        assertThat(pass(house, leading, "pass-up", UP).statusCode()).isEqualTo(200);
        assertThat(Rows.one(
                                "select m.body from enquiry_message m join mail l on l.id = m.mail_id where m.enquiry_id = ?"
                                        + " and m.kind = 'INTERIM' and l.recipient = 'interim.follows@example.test'",
                                follower.id())
                        .text("body"))
                .contains("深圳海关", "大鹏海关")
                .doesNotContain("蛇口");
    }

    @Test
    void tellsTheAskerInHisLanguageEachTimeItGoesUp() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "interim.asker@example.test");
        pass(house, enquiry, "pass-up", UP);
        pass(district, enquiry, "pass-up", UP);
        List<Rows.Row> messages = Rows.all(
                "select body from enquiry_message where enquiry_id = ? and kind = 'INTERIM' order by id", enquiry.id());
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).text("body")).contains("深圳海关", "蛇口海关").doesNotContain("标准理解不一");
        assertThat(messages.get(1).text("body")).contains("海关总署");
        assertThat(Rows.all("select subject from mail where recipient = 'interim.asker@example.test' order by id"))
                .extracting(row -> row.text("subject"))
                .allMatch(subject -> subject.startsWith("您的咨询"))
                .hasSize(2);
    }

    @Test
    void ofTwoWhoPassItUpAtOnceOneSucceedsAndTheOtherKeepsHisWords() throws Exception {
        for (int round = 0; round < 5; round++) {
            SampleEnquiry enquiry = SampleEnquiry.at("5304");
            String version = Long.toString(enquiry.version());
            Map<String, String> typed = Map.of("version", version, "passReason", "我写的原因", "proposal", "我写的答复");
            var first = CompletableFuture.supplyAsync(
                    () -> house.form("/desk/enquiries/" + enquiry.id() + "/pass-up", typed));
            var second = CompletableFuture.supplyAsync(
                    () -> house.form("/desk/enquiries/" + enquiry.id() + "/pass-up", typed));
            List<HttpResponse<String>> both = List.of(first.get(), second.get());
            assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
            assertThat(both.stream()
                            .filter(answer -> answer.statusCode() == 409)
                            .findFirst()
                            .orElseThrow()
                            .body())
                    .contains("我写的原因", "我写的答复", "咨询已由他人转出");
            assertThat(Rows.number("select count(*) from enquiry_step where enquiry_id = ?", enquiry.id()))
                    .isEqualTo(2);
            assertThat(Rows.number(
                            "select count(*) from enquiry_message where enquiry_id = ? and kind = 'INTERIM'",
                            enquiry.id()))
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesWithoutWordsAndWhenAnswered() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        assertThat(pass(house, enquiry, "pass-up", "{\"passReason\":\" \",\"proposal\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(pass(house, enquiry, "pass-down", "{\"passOutcome\":\"GUIDANCE\",\"guidance\":\"x\"}")
                        .statusCode())
                .isEqualTo(409);
        Rows.change(
                "update enquiry_work set status = 'ANSWERED', due_at = null, clock_since = null where enquiry_id = ?",
                enquiry.id());
        assertThat(pass(house, enquiry, "pass-up", UP).statusCode()).isEqualTo(409);
        assertThat(house.json("POST", "/api/v1/enquiries/" + enquiry.id() + "/pass-up", UP, "If-Match", "\"v99\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void aTransferTakesTheWorkAlongButNotNotesAndClaims() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change(
                "update enquiry_work set officer_id = ? where enquiry_id = ?",
                Caller.account("shekou.officer"),
                enquiry.id());
        Rows.change(
                "insert into enquiry_note (enquiry_id, unit_id, org_path, level, account_id, body) select ?, id, org_path,"
                        + " 'HOUSE', ?, '内部话' from unit where code = '5304'",
                enquiry.id(),
                Caller.account("shekou.officer"));
        long pudong = Rows.number("select id from unit where code = '2210'");
        String over = "{\"transferTo\":" + pudong + ",\"transferReason\":\"企业已迁至浦东\"}";
        assertThat(pass(house, enquiry, "transfer", over).statusCode()).isEqualTo(204);
        assertThat(house.get("/api/v1/enquiries/" + enquiry.id() + "/steps").statusCode())
                .isEqualTo(404);
        Caller there = Caller.signedIn("pudong.officer");
        assertThat(there.get("/api/v1/enquiries/" + enquiry.id() + "/steps").body())
                .contains("企业已迁至浦东");
        assertThat(enquiry.work("officer_id")).isEmpty();
        assertThat(enquiry.work("due_at")).isNotEmpty();
        assertThat(Rows.one("select org_path from enquiry_note where enquiry_id = ?", enquiry.id())
                        .text("org_path"))
                .isEqualTo("0000.5300.5304.");
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'passing.transfer' and record_id = ?",
                        Long.toString(enquiry.id())))
                .isEqualTo(1);
    }
}
