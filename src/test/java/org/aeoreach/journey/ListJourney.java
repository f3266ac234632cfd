package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.SQLException;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list is narrowed, sorted, kept under a name and left again, by keyboard alone and without a reload. */
@RunAsClient
class ListJourney extends Browsing {

    private static final String UNITS = "/desk/units/list";

    @BeforeEach
    void forgetViews() throws SQLException {
        Rows.change("delete from saved_view");
    }

    private static BrowserContext window(Screen screen) {
        return open(Caller.signedIn("gacc.officer"), "en", screen);
    }

    private static String focused(Page page) {
        return page.evaluate("document.activeElement.id").toString();
    }

    /** Waits by selector: a polled expression would be evaluated against the page's Content-Security-Policy. */
    private static void attached(Page page, String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    @Test
    void narrowsSortsAndKeepsViewByKeyboardAlone() {
        try (BrowserContext window = window(Screen.DESKTOP)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate(UNITS);
            page.evaluate("window.sameDocument = true");
            page.locator("#f-q").focus();
            page.keyboard().type("shen");
            page.keyboard().press("Enter");
            page.waitForURL("**" + UNITS + "?*q=shen*");
            attached(page, "#list-live:not(:empty)");
            assertThat(focused(page)).isEqualTo("f-q");
            assertThat(page.locator("#list-live").textContent())
                    .isEqualTo(page.locator("#list-count").innerText());
            page.locator("#sort-name").press("Enter");
            page.waitForSelector("th[aria-sort=ascending] #sort-name");
            assertThat(focused(page)).isEqualTo("sort-name");
            page.locator("#menu-columns").press("Enter");
            page.locator("input[name=columns][value=opened]").press("Space");
            page.locator("input[name=columns][value=opened]").press("Enter");
            page.waitForSelector("#sort-opened");
            page.locator("#menu-views").press("Enter");
            page.locator("#view-new").fill("Mine");
            examination.pass("en", Screen.DESKTOP, "list-menu");
            assertThat(page.evaluate("window.sameDocument"))
                    .as("no reload so far")
                    .isEqualTo(true);
            page.locator("#view-new").press("Enter");
            page.waitForURL("**" + UNITS + "?view=*");
            assertThat(page.locator(".list-tabs a[aria-current]").innerText()).contains("Mine");
            assertThat(page.locator("#f-q").inputValue()).isEqualTo("shen");
            assertThat(page.locator("#sort-opened").count()).isOne();
            page.evaluate("window.sameDocument = true");
            page.locator("#chip-q").press("Enter");
            page.waitForSelector("#chip-q", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            attached(page, "#list-count:focus");
            assertThat(page.locator("#menu-views").innerText()).contains("changed");
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
            page.goBack();
            page.waitForSelector("#chip-q");
            assertThat(page.locator("#f-q").inputValue()).isEqualTo("shen");
        }
    }

    @Test
    void menuClosesOnEscapeAndGivesTheFocusBack() {
        try (BrowserContext window = window(Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate(UNITS);
            page.locator("#menu-export").press("Enter");
            page.locator(".list-menu[open] a").first().focus();
            page.keyboard().press("Escape");
            assertThat(page.locator(".list-menu[open]").count()).isZero();
            assertThat(focused(page)).isEqualTo("menu-export");
        }
    }

    @Test
    void tellsWhatIsWrongInPlaceAndMovesTheFocusThere() {
        try (BrowserContext window = window(Screen.PHONE)) {
            Page page = window.newPage();
            page.navigate(UNITS);
            page.locator("#list-more").press("Enter");
            page.locator("#f-unit").fill("12");
            page.locator("#f-unit").press("Enter");
            page.waitForSelector("#list-errors");
            attached(page, "#list-errors:focus");
            assertThat(page.locator("#f-unit").inputValue()).isEqualTo("12");
            assertThat(page.locator("#f-unit").getAttribute("aria-invalid")).isEqualTo("true");
            page.locator("#list-errors a[href*=view]").press("Enter");
            page.waitForSelector(".list-table");
        }
    }

    @Test
    void worksWithoutScript() {
        try (BrowserContext window = openWithoutScripts(Caller.signedIn("gacc.officer"), "en")) {
            Page page = window.newPage();
            page.navigate(UNITS);
            page.locator("#f-q").fill("5304");
            page.locator("#list-filter").click();
            PlaywrightAssertions.assertThat(page.locator(".list-table tbody tr"))
                    .hasCount(1);
            page.locator("#chip-q").click();
            page.locator("#sort-name").click();
            assertThat(page.locator("th[aria-sort=ascending]").innerText()).contains("Name");
            page.locator("#page-later").click();
            page.waitForURL(url -> url.contains("after="));
            page.locator("#menu-columns").click();
            page.locator("input[name=columns][value=source]").check();
            page.locator("input[name=columns][value=source]").press("Enter");
            page.waitForURL(url -> url.contains("columns="));
            assertThat(page.locator("th").count()).isEqualTo(5);
        }
    }
}
