package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.mail.inbound.Post;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter that comes back was no contact, and the log, the address and segments say so. */
@RunAsClient
class CameBackIT extends MailingWorld {

    private Post post;

    @BeforeEach
    void mailbox() throws Exception {
        Rows.change("delete from mail_block where address like '%@enterprise.test'");
        post = new Post("5304");
    }

    @AfterEach
    void end() throws Exception {
        post.close();
    }

    private static void left() throws SQLException {
        Rows.change("update mail set status = 'SENT', sent_at = now() where template = 'campaign-mailing'"
                + " and status = 'WAITING'");
    }

    private long sent() throws Exception {
        long mailing = approved(BOTH);
        settled(mailing);
        left();
        goOn(mailing);
        assertThat(status(mailing)).isEqualTo("SENT");
        return mailing;
    }

    private static long letterOf(String name) throws SQLException {
        return Rows.number("select max(id) from mail where template = 'campaign-mailing' and recipient_name = ?", name);
    }

    /** A report of his mail server about the letter arrives in the mailbox of the house. */
    private void comesBack(String name, String words) throws Exception {
        String id = Rows.one("select message_id as m from mail where id = ?", letterOf(name))
                .text("m");
        post.send(
                "mailer-daemon@firm.test",
                "Message-ID: <report." + System.nanoTime()
                        + "@firm.test>\nFrom: MAILER-DAEMON@firm.test\nSubject: Failed",
                words + "\n\nMessage-ID: " + id);
        post.fetch();
        until("select count(*) from mail where gave_up = 'BOUNCED' and message_id = '" + id + "'", 1);
    }

    private static long counting(SampleEnterprise enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from touchpoint_party where enterprise_id = ? and channel = 'MAIL' and withdrawn_at is null",
                enterprise.id());
    }

    private static long barred(String address) throws SQLException {
        return Rows.number("select count(*) from mail_block where address = lower(?) and cause = 'BOUNCED'", address);
    }

    private long segment(long mailing, String became) {
        String tree =
                "{\"criterion\":\"letter\",\"values\":{\"mailing\":[\"" + mailing + "\"],\"became\":[" + became + "]}}";
        HttpResponse<String> answer = author.json(
                "POST", "/api/v1/segments/count", "{\"conditions\":" + jakarta.json.Json.createValue(tree) + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Reply.of(answer).body().getJsonNumber("number").longValue();
    }

    @Test
    void aLetterThatCameBackForGoodIsNoContactAndBarsItsAddress() throws Exception {
        SampleEnterprise gone = member();
        SampleEnterprise there = member();
        person(gone, "查无此人", "zh", gone.mail("gone"));
        person(there, "收到", "zh");
        long mailing = sent();
        assertThat(counting(gone)).isEqualTo(1);
        comesBack("查无此人", "550 5.1.1 no such user");
        assertThat(counting(gone)).isZero();
        assertThat(counting(there)).isEqualTo(1);
        assertThat(barred(gone.mail("gone"))).isEqualTo(1);
        assertThat(author.get("/desk/campaigns/letters?mailing=" + mailing + "&became=BOUNCED")
                        .body())
                .contains("被退回", "查无此人")
                .doesNotContain("收到");
        assertThat(segment(mailing, "\"FAILED\",\"BOUNCED\"")).isEqualTo(1);
        assertThat(segment(mailing, "\"SENT\"")).isEqualTo(1);
        assertThat(segment(mailing, "\"UNSUBSCRIBED\"")).isZero();
        assertThat(author.get("/desk/campaigns/letters?mailing=" + mailing).body())
                .contains("/desk/segments/draft", "新建分组：未送达的企业");
    }

    @Test
    void aLetterThatCameBackForNowBarsNothingAndCountsOnceItLeftAgain() throws Exception {
        SampleEnterprise full = member();
        person(full, "邮箱已满", "zh", full.mail("full"));
        long mailing = sent();
        comesBack("邮箱已满", "452 4.2.2 mailbox full");
        assertThat(counting(full)).isZero();
        assertThat(barred(full.mail("full"))).isZero();
        assertThat(Caller.signedIn("shekou.admin")
                        .form("/desk/mail/" + letterOf("邮箱已满") + "/retry", Map.of())
                        .statusCode())
                .isEqualTo(303);
        left();
        goOn(mailing);
        assertThat(counting(full)).isEqualTo(1);
    }

    @Test
    void theContactStaysWhereAnotherOfTheEnterpriseGotHisLetter() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "离职者", "zh", enterprise.mail("first"));
        person(enterprise, "在任者", "zh", enterprise.mail("second"));
        sent();
        comesBack("离职者", "550 5.1.1 no such user");
        assertThat(counting(enterprise)).isEqualTo(1);
        comesBack("在任者", "550 5.1.1 no such user");
        assertThat(counting(enterprise)).isZero();
    }

    @Test
    void whoDeclinedStandsInTheLogAsSuchAndInASegment() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "谢绝者", "zh", enterprise.mail("declined"));
        long mailing = approved(BOTH);
        settled(mailing);
        Rows.change("update mail set status = 'DEAD', gave_up = 'DECLINED' where id = ?", letterOf("谢绝者"));
        goOn(mailing);
        assertThat(counting(enterprise)).isZero();
        assertThat(author.get("/desk/campaigns/letters?mailing=" + mailing + "&became=UNSUBSCRIBED")
                        .body())
                .contains("已谢绝此类邮件", "谢绝者");
        assertThat(segment(mailing, "\"UNSUBSCRIBED\"")).isEqualTo(1);
    }

    @Test
    void whatWasSentIsSentOnceMoreOnlyWhenConfirmedAndNotTwiceAtOnce() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "再收", "zh");
        long mailing = sent();
        long first = letterOf("再收");
        Caller admin = Caller.signedIn("shekou.admin");
        String page = "/desk/mail/" + first + "/repetition";
        HttpResponse<String> asked = admin.get(page);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("再收", "data-confirm");
        assertThat(letterOf("再收")).as("nothing by looking").isEqualTo(first);
        assertThat(Caller.signedIn("shanghai.officer").form(page, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(admin.form(page, Map.of()).statusCode()).isEqualTo(303);
        assertThat(admin.form(page, Map.of()).statusCode()).isEqualTo(409);
        long again = letterOf("再收");
        Rows.Row pair = Rows.one(
                "select a.status, a.again_of, a.message_id <> f.message_id as own, position(a.link in a.body_text) > 0"
                        + " and position(f.link in a.body_text) = 0 as linked, a.recipient = f.recipient as same"
                        + " from mail a, mail f where a.id = ? and f.id = ?",
                again,
                first);
        assertThat(pair.columns().toString())
                .isEqualTo("{status=WAITING, again_of=" + first + ", own=true, linked=true, same=true}");
        assertThat(admin.form("/desk/mail/" + again + "/repetition", Map.of()).statusCode())
                .as("it has not left yet")
                .isEqualTo(409);
        left();
        goOn(mailing);
        assertThat(counting(enterprise)).as("one contact all the same").isEqualTo(1);
    }
}
