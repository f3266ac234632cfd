package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.campaign.coverage.RunningCampaign.House;
import org.aeoreach.testing.Caller;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A directive on its whole way: from the General Administration to a house's list, its figures and its amendment. */
@RunAsClient
class CampaignJourney extends Browsing {

    private static final String TITLE = "综合保税区企业信用培育宣讲";
    private static final String REGIONAL = "前海综合保税区企业集中，安排现场宣讲";
    private static final String DISTRICT = "5300";

    private final Caller author = Caller.signedIn("gacc.officer");
    private final Caller editor = Caller.signedIn("gacc.editor");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller planner = Caller.signedIn("shenzhen.planner");

    @Test
    void fromTheDirectiveToTheLastEnterpriseAndBack() throws SQLException {
        House house = House.with(5);
        House.with(2);
        String directive = write();
        long id = Long.parseLong(directive.replaceAll("\\D+", ""));
        approve();
        plan(directive);
        second(directive);
        handDown(directive);
        receive(house);
        HousePart.worksItsList(house.caller(), id);
        List<String> truth = HousePart.sameTruth(id, house.code(), house.caller(), district, author);
        assertThat(truth.subList(0, 6)).containsExactly("5", "1", "0", "3", "0", "1");
        assertThat(HousePart.rowAbove(id, DISTRICT, house.code(), district)).isEqualTo(truth.subList(0, 6));
        assertThat(HousePart.sameTruth(id, DISTRICT, district, author)).isNotEmpty();
        amend(directive);
        takeNote(district, directive);
        takeNote(house.caller(), directive);
    }

    private static void as(Caller who, Consumer<Page> does) {
        try (BrowserContext window = open(who, "zh", Screen.DESKTOP)) {
            does.accept(window.newPage());
        }
    }

    private static void seen(Page page, String name) {
        Examination examination = new Examination(page);
        examination.settle();
        examination.pass("zh", Screen.DESKTOP, name);
    }

    /** From the first page by the item of what waits to the page of this directive. */
    private static void follow(Page page, String waits) {
        page.navigate("/desk");
        page.locator("a[href='/desk/campaigns?waits=" + waits + "']").first().click();
        page.locator("tbody a:has-text('" + TITLE + "')").first().click();
        page.waitForURL(url -> url.matches(".*/desk/campaigns/[0-9]+"));
    }

