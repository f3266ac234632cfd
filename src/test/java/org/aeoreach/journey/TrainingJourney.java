package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.booking.SampleRoom;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session on its whole way: planned at a base, filled, waited for, checked in, certified, judged and counted. */
@RunAsClient
class TrainingJourney extends Browsing {

    private static final String SAVE = ".form-actions button[type=submit]";
    private static final String TITLE = "全程培训";
    private static final String ALL = "(select id from training_session where title_zh = '" + TITLE + "')";

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private long session;

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        for (String table : List.of(
                "training_feedback",
                "training_contact",
                "training_attendance",
                "training_certificate",
                "training_check_in_mark",
                "training_registration",
                "training_quota",
                "training_seat_pool")) {
            Rows.change("delete from " + table + " where session_id in " + ALL);
        }
        SampleRoom.forget();
        Rows.change("delete from training_session where title_zh = '" + TITLE + "'");
        Trainee.forget();
    }

    private static void as(Caller who, Screen screen, Consumer<Page> does) {
        try (BrowserContext window = open(who, "zh", screen)) {
            does.accept(window.newPage());
        }
    }

    private static void as(Trainee who, Consumer<Page> does) {
        as(who.caller(), Screen.PHONE, does);
    }

    private static void seen(Page page, Screen screen, String name) {
        Examination examination = new Examination(page);
        examination.settle();
        examination.pass("zh", screen, name);
    }

    @Test
    void fromThePlanOfADistrictToTheCoverageOfItsCampaign() throws SQLException {
        RunningCampaign running = RunningCampaign.with(3, 1);
        long campaign = running.sample().id();
        countsWhoAttended(campaign);
        Trainee ann = Trainee.of("安一", running.one().enterprises().get(0));
        Trainee bo = Trainee.of("薄二", running.one().enterprises().get(1));
        Trainee cai = Trainee.of("蔡三", running.one().enterprises().get(2));
        Trainee deng = Trainee.of("邓四", running.other().enterprises().get(0));
        as(district, Screen.DESKTOP, page -> plans(page, running));
        for (Trainee each : List.of(ann, bo, deng)) {
            as(each, page -> {
                each.registers(page, TITLE);
                assertThat(each.standing(page, TITLE)).contains("已报名");
            });
        }
        as(cai, page -> {
            cai.registers(page, TITLE);
            assertThat(cai.standing(page, TITLE)).contains("候补");
            seen(page, Screen.PHONE, "training-waiting");
        });
        as(ann, page -> givesUp(page, ann));
        assertThat(ann.letter("training-cancelled").text("calendar")).contains("METHOD:CANCEL");
        movesUp(cai);
        assertThat(cai.letter("training-registered").text("calendar"))
                .contains("METHOD:REQUEST", "SUMMARY:" + TITLE, "DTSTART:20990302T010000Z");
        happens("- interval '10 minutes'", "+ interval '2 hours'");
        checksIn(bo, cai);
        happens("- interval '3 hours'", "- interval '1 minute'");
        as(district, Screen.DESKTOP, this::closes);
        after(cai);
        ledger(running);
        List<String> truth = HousePart.sameTruth(
                campaign, running.one().code(), running.one().caller(), district);
        assertThat(truth.subList(0, 2)).as("two of three were reached").containsExactly("3", "2");
        running.sample().holds();
    }

    /** Also of those who met somebody before. */
    private static void countsWhoAttended(long campaign) throws SQLException {
        Rows.change("update campaign_audience set least_strength = 'ATTENDED' where campaign_id = ?", campaign);
        Rows.one(
                "select campaign_judge(array(select enterprise_id from campaign_member where campaign_id = ?),"
                        + " array[?::bigint])",
                campaign,
                campaign);
    }

    private void plans(Page page, RunningCampaign running) {
        String room = Long.toString(room());
        page.navigate("/desk/trainings/new");
        page.locator("#titleZh").fill(TITLE);
        page.locator("#titleEn").fill("A session on its whole way");
        page.locator("#startDay").fill("2099-03-02");
        page.locator("#campaign").selectOption(Long.toString(running.sample().id()));
        page.locator("#room").selectOption(room);
        page.locator("#seats").fill("3");
        page.locator("#quotas").fill(running.one().code() + " 4");
        page.locator(SAVE).click();
        page.waitForSelector(".error-summary");
        page.locator("#quotas")
                .fill(running.one().code() + " 2\n" + running.other().code() + " 1");
        seen(page, Screen.DESKTOP, "training-plan");
        page.locator(SAVE).click();
        page.waitForURL(url -> url.matches(".*/desk/trainings/[0-9]+"));
        session = Long.parseLong(page.url().replaceAll(".*/", ""));
        page.locator("form[action$='/publication'] button").click();
        page.waitForSelector(
                "form[action$='/publication']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        seen(page, Screen.DESKTOP, "training-published");
    }

    private static long room() {
        try {
            return SampleRoom.at("5300", false).room();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void givesUp(Page page, Trainee who) {
        who.standing(page, TITLE);
        page.locator("form[action$='/cancellation'] button").click();
        page.waitForSelector("[data-toast]");
        assertThat(who.standing(page, TITLE)).contains("已取消");
    }

    /** By the link of the letter that offers him the seat, without signing in. */
    private static void movesUp(Trainee who) throws SQLException {
        String link = who.link("training-offered");
        as(Caller.anonymous(), Screen.PHONE, page -> {
            page.navigate(link);
            seen(page, Screen.PHONE, "training-offered");
            page.locator("form[action$='/acceptance'] button").click();
            page.waitForSelector("form[action$='/acceptance']", hidden());
            assertThat(page.locator("main").innerText()).contains("已报名");
        });
    }

    private static Page.WaitForSelectorOptions hidden() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
    }

    /** Time passes. */
    private void happens(String begins, String ends) throws SQLException {
        Rows.change(
                "update training_session set starts_at = now() " + begins + ", ends_at = now() " + ends
                        + " where id = ?",
                session);
    }

    private static String code(Trainee who) {
        String[] code = new String[1];
        as(who, page -> {
            who.standing(page, TITLE);
            page.locator("a[href$='/pass']").click();
            code[0] = page.locator(".pass-code").innerText().replace(" ", "");
            seen(page, Screen.PHONE, "training-pass");
        });
        return code[0];
    }

    /** The first with a network, the second without. */
    private void checksIn(Trainee first, Trainee second) throws SQLException {
        String one = code(first);
        String two = code(second);
        try (BrowserContext window = open(district, "zh", Screen.PHONE)) {
            Page page = window.newPage();
            page.navigate("/desk/trainings/" + session + "/check-in");
            page.waitForSelector("[data-checkin][data-put-by]");
            enters(page, one, "签到成功");
            window.setOffline(true);
            enters(page, two, "已签到，联网后上传");
            assertThat(present()).containsExactly(first.name());
            window.setOffline(false);
            page.evaluate("window.dispatchEvent(new Event('online'))");
            page.waitForSelector(
                    "[data-queue]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
            seen(page, Screen.PHONE, "training-door");
        }
        assertThat(present()).containsExactly(first.name(), second.name());
    }

    private static void enters(Page page, String code, String expected) {
        page.locator("#checkin-q").fill(code);
        page.locator("[data-find] button").click();
        page.waitForSelector(".checkin-word:has-text('" + expected + "')");
    }

    private List<String> present() throws SQLException {
        return Rows.all("select name from training_attendance where session_id = ? order by id", session).stream()
                .map(row -> row.text("name"))
                .toList();
    }

    private void closes(Page page) {
        page.navigate("/desk/trainings/" + session + "/attendance");
        page.locator("form[action$='/attendance/closing'] button").click();
        page.waitForSelector(
                "form[action$='/attendance/reopening']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        seen(page, Screen.DESKTOP, "training-closed");
        page.navigate("/desk/trainings/" + session + "/certificates");
        assertThat(page.locator("tbody tr").count())
                .as("who was not there has none")
                .isEqualTo(2);
    }

    /** By the link of the letter after the session: feedback and a certificate that anybody can verify. */
    private void after(Trainee who) throws SQLException {
        String hub = who.link("training-after");
        as(Caller.anonymous(), Screen.PHONE, page -> {
            page.navigate(hub);
            page.locator("a[href$='/feedback']").click();
            page.locator("input[name=contentRating][value='5']").check();
            page.locator("input[name=trainersRating][value='5']").check();
            page.locator("input[name=valueRating][value='4']").check();
            page.locator("form[action$='/feedback'] button[type=submit]").click();
            page.waitForSelector("[data-toast]");
            page.navigate(hub.replaceAll("/after$", "") + "/certificate");
            assertThat(page.locator("article.certificate").innerText()).contains(who.name(), TITLE);
            seen(page, Screen.PHONE, "training-certificate");
            page.locator(".certificate-verify a").click();
            assertThat(page.locator("main [role=status]").innerText()).contains(who.name(), TITLE);
            seen(page, Screen.PHONE, "training-verified");
        });
        assertThat(Rows.number("select count(*) from training_feedback where session_id = ?", session))
                .isOne();
    }

    /** A house sees in its ledger that its enterprises were there. */
    private void ledger(RunningCampaign running) throws SQLException {
        String open = "select count(*) from job where kind = 'note-attendance' and status in ('WAITING', 'RUNNING')";
        for (int i = 0; i < 120 && Rows.number(open) > 0; i++) {
            Rows.all("select pg_sleep(0.25)::text as slept");
        }
        as(running.one().caller(), Screen.DESKTOP, page -> {
            page.navigate("/desk/enterprises/" + running.one().enterprises().get(1) + "/history");
            assertThat(page.locator("main").innerText()).contains("培育基地", "深圳海关", "已参加");
            seen(page, Screen.DESKTOP, "training-ledger");
        });
    }
}
