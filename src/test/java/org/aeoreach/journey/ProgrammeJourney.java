package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.sql.SQLException;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programmes on a screen, on a phone and on paper, and the calendar of training by keys. */
@RunAsClient
class ProgrammeJourney extends Browsing {

    private static final String TITLE = "IT-日程";

    @AfterEach
    void forget() throws SQLException {
        PlannedSession.forget(TITLE);
    }

    private static PlannedSession conference() throws SQLException {
        PlannedSession made = PlannedSession.draft(
                Caller.signedIn("shenzhen.officer"), TITLE, "kind", "CONFERENCE", "placeZh", "会议中心");
        for (String name : new String[] {"第一分会场", "第二分会场"}) {
            long track = Rows.number(
                    "insert into training_track (session_id, name_zh, position) values (?, ?, 1) returning id",
                    made.id(),
                    name);
            Rows.change(
                    "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, parent_id, part,"
                            + " track_id) select unit_id, org_path, kind, ? || '讨论', starts_at, starts_at + interval '1 hour',"
                            + " id, 'BREAKOUT', ? from training_session where id = ?",
                    name,
                    track,
                    made.id());
        }
        return made.publish(Caller.signedIn("shenzhen.officer"));
    }

    @Test
    void tracksStandSideBySideOnAScreenAndOneBelowTheOtherOnAPhone() throws SQLException {
        String path = "/portal/trainings/" + conference().id() + "/programme";
        for (Screen screen : new Screen[] {Screen.DESKTOP, Screen.PHONE}) {
            try (BrowserContext window = open(Caller.anonymous(), "zh", screen)) {
                Page page = window.newPage();
                page.navigate(path);
                double first = top(page, 0);
                double second = top(page, 1);
                if (screen.equals(Screen.DESKTOP)) {
                    assertThat(second).isEqualTo(first);
                } else {
                    assertThat(second).isGreaterThan(first);
                }
            }
        }
    }

    private static double top(Page page, int column) {
        return page.locator(".programme-table td").nth(column).boundingBox().y;
    }

    @Test
    void onPaperThereIsTheProgrammeAndNothingToPress() throws SQLException {
        String path = "/portal/trainings/" + conference().id() + "/programme";
        try (BrowserContext window = open(Caller.anonymous(), "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            for (String each : new String[] {path, "/portal/trainings/programme?month=2099-03&unit=5300"}) {
                page.navigate(each);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.locator("main").innerText()).contains(TITLE.substring(3));
                assertThat(page.locator("header.bar").isVisible()).isFalse();
                assertThat(page.locator("footer").isVisible()).isFalse();
                assertThat(page.locator("button:visible").count()).isZero();
                page.pdf(new Page.PdfOptions()
                        .setPath(Path.of("target", "screenshots", "programme-" + each.length() + ".pdf"))
                        .setPreferCSSPageSize(true));
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            }
        }
    }

    @Test
    void theCalendarIsGoneThroughByKeys() throws SQLException {
        Caller officer = Caller.signedIn("shenzhen.officer");
        PlannedSession.out(officer, TITLE + "一", "startDay", "2098-03-05");
        PlannedSession.out(officer, TITLE + "二", "startDay", "2098-03-12");
        PlannedSession.out(officer, TITLE + "三", "startDay", "2098-03-13");
        try (BrowserContext window = open(Caller.anonymous(), "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate("/portal/trainings/calendar?month=2098-03");
            Keys keys = new Keys(page).skip().to("[data-days] a");
            assertThat(focused(page)).contains(TITLE + "一");
            keys.press("ArrowDown");
            assertThat(focused(page)).contains(TITLE + "二");
            keys.press("ArrowRight");
            assertThat(focused(page)).contains(TITLE + "三");
            keys.press("ArrowLeft").press("ArrowUp");
            assertThat(focused(page)).contains(TITLE + "一");
            keys.press("PageDown");
            page.waitForURL(url -> url.endsWith("month=2098-04"));
        }
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent");
    }
}
