package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.after.PastSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a session: who came says what he thinks and takes the check; its organiser enters a question and closes it. */
@RunAsClient
class AfterJourney extends Browsing {

    private static final String ANSWERS =
            "with c as (insert into training_check (session_id, session_path, course_id, stage, registration_id, asked,"
                    + " correct, given_at) select s.id, s.org_path, s.course_id, ?, r.id, 2, 2, s.starts_at"
                    + " from training_session s join training_registration r on r.session_id = s.id where s.id = ? and"
                    + " r.name like 'Many%' returning id, course_id)"
                    + " insert into training_check_answer select c.id, q.id, 0, true from c join training_check_question q"
                    + " on q.course_id = c.course_id";
    private static final String OPINIONS =
            "insert into training_feedback (session_id, session_path, attendance_id, content, trainers, value, words, given_at,"
                    + " changed_at) select session_id, session_path, id, 4, 5, 3, '希望多讲案例', now(), now()"
                    + " from training_attendance where session_id = ? and name like 'Many%'";

    private PastSession session;

    @BeforeEach
    void held() throws SQLException {
        session = PastSession.of("HELD");
        session.set("title_zh = '会后之旅', title_en = 'Journey after', starts_at = now() - interval '26 hours',"
                + " ends_at = now() - interval '25 hours'");
        for (int i = 1; i <= 5; i++) {
            session.came("Many" + i);
        }
        Rows.change(ANSWERS, "BEFORE", session.id());
        Rows.change(ANSWERS, "AFTER", session.id());
        Rows.change(OPINIONS, session.id());
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from mail where recipient like '%@after.example'");
        Rows.change("delete from training_follow_up where session_id = ?", session.id());
        Rows.change("delete from task where title = '会后回访'");
        session.close();
    }

    private static void send(Page page, String action) {
        page.locator("form[action$='" + action + "'] button[type=submit]")
                .first()
                .click();
        page.waitForSelector("[data-toast]");
    }

    private static void seen(Examination examination, String language, Screen screen, String name) {
        examination.settle();
        examination.pass(language, screen, name);
    }

    @Test
    void whoCameSaysWhatHeThinksAndTakesTheCheck() throws SQLException {
        session.came("Ann");
        session.link("Ann");
        String link = "/portal/trainings/tickets/" + session.token("Ann");
        try (BrowserContext window = open(Caller.anonymous(), "en", Screen.PHONE)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate(link + "/after");
            seen(examination, "en", Screen.PHONE, "after-hub");
            page.locator("a[href$='/feedback']").click();
            page.locator("input[name=contentRating][value='5']").check();
            page.locator("input[name=valueRating][value='4']").check();
            send(page, "/feedback");
            page.navigate(link + "/check");
            for (int i = 0; i < 2; i++) {
                page.locator("fieldset.field")
                        .nth(i)
                        .locator("input[value='0']")
                        .check();
            }
            send(page, "/check");
            assertThat(page.locator("main").innerText()).contains("Right after the session: 2 of 2");
            seen(examination, "en", Screen.PHONE, "after-check-result");
            page.navigate(link + "/certificate");
            assertThat(page.locator("main").innerText()).contains("Certificate of Attendance", "Ann", "Journey after");
            seen(examination, "en", Screen.PHONE, "after-certificate");
        }
    }

    @Test
    void theOrganiserEntersAQuestionMakesItAnEnquiryAndClosesTheSession() {
        String here = "/desk/trainings/" + session.id();
        Screen screen = Screen.DESKTOP;
        try (BrowserContext window = open(Caller.signedIn("shekou.officer"), "zh", screen)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            for (String part : new String[] {"certificates", "certificates/print", "check", "feedback"}) {
                page.navigate(here + "/" + part);
                seen(examination, "zh", screen, "after-" + part.replace('/', '-'));
            }
            page.navigate(here + "/questions");
            page.locator("[name=name]").fill("会后提问人");
            page.locator("[name=question]").fill("会后之旅的问题");
            send(page, "/questions");
            page.navigate(here + "/questions");
            send(page, "/enquiry");
            page.navigate(here + "/questions");
            assertThat(page.locator("main a[href^='/desk/enquiries/']").count()).isEqualTo(1);
            seen(examination, "zh", screen, "after-questions");
            page.navigate(here + "/report");
            page.locator("[name=reportSummary]").fill("会后之旅的总结");
            send(page, "/report");
            page.navigate(here + "/report");
            page.locator("[name=taskTitle]").fill("会后回访");
            send(page, "/follow-ups");
            page.navigate(here + "/report");
            seen(examination, "zh", screen, "after-report");
            send(page, "/finishing");
            page.navigate(here + "/report");
            assertThat(page.locator("main").innerText()).contains("已完成", "会后之旅的总结", "会后之旅的问题", "会后回访");
            seen(examination, "zh", screen, "after-report-finished");
        }
    }
}