    private static void choose(Page page, String text) {
        String popup = ".pick:has([name=documents]) .pick-popup";
        page.keyboard().type(text);
        page.waitForSelector(popup + " .pick-active");
        page.keyboard().press("Enter");
        page.waitForSelector(popup, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private String write() {
        String[] there = new String[1];
        as(author, page -> {
            page.navigate("/desk/campaigns");
            page.locator("a[href='/desk/campaigns/new']").click();
            page.locator("#titleZh").fill(TITLE);
            page.locator("#purposeZh").fill("让综合保税区内每一家企业知晓两项政策。");
            page.locator("#startsOn").fill(Cascade.TODAY.toString());
            page.locator("#endsOn").fill(Cascade.TODAY.plusDays(120).toString());
            page.locator("#acknowledgeBy").fill(Cascade.TODAY.plusDays(5).toString());
            page.locator("#planBy").fill(Cascade.TODAY.plusDays(10).toString());
            page.locator("#audiences-ALL").check();
            page.locator("details:has(#allTextZh)").evaluate("all => all.open = true");
            page.locator("#allTextZh").fill("请关注新规。");
            page.locator("#allExpected").fill("120");
            page.locator("#allStrength").selectOption("DELIVERED");
            page.locator(".pick:has([name=documents]) input:not([type=hidden])").focus();
            choose(page, "282号");
            choose(page, "2026年第34号");
            page.locator("#target").selectOption("ALL");
            for (String code : List.of(DISTRICT, "2200", "5200")) {
                page.locator("#districts-" + code).check();
            }
            page.locator(".form-actions button[type=submit]").click();
            page.waitForSelector(".error-summary");
            assertThat(page.locator("#purposeZh").inputValue())
                    .as("what was typed stays")
                    .contains("每一家企业");
            page.locator("#allExpected").fill("80");
            page.locator(".form-actions button[type=submit]").click();
            page.waitForURL(url -> url.matches(".*/desk/campaigns/[0-9]+"));
            there[0] = page.url().replaceAll(".*(/desk/)", "$1");
            seen(page, "campaign-draft");
            page.locator("form[action$='/submission'] button").click();
            page.waitForSelector("main:has-text('须由另一人')");
            assertThat(page.locator("form[action$='/approval']").count()).isZero();
        });
        return there[0];
    }

    private void approve() {
        as(editor, page -> {
            follow(page, "DECIDE");
            page.locator("form[action$='/approval'] button").click();
            page.waitForSelector("a[href$='/coverage']", new Page.WaitForSelectorOptions().setTimeout(60000));
            PlaywrightAssertions.assertThat(page.locator(".unit-tree > li")).hasCount(3);
            seen(page, "campaign-issued");
        });
    }

    private void plan(String directive) {
        as(district, page -> {
            follow(page, "ACKNOWLEDGE");
            page.locator("a[href='" + directive + "/plan/" + DISTRICT + "']")
                    .first()
                    .click();
            page.locator("form[action$='/acknowledgement'] button").click();
            page.waitForSelector("#regionalZh");
            page.locator("#regionalZh").fill(REGIONAL);
            page.locator("#channels-VISIT").check();
            String proposed = page.locator(".split-table tbody input[name^=target-]")
                    .first()
                    .inputValue();
            page.locator(".split-table tbody input[name^=target-]").first().fill("很多");
            page.locator("button[name=then][value=submit]").click();
            page.waitForSelector(".error-summary");
            assertThat(page.locator("#regionalZh").inputValue()).isEqualTo(REGIONAL);
            page.locator(".split-table tbody input[name^=target-]").first().fill(proposed);
            seen(page, "campaign-plan");
            page.locator("button[name=then][value=submit]").click();
            page.waitForSelector("main:has-text('须由另一人')");
        });
    }

    private void second(String directive) {
        as(planner, page -> {
            follow(page, "DECIDE");
            page.locator("a[href='" + directive + "/plan/" + DISTRICT + "']")
                    .first()
                    .click();
            page.locator("form[action$='/approval'] button").click();
            page.waitForSelector("form[action$='/push']");
        });
    }

    private void handDown(String directive) {
        as(district, page -> {
            follow(page, "PUSH");
            page.locator("a[href='" + directive + "/plan/" + DISTRICT + "']")
                    .first()
                    .click();
            page.locator("form[action$='/push'] button").click();
            page.waitForSelector("form[action$='/recall']");
        });
        as(author, page -> {
            page.navigate(directive + "/plan/" + DISTRICT);
            assertThat(page.locator("main").innerText()).contains(REGIONAL);
        });
    }

    /** The house reads both policies and its district's words, and of the other houses nothing. */
    private static void receive(House house) {
        as(house.caller(), page -> {
            page.navigate("/desk/campaigns");
            page.locator("tbody a:has-text('" + TITLE + "')").first().click();
            page.waitForURL(url -> url.matches(".*/desk/campaigns/[0-9]+"));
            assertThat(page.locator("main").innerText()).contains("282号", "2026年第34号");
            page.locator("a[href$='/plan/" + DISTRICT + "']").first().click();
            page.waitForSelector(".split-table");
            assertThat(page.locator("main").innerText()).contains(REGIONAL);
            assertThat(page.locator(".split-table tbody tr").count()).isEqualTo(1);
        });
    }

    private void amend(String directive) {
        as(author, page -> {
            page.navigate(directive);
            page.locator("a[href$='/amendment']").click();
            page.locator("#allExpected").fill("90");
            page.locator("#note").fill("上半年进展快于预期");
            page.locator("form:has(#note) .form-actions button[type=submit]").click();
            page.waitForSelector("main:has-text('须由另一人')");
        });
        as(editor, page -> {
            follow(page, "DECIDE");
            page.locator("a[href$='/amendment']").first().click();
            page.waitForSelector(".before-after");
            assertThat(page.locator(".before-after").allInnerTexts().toString()).contains("80%", "90%");
            seen(page, "campaign-amendment");
            page.locator("form[action$='/approval'] button").click();
            page.waitForURL(url -> url.endsWith(directive));
        });
    }

    private static void takeNote(Caller who, String directive) {
        as(who, page -> {
            follow(page, "CHANGED");
            page.locator("a[href='" + directive + "/changes']").first().click();
            page.waitForSelector(".before-after");
            assertThat(page.locator(".before-after").count()).isEqualTo(1);
            assertThat(page.locator(".before-after").innerText()).contains("80%", "90%");
            page.locator("form[action$='/changes'] button").click();
            page.waitForURL(url -> url.endsWith(directive));
            assertThat(page.locator(".doc-banner-warn").count())
                    .as("nothing to note any more")
                    .isZero();
        });
    }
}
