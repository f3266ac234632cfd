package org.aeoreach.journey;

import static org.aeoreach.journey.DoorJourney.door;
import static org.aeoreach.journey.DoorJourney.kept;
import static org.aeoreach.journey.DoorJourney.phone;
import static org.aeoreach.journey.DoorJourney.said;
import static org.aeoreach.journey.DoorJourney.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.checkin.SampleHall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At the door something goes wrong, and nobody is lost. */
@RunAsClient
class DoorTroubleJourney extends Browsing {

    static final Page.WaitForSelectorOptions HIDDEN =
            new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    private static void back(BrowserContext window, Page page) {
        window.setOffline(false);
        page.evaluate("window.dispatchEvent(new Event('online'))");
    }

    private static void putBy(Page page, SampleHall hall) {
        door(page, hall);
        page.waitForSelector("[data-checkin][data-put-by]");
        said(page, "[data-kept]", "本机已可离线签到");
    }

    /** Puts something into the queue of this device. */
    private static void queued(Page page, long session, String... items) {
        page.evaluate(
                "([session, items]) => localStorage.setItem('checkin:queue:' + session, '[' + items + ']')",
                List.of(Long.toString(session), String.join(",", items)));
    }

    private static void signOut(Page page) {
        page.locator("details.menu:has(form[action='/sign-out']) summary").click();
        page.locator("form[action='/sign-out'] button").click();
    }

