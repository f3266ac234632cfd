package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.aeoreach.testing.Caller;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Units, people, roles and substitutions as an administrator goes through them. */
@RunAsClient
class OrganizationJourney extends Browsing {

    private static BrowserContext window(String login, String language, Screen screen) {
        return open(Caller.signedIn(login), language, screen);
    }

    @Test
    void typingInTheSearchNarrowsTheTreeInPlace() {
        try (BrowserContext window = window("shenzhen.admin", "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate("/desk/units");
            page.locator("#q").fill("蛇口");
            page.waitForURL("**/desk/units?q=*");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("#tree .found"))
                    .hasCount(1);
            assertThat(page.locator("#tree-count").innerText()).contains("1");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
            examination.pass("zh", Screen.DESKTOP, "tree-searched");
        }
    }

    @Test
    void treeUnfoldsByKeyboardAndWithoutScripts() {
        try (BrowserContext window = window("gacc.officer", "en", Screen.PHONE)) {
            window.route("**/*.js", route -> route.abort());
            Page page = window.newPage();
            page.navigate("/desk/units");
            var shanghai = page.locator("summary", new Page.LocatorOptions().setHasText(", Shanghai Customs District"));
            shanghai.focus();
            shanghai.press("Enter");
            assertThat(page.locator("a", new Page.LocatorOptions().setHasText("Pudong"))
                            .first()
                            .isVisible())
                    .isTrue();
        }
    }
}
