package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything can be done without a mouse, and one always sees where one is. */
@RunAsClient
class KeyboardJourney extends Browsing {
    private static final String FOCUSABLE =
            "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe";
    private static final int MOST_STEPS = 3_000;

    private static BrowserContext window(Caller caller, String language) {
        return open(caller, language, Screen.DESKTOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/portal/units?q=53&limit=10", "/sign-in"})
    void tabReachesEverythingInOrderAndVisibly(String path) {
        try (BrowserContext window = window(Caller.anonymous(), "zh")) {
            walk(window.newPage(), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/units/list?limit=10", "/desk/people", "/acting"})
    void tabReachesEverythingOfTheDeskToo(String path) {
        try (BrowserContext window = window(Caller.signedIn("shenzhen.admin"), "en")) {
            walk(window.newPage(), path);
        }
    }

    private static void walk(Page page, String path) {
        page.navigate(path);
        int expected = ((Number) page.evaluate("""
                        selector => {
                          const all = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility());
                          all.forEach((e, i) => e.dataset.step = i);
                          return all.length;
                        }
                        """, FOCUSABLE)).intValue();
        List<Integer> reached = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            Object at = page.evaluate("document.activeElement.dataset.step ?? ''");
            if (at.toString().isEmpty() || reached.contains(Integer.parseInt(at.toString()))) {
                break;
            }
            reached.add(Integer.parseInt(at.toString()));
            Keys.seen(page);
        }
        assertThat(reached).as("order on %s", path).isSorted().hasSize(expected);
    }

    @Test
    void skipLinkLeadsToTheContent() {
        try (BrowserContext window = window(Caller.anonymous(), "en")) {
            Page page = window.newPage();
            page.navigate("/portal");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#main");
            assertThat(page.locator(".skip").boundingBox().x).isGreaterThanOrEqualTo(0);
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void administratorRenamesHouseByKeyboardAlone() throws SQLException {
        long house = Units.newHouse("5300");
        try (BrowserContext window = window(Caller.signedIn("shenzhen.admin"), "en")) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate("/desk/units/" + house + "/name");
            page.locator("#nameZh").focus();
            page.keyboard().press("Tab");
            page.keyboard().type("New sample house");
            page.keyboard().press("Enter");
            page.waitForSelector(".error-summary");
            examination.pass("en", Screen.DESKTOP, "desk-units-id-name-errors");
            assertThat(page.locator("#nameEn").inputValue()).isEqualTo("New sample house");
            page.locator(".error-summary a").first().focus();
            page.keyboard().press("Enter");
            page.locator("#nameZh").fill("新样例海关");
            page.locator("#validFrom").fill("2026-01-01");
            page.locator("#validFrom").press("Enter");
            page.waitForURL("**/desk/units/" + house);
            assertThat(page.locator("h1").innerText()).isEqualTo("New sample house");
        }
    }

    /** A segment without a name: the summary has the focus and leads to the field. */
    @Test
    void faultsOfASegmentAreSaidAndLedTo() {
        try (BrowserContext window = window(Caller.signedIn("shekou.officer"), "en")) {
            Page page = window.newPage();
            page.navigate("/desk/segments/new");
            assertThat(page.locator(".without-script:visible").count())
                    .as("buttons that only a page without scripts needs")
                    .isZero();
            page.locator("#segment-editor .form-actions .btn-primary").press("Enter");
            page.waitForSelector(".error-summary");
            assertThat(page.evaluate("document.activeElement.matches('[data-errors]')"))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");
        }
    }

    /** A code that is taken: after what is said comes the way to the enterprise that has it, then the form. */
    @Test
    void tabLeadsFromTheFaultToTheEnterpriseThatHasTheCode() throws SQLException {
        SampleEnterprise there = SampleEnterprise.at("5304");
        try (BrowserContext window = window(Caller.signedIn("shekou.officer"), "en")) {
            Page page = window.newPage();
            page.navigate("/desk/enterprises/new");
            page.locator("#nameZh").fill("深圳鹦鹉螺器材有限公司");
            page.locator("#customsCode").fill(there.code());
            page.locator("#customsCode").press("Control+Enter");
            page.waitForSelector(".error-summary");
            assertThat(page.evaluate("document.activeElement.matches('[data-errors]')"))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#customsCode");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("/desk/enterprises/" + there.id());
        }
    }

    @Test
    void personSignsInReadsAndSignsOut() throws SQLException {
        // Whoever went before may have chosen Chinese already.
        Rows.change("update account set language = 'en' where login = 'shekou.officer'");
        try (BrowserContext window = window(Caller.anonymous(), "en")) {
            Page page = window.newPage();
            page.navigate("/sign-in?next=/desk/units");
            page.locator("form:has(input[value='" + Caller.account("shekou.officer") + "']) button")
                    .first()
                    .press("Enter");
            page.waitForURL("**/desk/units");
            page.locator("details.account > summary").press("Enter");
            page.locator("header form[action='/language'] button").press("Enter");
            page.waitForSelector("html[lang^=zh]");
            assertThat(page.url()).endsWith("/desk/units");
            page.locator("details.account > summary").press("Enter");
            page.locator("form[action='/sign-out'] button").press("Enter");
            page.waitForURL("**/portal");
            assertThat(page.locator("header a[href='/sign-in']").count()).isOne();
        }
    }
}