    @Test
    void whatCameAfterClosingIsKeptUntilAttendanceIsOpenAgain() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String code = hall.code(hall.person("陈一", "REGISTERED"));
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            putBy(page, hall);
            window.setOffline(true);
            type(page, code, "已签到，联网后上传");
            Rows.change("update training_session set status = 'HELD' where id = ?", hall.id());
            back(window, page);
            said(page, "[data-queue]", "请重新开放签到后上传");
            Examination examination = new Examination(page);
            door(page, hall);
            said(page, "[data-queue]", "本机有 1 条签到未上传");
            examination.pass("zh", Screen.PHONE, "door-closed");
            Rows.change("update training_session set status = 'PUBLISHED' where id = ?", hall.id());
            door(page, hall);
            page.waitForSelector("[data-queue]", HIDDEN);
            assertThat(hall.present()).containsExactly("陈一");
        }
    }

    @Test
    void whoSignsOutIsToldWhatWasNotSentAndLosesNothing() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String code = hall.code(hall.person("陈一", "REGISTERED"));
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            putBy(page, hall);
            window.setOffline(true);
            type(page, code, "已签到，联网后上传");
            signOut(page);
            said(page, "#toasts", "尚未退出登录");
            assertThat(kept(page, "checkin:list:")).as("names").isEqualTo(1);

            page.route("**/check-ins", route -> route.abort());
            window.setOffline(false);
            List<String> asked = new ArrayList<>();
            page.onceDialog(dialog -> {
                asked.add(dialog.message());
                dialog.dismiss();
            });
            page.locator("form[action='/sign-out'] button").click();
            assertThat(asked).singleElement().asString().contains("1 条签到未上传");
            assertThat(page.url()).contains("/desk/");
            page.onceDialog(Dialog::accept);
            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL(url -> !url.contains("/desk/"));
            assertThat(page.evaluate("Object.keys(localStorage)").toString())
                    .isEqualTo("[checkin:queue:" + hall.id() + "]");
            page.unroute("**/check-ins");
            Chromium.become(window, Caller.signedIn("shekou.officer"), "zh");
            door(page, hall);
            assertThat(hall.present()).containsExactly("陈一");
        }
    }

    @Test
    void whoComesIsNotKeptWaitingForASlowNetwork() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String first = hall.code(hall.person("陈一", "REGISTERED"));
        String second = hall.code(hall.person("陈二", "REGISTERED"));
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            door(page, hall);
            page.route("**/check-ins", route -> {});
            type(page, first, "已签到，联网后上传");
            type(page, second, "已签到，联网后上传");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("checkin-q");
            assertThat(page.locator("#checkin-q").inputValue()).isEmpty();
            said(page, "[data-net]", "网络已断开");
            page.unroute("**/check-ins");
            page.evaluate("window.dispatchEvent(new Event('online'))");
            page.waitForSelector("[data-queue]", HIDDEN);
            assertThat(hall.present()).containsExactly("陈一", "陈二");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-90, 300})
    void aClockThatIsWrongIsToldAndNotFollowed(int minutes) throws SQLException {
        SampleHall hall = SampleHall.of(null);
        String code = hall.code(hall.person("陈一", "REGISTERED"));
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            page.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofMinutes(minutes))));
            door(page, hall);
            said(page, "[data-clock]", "本机时钟与服务器相差");
            type(page, code, "签到成功");
            page.reload();
            page.waitForSelector("[data-checkin][data-ready]");
            assertThat(kept(page, "checkin:list:")).isEqualTo(1);
            assertThat(page.url()).endsWith("/check-in");
        }
        assertThat(Rows.number(
                        "select count(*) from training_attendance where session_id = ?"
                                + " and arrived_at between now() - interval '2 minutes' and now()",
                        hall.id()))
                .isEqualTo(1);
    }

    @Test
    void aDeviceThatIsFullSaysSoAndKeepsWhatIsTyped() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            door(page, hall);
            page.evaluate("for (let size = 1 << 22; size >= 1; size /= 2) { try { for (let i = 0; ; i++)"
                    + " localStorage.setItem('fill' + size + '-' + i, 'x'.repeat(size)); } catch {} }");
            window.setOffline(true);
            page.locator("#checkin-q").fill("孙临时");
            page.locator("[data-walkin] summary").click();
            PlaywrightAssertions.assertThat(page.locator("[data-walkin] #name")).hasValue("孙临时");
            page.locator("[data-walkin] #mail").fill("孙@例子.中国");
            page.locator("[data-walkin] button[type=submit]").click();
            assertThat(page.locator("[data-result]").isVisible()).isFalse();
            page.locator("[data-walkin] #mail").fill("sun@hall.example");
            page.locator("[data-walkin] button[type=submit]").click();
            said(page, ".checkin-result.bad", "本机存储空间不足");
            assertThat(page.locator("[data-walkin] #name").inputValue()).isEqualTo("孙临时");
            window.setOffline(false);
            page.locator("[data-walkin] button[type=submit]").click();
            said(page, ".checkin-word", "签到成功");
            assertThat(hall.present()).containsExactly("孙临时");
        }
    }

    @Test
    void whoIsCheckedOutWithoutNetworkWasThereThoughThatIsTakenBack() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        Rows.change("update training_session set check_out = true where id = ?", hall.id());
        String code = hall.code(hall.person("陈一", "REGISTERED"));
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            door(page, hall);
            type(page, code, "签到成功");
            page.locator("#checkin-q").fill("陈");
            said(page, "[data-found] button", "签到");
            page.locator("[data-leaving]").check();
            said(page, "[data-found] button", "签退");
            assertThat(page.locator("[data-found] button").getAttribute("aria-label"))
                    .isEqualTo("签退 陈一");
            window.setOffline(true);
            type(page, code, "已签退，联网后上传");
            page.locator("[data-result] button").click();
            said(page, ".checkin-word", "已撤销签退");
            said(page, "[data-present]", "1");
            back(window, page);
            page.waitForSelector("[data-queue]", HIDDEN);
            assertThat(hall.present()).containsExactly("陈一");
        }
    }

    @Test
    void whatIsRefusedDoesNotHoldUpTheOthersAndIsToldUntilItWasSeen() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long id = hall.person("陈一", "REGISTERED");
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            door(page, hall);
            queued(
                    page,
                    hall.id(),
                    "{\"mark\":\"00000000-0000-4000-8000-00000000000a\",\"name\":\"孙临时\",\"mail\":\"none\"}",
                    "{\"mark\":\"00000000-0000-4000-8000-00000000000b\",\"registration\":" + id + ",\"enteredBy\":1}");
            door(page, hall);
            said(page, "[data-told]", "孙临时：登记内容有误");
            page.waitForSelector("[data-queue]", HIDDEN);
            assertThat(hall.present()).containsExactly("陈一");
            page.reload();
            said(page, "[data-told]", "孙临时：登记内容有误");
            page.locator("[data-told-seen]").click();
            page.waitForSelector("[data-told]", HIDDEN);
        }
    }

    @Test
    void whatIsLeftOfAnotherSessionOrOfSomebodyElseIsSentToo() throws SQLException {
        SampleHall before = SampleHall.of(null);
        SampleHall hall = SampleHall.of(null);
        long id = before.person("陈一", "REGISTERED");
        long here = hall.person("陈二", "REGISTERED");
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            putBy(page, hall);
            window.setOffline(true);
            queued(
                    page,
                    before.id(),
                    "{\"mark\":\"00000000-0000-4000-8000-00000000000c\",\"registration\":" + id + "}");
            queued(
                    page,
                    hall.id(),
                    "{\"mark\":\"00000000-0000-4000-8000-00000000000d\",\"registration\":" + here
                            + ",\"enteredBy\":1}");
            page.reload();
            page.waitForSelector("[data-checkin][data-ready]");
            said(page, "[data-queue]", "待上传 1 条。 含其他人员登记的 1 条。 另有其他场次的 1 条");
            back(window, page);
            page.waitForSelector("[data-queue]", HIDDEN);
            assertThat(before.present()).containsExactly("陈一");
            assertThat(hall.present()).containsExactly("陈二");
        }
    }

    @Test
    void namesGoWhenTheirTimeIsOverWhicheverPageIsOpen() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        hall.person("陈一", "REGISTERED");
        try (BrowserContext window = phone()) {
            Page page = window.newPage();
            putBy(page, hall);
            page.navigate("/desk/trainings");
            assertThat(kept(page, "checkin:list:")).isEqualTo(1);
            page.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofHours(5))));
            page.navigate("/desk/trainings");
            assertThat(kept(page, "checkin:list:")).isEqualTo(0);
        }
    }

    @Test
    void anOldCodeLeavesTheWallWhenTheNetworkIsGone() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        try (BrowserContext window = open(Caller.signedIn("shekou.officer"), "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            page.clock().install();
            page.navigate("/desk/trainings/" + hall.id() + "/room-code");
            assertThat(page.locator("nav, .bar").count()).as("menus").isZero();
            page.locator(".room-code-digits").waitFor();
            window.setOffline(true);
            page.clock().runFor(70_000);
            said(page, "[data-room-off]", "网络已断开，签到码暂不可用");
            assertThat(page.locator(".room-code-digits").isVisible()).isFalse();
            assertThat(page.locator(".toast-line").count()).isZero();
            window.setOffline(false);
            page.clock().runFor(10_000);
            page.locator(".room-code-digits").waitFor();
        }
    }
}
