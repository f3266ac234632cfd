package org.aeoreach.enquiry.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Answered enquiries end by themselves when nobody writes any more. */
@RunAsClient
class ClosingIT implements ServerTest {
    private static final int MOST_LOOKS = 600;
    private static final long PAUSE = 100;

    private final Caller house = Caller.signedIn("shekou.officer");

    private SampleEnquiry answered(String mail, int daysAgo) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", mail);
        house.json(
                "POST",
                "/api/v1/enquiries/" + enquiry.id() + "/answer",
                "{\"body\":\"请按公告办理。\"}",
                "If-Match",
                "\"v" + enquiry.version() + "\"");
        Rows.change(
                "update enquiry_message set goes_at = now() - make_interval(days => ?) where enquiry_id = ? and kind = 'ANSWER'",
                daysAgo,
                enquiry.id());
        Rows.change(
                "update enquiry set answered_at = now() - make_interval(days => ?), first_answered_at = now() where id = ?",
                daysAgo,
                enquiry.id());
        return enquiry;
    }

    private static long letters(String mail) throws SQLException {
        return Rows.number(
                "select count(*) from mail where recipient = ? and template = 'enquiry-closed' and body_text like '%/portal/rate/%'",
                mail);
    }

    @Test
    void closesWhatWasAnsweredTwoWeeksAgoAndAsksOnceHowItWent() throws Exception {
        SampleEnquiry fresh = answered("closing.fresh@example.test", 13);
        SampleEnquiry again = answered("closing.again@example.test", 20);
        Rows.change(
                "update enquiry_work set status = 'REOPENED', clock_since = now(), due_at = now() + interval '1 day'"
                        + " where enquiry_id = ?",
                again.id());
        SampleEnquiry old = answered("closing.old@example.test", 15);
        assertThat(letters("closing.old@example.test")).isZero();
        for (int i = 0; i < MOST_LOOKS && !old.work("status").equals("CLOSED"); i++) {
            Thread.sleep(PAUSE);
        }
        assertThat(old.work("status")).isEqualTo("CLOSED");
        assertThat(Rows.number("select count(*) from enquiry where id = ? and closed_at is not null", old.id()))
                .isEqualTo(1);
        assertThat(letters("closing.old@example.test")).isEqualTo(1);
        assertThat(fresh.work("status")).isEqualTo("ANSWERED");
        assertThat(letters("closing.fresh@example.test")).isZero();
        assertThat(again.work("status")).isEqualTo("REOPENED");
        assertThat(house.get("/desk/enquiries/" + old.id()).body()).contains("已办结");
    }

    @Test
    void whoGetsNoAnswerIsToldTheReasonInHisThreadAndByLetter() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304", "closing.unanswered@example.test");
        Rows.change("update enquiry set language = 'en' where id = ?", enquiry.id());
        assertThat(close(enquiry, "{\"reason\":\" \"}")).isEqualTo(400);
        assertThat(close(enquiry, "{\"reason\":\"Not a question to customs.\"}"))
                .isEqualTo(200);
        assertThat(Rows.one(
                                "select body from enquiry_message where enquiry_id = ? and kind = 'NOTICE' and language = 'en'",
                                enquiry.id())
                        .text("body"))
                .contains("closed without an answer", "Not a question to customs.");
        Rows.Row letter = Rows.one(
                "select template, subject, body_text from mail where recipient = 'closing.unanswered@example.test'");
        assertThat(letter.text("template")).isEqualTo("enquiry-closed-unanswered");
        assertThat(letter.text("subject")).startsWith("Closed without an answer");
        assertThat(letter.text("body_text")).contains("Not a question to customs.", "/portal/ask/status/");
    }

    private int close(SampleEnquiry enquiry, String why) throws SQLException {
        return house.json(
                        "POST",
                        "/api/v1/enquiries/" + enquiry.id() + "/closing",
                        why,
                        "If-Match",
                        "\"v" + enquiry.version() + "\"")
                .statusCode();
    }

    @Test
    void closesWhatALevelAboveHasAnswered() throws Exception {
        SampleEnquiry enquiry =
                SampleEnquiry.at("5304", "closing.above@example.test").with("5300");
        Caller.signedIn("shenzhen.officer")
                .json(
                        "POST",
                        "/api/v1/enquiries/" + enquiry.id() + "/answer",
                        "{\"body\":\"直属海关答复。\"}",
                        "If-Match",
                        "\"v" + enquiry.version() + "\"");
        Rows.change("update enquiry set answered_at = now() - interval '15 days' where id = ?", enquiry.id());
        for (int i = 0; i < MOST_LOOKS && !enquiry.work("status").equals("CLOSED"); i++) {
            Thread.sleep(PAUSE);
        }
        assertThat(enquiry.work("status")).isEqualTo("CLOSED");
        assertThat(letters("closing.above@example.test")).isEqualTo(1);
    }
}
