package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The frame around every page: menus, themes, keys, dialogs, and all of it without scripts. */
@RunAsClient
class FrameJourney extends Browsing {
    private static BrowserContext window(Caller caller, String language) {
        return open(caller, language, Screen.DESKTOP);
    }

    private static String background(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor").toString();
    }

    @Test
    void darkIsChosenKeptAndTakenBack() {
        try (BrowserContext window = window(Caller.signedIn("shenzhen.admin"), "zh")) {
            Page page = window.newPage();
            page.navigate("/desk/units?q=53");
            String light = background(page);
            page.locator("details.account > summary").click();
            page.locator("button[name=theme][value=dark]").click();
            page.waitForSelector("html[data-bs-theme=dark]");
            assertThat(page.url()).endsWith("/desk/units?q=53");
            assertThat(background(page)).isNotEqualTo(light);
            page.navigate("/portal");
            assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
            page.locator("details.account > summary").click();
            page.locator("button[name=theme][value=auto]").click();
            page.waitForSelector("html:not([data-bs-theme])");
        }
    }

    @Test
    void headerTellsWhoActsAsWhatWhereAndForWhom() {
        try (BrowserContext window = window(Caller.signedIn("shenzhen.admin"), "en")) {
            Page page = window.newPage();
            page.navigate("/desk");
            assertThat(page.locator("details.account > summary").innerText())
                    .contains("Unit administrator", "Shenzhen");
        }
    }

    @Test
    void keysSearchGoAndExplainThemselves() {
        try (BrowserContext window = window(Caller.signedIn("shenzhen.admin"), "en")) {
            Page page = window.newPage();
            page.navigate("/desk");
            page.keyboard().press("g");
            page.keyboard().press("u");
            page.waitForURL("**/desk/units");
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.type")).isEqualTo("search");
            page.keyboard().type("g?u/");
            assertThat(page.locator("dialog").count()).isZero();
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("g?u/");
            page.locator("h1").click();
            page.keyboard().press("?");
            page.waitForSelector("dialog[open]");
            new Examination(page).pass("en", Screen.DESKTOP, "keys-dialog");
            page.keyboard().press("Escape");
            page.waitForSelector("body:not(:has(dialog))");
        }
    }

    @Test
    void keysCanBeSwitchedOff() {
        try (BrowserContext window = window(Caller.signedIn("shenzhen.admin"), "en")) {
            Page page = window.newPage();
            page.navigate("/keys");
            page.locator("main button[name=keys]").click();
            page.waitForSelector("button[name=keys][value=on]");
            page.keyboard().press("g");
            page.keyboard().press("u");
            page.keyboard().press("?");
            page.waitForTimeout(300);
            page.waitForURL(url -> url.endsWith("/keys"));
            assertThat(page.locator("dialog").count()).isZero();
        }
    }

    @Test
    void everythingWorksWithoutScripts() throws SQLException {
        long house = Units.newHouse("5300");
        Caller administrator = Caller.signedIn("shenzhen.admin");
        try (BrowserContext window = openWithoutScripts(administrator, "zh")) {
            Page page = window.newPage();
            page.navigate("/desk/units/" + house + "/name");
            page.locator("#nameZh").fill("");
            page.locator("#validFrom").fill("2026-01-01");
            page.locator("form[action$='/name'] button[type=submit]").click();
            assertThat(page.locator(".error-summary").innerText()).contains("中文名称");
            page.locator("#nameZh").fill("无脚本海关");
            page.locator("form[action$='/name'] button[type=submit]").click();
            assertThat(page.locator("#toasts").innerText()).contains("机构名称已变更");
            page.reload();
            assertThat(page.locator("#toasts").innerText()).isBlank();
            page.locator("details.account > summary").click();
            page.locator("button[name=theme][value=dark]").click();
            assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
            page.waitForURL(url -> url.endsWith("/desk/units/" + house));
            page.locator("[data-keys-link]").click();
            page.waitForURL(url -> url.endsWith("/keys"));
            page.setViewportSize(390, 844);
            page.locator("details.fold > summary").click();
            page.locator("details.fold a[href='/desk/people']").click();
            page.waitForURL(url -> url.endsWith("/desk/people"));
        }
    }

    @Test
    void questionIsDialogWithScriptsAndPageWithout() throws SQLException {
        long job = Rows.number("insert into job (kind, account_id, assignment_id, org_path, status, claimed_by,"
                + " claimed_until, started_at, attempts) select 'audit-verification', r.account_id, r.id, r.org_path,"
                + " 'RUNNING', 'sample', now() + interval '1 day', now(), 1 from role_assignment r join account a"
                + " on a.id = r.account_id where a.login = 'shenzhen.admin' limit 1 returning id");
        try (BrowserContext window = window(Caller.signedIn("shenzhen.admin"), "zh")) {
            Page page = window.newPage();
            page.navigate("/desk/jobs/" + job);
            page.locator("a[data-dialog]").click();
            page.waitForSelector("dialog[open]");
            new Examination(page).pass("zh", Screen.DESKTOP, "confirm-dialog");
            page.locator("dialog [data-cancel]").click();
            page.waitForSelector("body:not(:has(dialog))");
            assertThat(Rows.one("select cancel_requested from job where id = ?", job)
                            .text("cancel_requested"))
                    .isEqualTo("false");
        }
        try (BrowserContext window = openWithoutScripts(Caller.signedIn("shenzhen.admin"), "en")) {
            Page page = window.newPage();
            page.navigate("/desk/jobs/" + job);
            page.locator("a[data-dialog]").click();
            page.waitForURL(url -> url.endsWith("/cancellation"));
            page.locator("main button[type=submit]").click();
            page.waitForURL(url -> url.endsWith("/desk/jobs/" + job));
            assertThat(Rows.one("select cancel_requested from job where id = ?", job)
                            .text("cancel_requested"))
                    .isEqualTo("true");
        }
    }
}
