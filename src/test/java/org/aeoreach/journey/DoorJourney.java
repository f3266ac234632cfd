package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.checkin.SampleHall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People are checked in on a phone; the network goes away in the middle, and everybody is counted once. */
@RunAsClient
class DoorJourney extends Browsing {

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    static BrowserContext phone() {
        return open(Caller.signedIn("shekou.officer"), "zh", Screen.PHONE);
    }

    static void door(Page page, SampleHall hall) {
        page.navigate("/desk/trainings/" + hall.id() + "/check-in");
        page.waitForSelector("[data-checkin][data-ready]");
    }

    static void type(Page page, String code, String expected) {
        page.locator("#checkin-q").fill(code);
        page.locator("[data-find] button").click();
        said(page, ".checkin-word", expected);
    }

    static void said(Page page, String selector, String text) {
        page.locator(selector)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(Pattern.compile(text)))
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    static Object kept(Page page, String prefix) {
        return page.evaluate(
                "prefix => Object.keys(localStorage).filter(key => key.startsWith(prefix)).length", prefix);
    }

    @Test
    void whoeverIsCheckedInWithoutNetworkIsCountedOnceWhenItIsBack() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String first = hall.code(hall.person("陈一", "REGISTERED"));
        String second = hall.code(hall.person("陈二", "REGISTERED"));
        String third = hall.code(hall.person("陈三", "REGISTERED"));
        String fourth = hall.code(hall.person("陈四", "REGISTERED"));
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            door(page, hall);
            page.waitForSelector("[data-checkin][data-put-by]");
            type(page, first, "签到成功");
            type(page, first, "已签到");
            examination.pass("zh", Screen.PHONE, "door");
            assertThat(hall.present()).containsExactly("陈一");

            window.setOffline(true);
            type(page, second, "已签到，联网后上传");
            type(page, third, "已签到，联网后上传");
            type(page, fourth, "已签到，联网后上传");
            type(page, fourth, "已签到");
            said(page, "[data-queue]", "待上传 3 条");
            said(page, "[data-net]", "网络已断开");
            page.reload();
            page.waitForSelector("[data-checkin][data-ready]");
            said(page, "[data-queue]", "待上传 3 条");
            said(page, "[data-present]", "4");
            assertThat(hall.present()).as("nothing can have arrived").containsExactly("陈一");

            // Meanwhile somebody else lets one of them in.
            Rows.change(
                    "insert into training_attendance (session_id, session_path, registration_id, name, way, arrived_at)"
                            + " select session_id, session_path, id, name, 'NAME', now() from training_registration"
                            + " where name = '陈三' and session_id = ?",
                    hall.id());
            window.setOffline(false);
            page.evaluate("window.dispatchEvent(new Event('online'))");
            said(page, "[data-told]", "陈三：其他工作人员已于");
            page.waitForSelector(
                    "[data-queue]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(hall.present()).containsExactly("陈一", "陈三", "陈二", "陈四");
            assertThat(kept(page, "checkin:queue:")).isEqualTo(0);
        }
    }

    @Test
    void whoIsSignedOutLosesNothingAndLeavesNoNames() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String code = hall.code(hall.person("陈一", "REGISTERED"));
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            door(page, hall);
            window.clearCookies();
            type(page, code, "已签到，联网后上传");
            said(page, "[data-net]", "登录已失效");
            assertThat(hall.present()).isEmpty();
            Chromium.become(window, Caller.signedIn("shekou.officer"), "zh");
            door(page, hall);
            assertThat(hall.present()).containsExactly("陈一");
            page.locator("details.menu:has(form[action='/sign-out']) summary").click();
            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL(url -> !url.contains("/desk/"));
            assertThat(kept(page, "checkin:")).isEqualTo(0);
        }
    }

    @Test
    void somebodyIsFoundByNameSomebodyComesUnannouncedAndAWrongOneIsTakenBack() throws SQLException {
        SampleHall hall = SampleHall.of(1);
        hall.person("李小明", "REGISTERED");
        hall.person("赵候补", "WAITING");
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            door(page, hall);
            page.locator("#checkin-q").fill("小明");
            page.locator("[data-found] button").click();
            said(page, ".checkin-word", "签到成功");
            page.locator("[data-result] button").click();
            said(page, ".checkin-word", "已撤销签到");
            assertThat(hall.present()).isEmpty();
            page.locator("#checkin-q").fill("候补");
            page.locator("[data-found] button").click();
            said(page, ".checkin-word", "未取得名额");
            page.locator("[data-result] input").fill("有空座");
            page.locator("[data-result] button").click();
            said(page, ".checkin-word", "签到成功");
            page.locator("[data-walkin] summary").click();
            page.locator("[data-walkin] #name").fill("孙临时");
            page.locator("[data-walkin] #enterpriseText").fill("某某公司");
            page.locator("[data-walkin] button[type=submit]").click();
            said(page, "[data-result]", "孙临时");
            said(page, "[data-present]", "2");
            assertThat(hall.present()).containsExactly("孙临时", "赵候补");
        }
    }

    @Test
    void whoTypesTheCodeShownInTheRoomIsThere() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String link = hall.link(hall.person("周到", "REGISTERED"));
        try (BrowserContext room = open(Caller.signedIn("shekou.officer"), "zh", Screen.DESKTOP);
                BrowserContext hand = open(Caller.anonymous(), "zh", Screen.PHONE)) {
            Page own = hand.newPage();
            own.navigate(link);
            own.locator("a[href$='/arrival']").click();
            own.locator("#roomCode").fill("nothing");
            own.locator("form[action$='/arrival'] button[type=submit]").click();
            said(own, "form[action$='/arrival']", "签到码不正确");
            assertThat(hall.present()).isEmpty();
            Page wall = room.newPage();
            wall.navigate("/desk/trainings/" + hall.id() + "/room-code");
            own.locator("#roomCode").fill(wall.locator(".room-code-digits").textContent());
            own.locator("form[action$='/arrival'] button[type=submit]").click();
            own.waitForURL(url -> !url.endsWith("/arrival"));
            assertThat(hall.present()).containsExactly("周到");
        }
    }
}
