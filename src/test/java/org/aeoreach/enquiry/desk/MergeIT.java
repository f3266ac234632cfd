package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** One answer serves merged enquiries, whoever has them, whenever they were merged. */
@RunAsClient
class MergeIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");

    private static HttpResponse<String> merge(Caller who, SampleEnquiry enquiry, SampleEnquiry leading) {
        try {
            return DeskIT.put(who, enquiry, "merging", "{\"number\":\"" + DeskIT.number(leading) + "\"}");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String taken(SampleEnquiry enquiry) {
        return "messages/" + answer(enquiry) + "/undo";
    }

    private static long answer(SampleEnquiry enquiry) {
        try {
            return DeskIT.message(enquiry);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsMergedIntoAnAnsweredEnquiryGetsThatAnswerAtOnceAndItCanBeTakenBack() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304", "merge.leads@example.test");
        DeskIT.put(house, leading, "answer", DeskIT.ANSWER);
        Rows.change("update enquiry_message set goes_at = now() where id = ?", answer(leading));
        SampleEnquiry late = SampleEnquiry.at("5304", "merge.late@example.test");
        assertThat(merge(house, late, leading).statusCode()).isEqualTo(200);
        assertThat(late.work("status")).isEqualTo("ANSWERED");
        assertThat(DeskIT.mails("merge.late@example.test")).isEqualTo("1");
        assertThat(Rows.number("select serves from enquiry_message where id = ?", answer(late)))
                .isEqualTo(answer(leading));
        assertThat(DeskIT.post(house, late, taken(late)).statusCode()).isEqualTo(200);
        assertThat(DeskIT.mails("merge.late@example.test")).isEqualTo("0");
        assertThat(late.work("due_at")).isNotEmpty();
        assertThat(leading.work("status")).isEqualTo("ANSWERED");
        assertThat(DeskIT.put(house, late, "parting", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void oneAnswerDoesNotServeAskersOfTwoLanguages() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304");
        Rows.change("update enquiry set language = 'en' where id = ?", leading.id());
        SampleEnquiry other = SampleEnquiry.at("5304");
        assertThat(merge(house, other, leading).statusCode()).isEqualTo(400);
        assertThat(Rows.number("select count(merged_into) from enquiry where id = ?", other.id()))
                .isZero();
    }

    @Test
    void anAnswerReachesAMergedEnquiryOfAnotherHouseAndIsTakenBackFromIt() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304", "merge.shekou@example.test");
        SampleEnquiry follower = SampleEnquiry.at("5316", "merge.dapeng@example.test");
        assertThat(merge(district, follower, leading).statusCode()).isEqualTo(200);
        assertThat(house.get("/desk/enquiries/" + follower.id()).statusCode()).isEqualTo(404);
        assertThat(DeskIT.put(house, leading, "answer", DeskIT.ANSWER).statusCode())
                .isEqualTo(200);
        assertThat(follower.work("status")).isEqualTo("ANSWERED");
        assertThat(DeskIT.mails("merge.dapeng@example.test")).isEqualTo("1");
        assertThat(Rows.number("select count(*) from enquiry_contact where message_id = ?", answer(follower)))
                .isEqualTo(1);
        assertThat(DeskIT.post(house, leading, taken(leading)).statusCode()).isEqualTo(200);
        assertThat(follower.work("due_at")).isNotEmpty();
        assertThat(DeskIT.mails("merge.dapeng@example.test")).isEqualTo("0");
        assertThat(house.get("/desk/enquiries/" + follower.id()).statusCode()).isEqualTo(404);
    }

    /** The asker's words in his own thread. */
    private static void reply(Caller asker, SampleEnquiry enquiry) {
        HttpResponse<String> added =
                asker.json("POST", "/api/v1/portal/enquiries/" + enquiry.id() + "/messages", "{\"body\":\"还有疑问。\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    }

    private static Caller asks(SampleEnquiry enquiry) throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller asker = enterprise.user("asker", SampleEnterprise.ALL);
        Rows.change(
                "update enquiry q set enterprise_id = e.id, enterprise_unit = e.unit_id, enterprise_path = e.org_path,"
                        + " account_id = (select account_id from enterprise_member where enterprise_id = e.id limit 1)"
                        + " from enterprise e where q.id = ? and e.id = ?",
                enquiry.id(),
                enterprise.id());
        return asker;
    }

    private static void gone(SampleEnquiry enquiry) throws SQLException {
        Rows.change("update enquiry_message set goes_at = now() where id = ?", answer(enquiry));
    }

    @Test
    void mergedIntoOneThatWasPassedUpItsAskerIsToldWhoLooksAtIt() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304");
        SampleEnquiry plain = SampleEnquiry.at("5304", "merge.plain@example.test");
        SampleEnquiry late = SampleEnquiry.at("5304", "merge.above@example.test");
        merge(house, plain, SampleEnquiry.at("5304"));
        DeskIT.put(house, leading, "pass-up", "{\"passReason\":\"标准理解不一\",\"proposal\":\"建议答复如下\"}");
        assertThat(merge(house, late, leading).statusCode()).isEqualTo(200);
        assertThat(Rows.one(
                                "select string_agg(template, ',') as it from mail where recipient = 'merge.above@example.test'")
                        .text("it"))
                .isEqualTo("enquiry-interim");
        assertThat(late.work("level")).isEqualTo("HOUSE");
        assertThat(DeskIT.mails("merge.plain@example.test")).isEqualTo("0");
    }

    @Test
    void whoseAskerWritesAgainIsAnsweredForItself() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304");
        SampleEnquiry follower = SampleEnquiry.at("5304");
        Caller asker = asks(follower);
        merge(house, follower, leading);
        DeskIT.put(house, leading, "answer", DeskIT.ANSWER);
        gone(leading);
        gone(follower);
        reply(asker, follower);
        assertThat(follower.work("status")).isEqualTo("REOPENED");
        assertThat(house.get("/desk/enquiries/" + follower.id()).body()).doesNotContain("查看主咨询");
        assertThat(DeskIT.put(house, follower, "answer", "{\"body\":\"补充答复。\"}").statusCode())
                .isEqualTo(200);
        assertThat(Rows.number(
                        "select count(*) from enquiry_event where enquiry_id = ? and kind = 'PARTED'", follower.id()))
                .isEqualTo(1);
    }

    @Test
    void isAnsweredForItselfWhenAnOfficerReopensIt() throws SQLException {
        SampleEnquiry leading = SampleEnquiry.at("5304");
        SampleEnquiry follower = SampleEnquiry.at("5304");
        merge(house, follower, leading);
        DeskIT.put(house, leading, "answer", DeskIT.ANSWER);
        gone(leading);
        gone(follower);
        DeskIT.put(house, follower, "reopening", "{\"reason\":\"答非所问\"}");
        assertThat(DeskIT.put(house, follower, "answer", "{\"body\":\"补充答复。\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void needsNoMoreAuthorityThanTheAnswerItGets() throws SQLException {
        String topic = Rows.one("select max(code) as code from library_topic").text("code");
        Rows.change(
                "insert into enquiry_authority (topic, needs, valid_from) values (?, 'POSITION', '2024-01-04')", topic);
        try {
            SampleEnquiry leading = SampleEnquiry.at("5304");
            SampleEnquiry needs = SampleEnquiry.at("5304");
            Rows.change(
                    "update enquiry_work set topic = (select min(code) from library_topic) where enquiry_id = ?",
                    leading.id());
            Rows.change("update enquiry_work set topic = ? where enquiry_id = ?", topic, needs.id());
            HttpResponse<String> refused = merge(house, needs, leading);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("所需答复效力高于该咨询");
            SampleEnquiry sorted = SampleEnquiry.at("5304");
            merge(house, sorted, leading);
            Rows.change("update enquiry_work set topic = ? where enquiry_id = ?", topic, sorted.id());
            HttpResponse<String> answered = DeskIT.put(house, leading, "answer", DeskIT.ANSWER);
            assertThat(answered.statusCode()).isEqualTo(409);
            assertThat(answered.body()).contains("并入的咨询须由上级机构答复");
            assertThat(leading.work("status")).isEqualTo("NEW");
        } finally {
            Rows.change("delete from enquiry_authority where topic = ? and valid_from = '2024-01-04'", topic);
        }
    }

    @Test
    void whatTheAskerWroteMeanwhileStaysOpenWhenTheAnswerIsTakenBack() throws SQLException {
        SampleEnquiry answered = SampleEnquiry.at("5304");
        Caller asker = asks(answered);
        DeskIT.put(house, answered, "answer", DeskIT.ANSWER);
        gone(answered);
        DeskIT.put(house, answered, "answer", "{\"body\":\"再次答复。\"}");
        reply(asker, answered);
        assertThat(DeskIT.post(house, answered, taken(answered)).statusCode()).isEqualTo(200);
        assertThat(answered.work("status")).isEqualTo("REOPENED");
        assertThat(answered.work("due_at")).isNotEmpty();
        SampleEnquiry waiting = SampleEnquiry.at("5304");
        Caller other = asks(waiting);
        DeskIT.put(house, waiting, "request", "{\"body\":\"哪一家企业？\"}");
        gone(waiting);
        DeskIT.put(house, waiting, "answer", DeskIT.ANSWER);
        reply(other, waiting);
        DeskIT.post(house, waiting, taken(waiting));
        assertThat(waiting.work("status")).isEqualTo("REOPENED");
        assertThat(waiting.work("due_at")).isNotEmpty();
    }

    @Test
    void ofTwoAnswersTakenBackTheLastOpensTheEnquiryWhicheverItIs() throws SQLException {
        for (boolean firstFirst : new boolean[] {true, false}) {
            SampleEnquiry enquiry = SampleEnquiry.at("5304");
            DeskIT.put(house, enquiry, "answer", DeskIT.ANSWER);
            String first = taken(enquiry);
            DeskIT.put(house, enquiry, "answer", "{\"body\":\"再次答复。\"}");
            String second = taken(enquiry);
            DeskIT.post(house, enquiry, firstFirst ? first : second);
            assertThat(enquiry.work("status")).isEqualTo("ANSWERED");
            assertThat(DeskIT.post(house, enquiry, firstFirst ? second : first).statusCode())
                    .isEqualTo(200);
            assertThat(enquiry.work("status")).isEqualTo("OPEN");
            assertThat(enquiry.work("due_at")).isNotEmpty();
        }
    }

    @Test
    void ofTwoThatAreMergedIntoEachOtherAtOnceOneLeads() throws Exception {
        for (int round = 0; round < 5; round++) {
            SampleEnquiry one = SampleEnquiry.at("5304");
            SampleEnquiry two = SampleEnquiry.at("5304");
            var first = CompletableFuture.supplyAsync(() -> merge(house, one, two));
            var second = CompletableFuture.supplyAsync(() -> merge(district, two, one));
            assertThat(List.of(first.get().statusCode(), second.get().statusCode()))
                    .containsOnlyOnce(200);
            assertThat(Rows.number("select count(merged_into) from enquiry where id in (?, ?)", one.id(), two.id()))
                    .isEqualTo(1);
        }
    }
}
