package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What became of a mailing comes before its author on his first page, and leads to the campaign. */
@RunAsClient
class MailingTodayIT extends MailingWorld {

    private static final String LATER = BOTH.replace("\"texts\"", "\"sendDay\":\"2099-01-01\",\"texts\"");

    /** Nobody else's mailings are counted with his. */
    private Caller writer() throws SQLException {
        return Cascade.newcomer("5304", "HOUSE_OFFICER");
    }

    private long submitted(Caller writer, String body) throws SQLException {
        long mailing = Reply.of(writer.json("POST", address(), body)).id();
        assertThat(step(writer, mailing, "submission")).isEqualTo(200);
        return mailing;
    }

    private void waits(Caller who, String what, String words) {
        assertThat(who.get("/desk").body()).contains(words, "waits=" + what + "\"");
        assertThat(who.get("/desk/campaigns?waits=" + what).body()).contains("/desk/campaigns/" + campaign + "\"");
    }

    private static void nothing(Caller who, String what) {
        assertThat(who.get("/desk").body()).doesNotContain("waits=" + what + "\"");
    }

    @Test
    void oneGivenBackWaitsForWhoWroteItUntilItIsSubmittedAgain() throws Exception {
        Caller writer = writer();
        person(member(), "甲", "zh");
        long mailing = submitted(writer, LATER);
        nothing(writer, "MAILING_RETURNED");
        long version = Rows.number("select version from campaign_mailing where id = ?", mailing);
        assertThat(second.send(
                                "POST",
                                address() + "/" + mailing + "/return",
                                "{\"reason\":\"请补充英文\"}",
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "\"v" + version + "\"")
                        .statusCode())
                .isEqualTo(200);
        waits(writer, "MAILING_RETURNED", "1 项专项行动有邮件群发被退回");
        nothing(second, "MAILING_RETURNED");
        assertThat(step(writer, mailing, "submission")).isEqualTo(200);
        nothing(writer, "MAILING_RETURNED");
    }

    @Test
    void oneWhoseSendingWasInterruptedWaitsForWhoWroteOrApprovedItUntilItGoesOn() throws Exception {
        Caller writer = writer();
        person(member(), "乙", "zh");
        long mailing = submitted(writer, BOTH);
        assertThat(step(second, mailing, "approval")).isEqualTo(200);
        settled(mailing);
        nothing(writer, "MAILING_STOPPED");
        Rows.change(
                "update job set status = 'FAILED' where id = (select job_id from campaign_mailing where id = ?)",
                mailing);
        waits(writer, "MAILING_STOPPED", "1 项专项行动的邮件群发中断");
        waits(second, "MAILING_STOPPED", "1 项专项行动的邮件群发中断");
        nothing(author, "MAILING_STOPPED");
        assertThat(step(writer, mailing, "resumption")).isEqualTo(200);
        settled(mailing);
        nothing(writer, "MAILING_STOPPED");
    }

    @Test
    void lettersRefusedWaitForWhoWroteItUntilTheAddressIsCorrected() throws Exception {
        Caller writer = writer();
        SampleEnterprise enterprise = member();
        long person = person(enterprise, "丙", "zh");
        long mailing = submitted(writer, BOTH);
        assertThat(step(second, mailing, "approval")).isEqualTo(200);
        settled(mailing);
        Rows.change("update mail set status = 'DEAD', attempts = 1, last_error = '550 no such user'"
                + " where template = 'campaign-mailing'");
        goOn(mailing);
        assertThat(letters(mailing, "FAILED")).isEqualTo(1);
        waits(writer, "MAILING_FAILED", "1 项专项行动的邮件群发有拒收");
        Rows.change("update contact_person set mail = ? where id = ?", enterprise.mail("corrected"), person);
        nothing(writer, "MAILING_FAILED");
    }
}
