package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.testing.Caller;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A campaign from its draft to the last row of a house's list, by people who use no mouse. */
@RunAsClient
class CampaignKeyboardJourney extends Browsing {

    private static final String SAVE = ".form-actions button[type=submit]";

    private static void as(Caller who, Consumer<Page> does) {
        try (BrowserContext window = open(who, "zh", Screen.DESKTOP)) {
            does.accept(window.newPage());
        }
    }

    @Test
    void directiveGoesFromDraftToTheHouses() throws SQLException {
        RunningCampaign.House.with(3);
        String[] there = new String[1];
        as(Caller.signedIn("gacc.officer"), page -> there[0] = write(page));
        as(Caller.signedIn("gacc.editor"), page -> {
            step(page, there[0], "/approval");
            page.waitForSelector("a[href$='/coverage']", new Page.WaitForSelectorOptions().setTimeout(60000));
        });
        String plan = there[0] + "/plan/5300";
        as(Caller.signedIn("shenzhen.officer"), page -> plan(page, plan));
        as(Caller.signedIn("shenzhen.planner"), page -> {
            step(page, plan, "/approval");
            page.waitForSelector("form[action$='/push']");
            step(page, plan, "/push");
            page.waitForSelector("form[action$='/recall']");
        });
    }

    private static void step(Page page, String path, String action) {
        page.navigate(path);
        new Keys(page).skip().to("form[action$='" + action + "'] button").press("Enter");
    }

    private static String write(Page page) {
        Keys keys = new Keys(page);
        page.navigate("/desk/campaigns/new");
        keys.skip().to("#titleZh").press("Control+Enter").faultLeadsTo("#titleZh");
        keys.type("用键盘起草的部署").to("#purposeZh").type("让企业知晓政策。");
        keys.to("#startsOn").day(Cascade.TODAY).to("#endsOn").day(Cascade.TODAY.plusDays(90));
        keys.to("#acknowledgeBy").day(Cascade.TODAY.plusDays(5)).to("#planBy").day(Cascade.TODAY.plusDays(9));
        keys.to("#audiences-ALL").press("Space").to("#allTextZh").type("请关注新规。");
        keys.to("#allExpected").type("50").to("#allStrength").choose("DELIVERED");
        keys.to("#districts-5300").press("Space").to(SAVE).press("Enter");
        page.waitForURL(url -> url.matches(".*/desk/campaigns/[0-9]+"));
        keys.skip().to("form[action$='/submission'] button").press("Enter");
        page.waitForSelector("main:has-text('须由另一人')");
        return page.url().replaceAll(".*(/desk/)", "$1");
    }

    private static void plan(Page page, String plan) {
        step(page, plan, "/acknowledgement");
        page.waitForSelector("#regionalZh");
        Keys keys = new Keys(page).skip().to("#regionalZh").type("逐家走访");
        keys.to(".split-table tbody input[name^=target-]");
        String proposed = page.locator(":focus").inputValue();
        String sum = page.locator("[data-split-sum]").innerText();
        keys.press("Control+a").type("x");
        assertThat(page.locator("[data-split-sum]").innerText())
                .as("the sum follows what is typed")
                .isNotEqualTo(sum);
        keys.to("button[name=then]").press("Enter").faulty();
        keys.to(".split-table tbody input[name^=target-]").press("Control+a").type(proposed);
        assertThat(page.locator("[data-split-sum]").innerText()).isEqualTo(sum);
        keys.to("button[name=then]").press("Enter");
        page.waitForSelector("main:has-text('须由另一人')");
    }

    @Test
    void houseWorksItsListOff() throws SQLException {
        RunningCampaign campaign = RunningCampaign.with(6, 1);
        as(campaign.one().caller(), page -> {
            page.navigate(campaign.desk() + "/work");
            logs(page);
            excludes(page);
            postpones(page);
            spreadsAndTakesBack(page);
            menusClose(
                    page, "/desk/campaigns/work?campaign=" + campaign.sample().id());
        });
    }

    private static void waiting(Page page, int rows) {
        page.waitForURL(url -> url.endsWith("/work"));
        PlaywrightAssertions.assertThat(page.locator(".work-next li")).hasCount(rows);
    }

    private static void logs(Page page) {
        Keys keys = new Keys(page).skip().to(".work-next .btn-primary").press("Enter");
        page.waitForURL(url -> url.contains("/desk/touchpoints/new"));
        keys.skip().to(SAVE).press("Enter");
        waiting(page, 5);
    }

    private static Keys change(Page page) {
        Keys keys =
                new Keys(page).skip().to(".work-next .btn:not(.btn-primary)").press("Enter");
        page.waitForURL(url -> url.contains("work/change"));
        return keys.skip().to("input[name=action]").press("Space");
    }

    private static void excludes(Page page) {
        Keys keys = change(page).press("ArrowDown");
        assertThat(page.locator("#action-EXCLUDE").isChecked()).isTrue();
        assertThat(page.locator("#day").isVisible())
                .as("what only other steps need")
                .isFalse();
        keys.to(SAVE).press("Enter");
        keys.faultLeadsTo("#reason").choose("CLOSED").to(SAVE).press("Enter");
        waiting(page, 4);
    }

    private static void postpones(Page page) {
        Keys keys = change(page).press("ArrowDown").press("ArrowDown").press("ArrowDown");
        keys.to("#day").day(Cascade.TODAY.plusDays(3)).to(SAVE).press("Enter");
        waiting(page, 3);
    }

    private static void spreadsAndTakesBack(Page page) {
        Keys keys = new Keys(page).skip().to("#spread " + SAVE).press("Enter").faulty();
        keys.to("#spread input[type=checkbox]").press("Space").to("#spread " + SAVE);
        keys.press("Enter");
        page.waitForSelector("form[action$='/undo']");
        keys.skip().to("form[action$='/undo'] button").press("Enter");
        PlaywrightAssertions.assertThat(page.locator("form[action$='/undo']")).hasCount(0);
    }

    private static void menusClose(Page page, String list) {
        page.navigate(list);
        Keys keys = new Keys(page).skip().to(".list-menu > summary").press("Enter");
        assertThat(page.locator(".list-menu[open]").count()).isOne();
        keys.press("Tab").press("Escape");
        assertThat(page.locator(".list-menu[open]").count()).isZero();
        assertThat(page.evaluate("document.activeElement.matches('.list-menu > summary')"))
                .isEqualTo(true);
    }
}
