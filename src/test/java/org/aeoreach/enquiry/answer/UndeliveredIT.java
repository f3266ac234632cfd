package org.aeoreach.enquiry.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** An answer that came back or never left is seen at the desk, is no contact, and leaves its enquiry open. */
@RunAsClient
class UndeliveredIT implements ServerTest {
    private static final int MOST_LOOKS = 600;
    private static final long PAUSE = 100;

    private final Caller house = Caller.signedIn("shekou.officer");

    private static SampleEnquiry of(SampleEnterprise enterprise) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "lost." + enterprise.code() + "@example.test");
        Rows.change(
                "update enquiry q set enterprise_id = e.id, enterprise_unit = e.unit_id, enterprise_path = e.org_path"
                        + " from enterprise e where q.id = ? and e.id = ?",
                enquiry.id(),
                enterprise.id());
        return enquiry;
    }

    private long answered(SampleEnquiry enquiry) throws SQLException {
        HttpResponse<String> said = house.json(
                "POST",
                "/api/v1/enquiries/" + enquiry.id() + "/answer",
                "{\"body\":\"请按公告办理。\"}",
                "If-Match",
                "\"v" + enquiry.version() + "\"");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        return Rows.number("select max(id) from enquiry_message where enquiry_id = ?", enquiry.id());
    }

    private static long letter(long message) throws SQLException {
        return Rows.number("select mail_id from enquiry_message where id = ?", message);
    }

    private static void leaves(long message) throws SQLException {
        Rows.change("update enquiry_message set goes_at = now() where id = ?", message);
        Rows.change(
                "update mail set status = 'SENT', gave_up = null, attempts = 1, sent_at = now() where id = ?",
                letter(message));
    }

    private static void givenUp(long message, String why) throws SQLException {
        Rows.change("update enquiry_message set goes_at = now() where id = ?", message);
        Rows.change("update mail set status = 'DEAD', gave_up = ? where id = ?", why, letter(message));
    }

    private static void comesBack(long message) throws SQLException {
        assertThat(Rows.number(
                        "select mail_bounced(message_id, '550 5.1.1 gone', false) from mail where id = ?",
                        letter(message)))
                .isEqualTo(letter(message));
    }

    private static long lost(SampleEnquiry enquiry) throws SQLException {
        return Rows.number(
                "select count(*) from enquiry_work where enquiry_id = ? and undelivered_at is not null", enquiry.id());
    }

    @Test
    void theSheetTheListAndTodaySayThatItDidNotArriveAndItIsSentAgainFromThere() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnquiry enquiry = of(enterprise);
        long message = answered(enquiry);
        String sheet = "/desk/enquiries/" + enquiry.id();
        String list = "/desk/enquiries?whose=MINE&done=true&delivery=LOST&enterprise=" + enterprise.id();
        assertThat(house.get(sheet).body()).contains("有关邮件", "待发送").doesNotContain("id=\"lost\"", "未送达");
        assertThat(house.get(list).body()).doesNotContain(sheet);
        givenUp(message, "BLOCKED");
        assertThat(house.get(sheet).body())
                .contains("id=\"lost\"", "未送达", "该地址在停发名单中", "/desk/mail/" + letter(message) + "/retry");
        assertThat(house.get("/api/v1/enquiries/" + enquiry.id()).body()).contains("\"undeliveredAt\":\"");
        assertThat(house.get(list).body()).contains(sheet);
        assertThat(house.get("/desk").body()).contains("答复未送达的咨询");
        HttpResponse<String> again = house.form("/desk/mail/" + letter(message) + "/retry", Map.of("back", sheet));
        assertThat(again.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(sheet));
        assertThat(house.get(sheet).body()).doesNotContain("id=\"lost\"");
        assertThat(house.get(list).body()).doesNotContain(sheet);
    }

    @Test
    void oneThatCameBackIsNoContactUntilItHasLeftOnceMore() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnquiry enquiry = of(enterprise);
        long message = answered(enquiry);
        leaves(message);
        noted();
        assertThat(contacts(enterprise)).isEqualTo(1);
        comesBack(message);
        assertThat(contacts(enterprise)).isZero();
        assertThat(lost(enquiry)).isOne();
        noted();
        assertThat(contacts(enterprise)).isZero();
        assertThat(house.form("/desk/mail/" + letter(message) + "/retry", Map.of())
                        .statusCode())
                .isEqualTo(303);
        leaves(message);
        noted();
        assertThat(contacts(enterprise)).isEqualTo(1);
        assertThat(lost(enquiry)).isZero();
    }

    /** What a tick would do, and waits for its jobs. */
    private static void noted() throws Exception {
        // The server's own look may have some of them in hand.
        Rows.change("do $$ begin lock table enquiry_contact in share row exclusive mode;"
                + " perform enquiry_contacts_queue(); end $$");
        String open = "select count(*) from job where kind = 'note-answers' and status in ('WAITING', 'RUNNING')";
        for (int i = 0; i < 2_400 && Rows.number(open) > 0; i++) {
            Thread.sleep(25);
        }
        assertThat(Rows.number(open)).isZero();
    }

    private static long contacts(SampleEnterprise enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from touchpoint_party where enterprise_id = ? and withdrawn_at is null",
                enterprise.id());
    }

    @Test
    void whoSignsInReadsItWhateverBecomesOfItsLetter() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnquiry enquiry = of(enterprise);
        Rows.change("update enquiry set account_id = (select min(id) from account) where id = ?", enquiry.id());
        long message = answered(enquiry);
        leaves(message);
        noted();
        comesBack(message);
        assertThat(lost(enquiry)).isZero();
        assertThat(contacts(enterprise)).isEqualTo(1);
        assertThat(house.get("/desk/enquiries/" + enquiry.id()).body())
                .contains("未送达", "发出后被退回")
                .doesNotContain("id=\"lost\"");
    }

    @Test
    void itIsForgottenWhenAnotherAnswerIsGivenAndAgainTrueWhenThatIsTakenBack() throws Exception {
        SampleEnquiry enquiry = of(SampleEnterprise.at("5304"));
        givenUp(answered(enquiry), "ADDRESS");
        assertThat(lost(enquiry)).isOne();
        long second = answered(enquiry);
        assertThat(lost(enquiry)).isZero();
        assertThat(house.json("POST", "/api/v1/enquiries/" + enquiry.id() + "/messages/" + second + "/undo", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(lost(enquiry)).isOne();
        Rows.change(
                "insert into enquiry_message (enquiry_id, kind, language, body) values (?, 'SUPPLEMENT', 'zh', '已看到')",
                enquiry.id());
        assertThat(lost(enquiry)).as("who writes has read it").isZero();
    }

    @Test
    void nothingClosesByItselfWhoseAnswerDidNotArrive() throws Exception {
        SampleEnquiry unread = of(SampleEnterprise.at("5304"));
        givenUp(answered(unread), "TRIED");
        SampleEnquiry read = of(SampleEnterprise.at("5304"));
        leaves(answered(read));
        Rows.change("update enquiry set answered_at = now() - interval '20 days' where id = ?", unread.id());
        Rows.change("update enquiry set answered_at = now() - interval '15 days' where id = ?", read.id());
        for (int i = 0; i < MOST_LOOKS && !read.work("status").equals("CLOSED"); i++) {
            Thread.sleep(PAUSE);
        }
        assertThat(read.work("status")).isEqualTo("CLOSED");
        assertThat(unread.work("status")).isEqualTo("ANSWERED");
    }
}
