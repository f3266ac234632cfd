package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.SQLException;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visit is written down on a phone, the network goes away in the middle, and nothing that was typed is lost. */
@RunAsClient
class ContactJourney extends Browsing {

    private static final String NEW = "/desk/touchpoints/new";
    private static final String AGREED = "下周送交内部审计报告";

    private static BrowserContext window(Screen screen) {
        return open(Caller.signedIn("shekou.officer"), "zh", screen);
    }

    private static void shown(Page page, String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
    }

    private static void choose(Page page, SampleEnterprise enterprise) {
        page.locator("#enterpriseText").pressSequentially(enterprise.code());
        shown(page, ".pick-popup [data-value='" + enterprise.id() + "']");
        page.locator("#enterpriseText").press("ArrowDown");
        page.locator(".pick-popup [data-value='" + enterprise.id() + "']").click();
        shown(page, "[data-many-chosen] input[value='" + enterprise.id() + "']");
    }

    private static Object drafts(Page page) {
        return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft:')).length");
    }

    @Test
    void aDraftOutlivesALostConnectionAndGoesOnceItIsSaved() throws SQLException {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        try (BrowserContext window = window(Screen.PHONE)) {
            Page page = window.newPage();
            page.navigate(NEW);
            choose(page, one);
            choose(page, two);
            page.locator("#agreed").fill(AGREED);
            page.locator("#heard").check();
            page.locator("#heardOn").fill("申报系统慢");
            page.locator("#severity-MINOR").check();
            window.setOffline(true);
            page.locator(".form-actions button[type=submit]").click();
            shown(page, "[data-draft-failed]");
            assertThat(page.locator("[data-draft-failed]").innerText()).contains("网络已断开");
            assertThat(page.locator("#agreed").inputValue()).isEqualTo(AGREED);
            page.close();
            window.setOffline(false);

            Page later = window.newPage();
            Examination examination = new Examination(later);
            later.navigate(NEW);
            shown(later, "[data-draft-offer]");
            examination.settle();
            examination.pass("zh", Screen.PHONE, "contact-draft");
            later.locator("[data-draft-use]").click();
            assertThat(later.locator("#agreed").inputValue()).isEqualTo(AGREED);
            assertThat(later.locator("#heardOn").inputValue()).isEqualTo("申报系统慢");
            assertThat(later.locator("[data-many-chosen] input:checked").count())
                    .isEqualTo(2);
            later.locator(".form-actions button[type=submit]").click();
            later.waitForURL(url -> url.matches(".*/desk/touchpoints/[0-9]+"));
            shown(later, ".page-head");
            assertThat(later.locator("main").innerText()).contains(AGREED, one.code(), two.code());
            examination.settle();
            examination.pass("zh", Screen.PHONE, "contact");
            assertThat(drafts(later)).as("drafts kept").isEqualTo(0);
        }
        assertThat(Rows.number("select count(*) from touchpoint where agreed = ?", AGREED))
                .as("sent once")
                .isEqualTo(1);
    }

    @Test
    void whoSignsOutLeavesNoDraft() {
        try (BrowserContext window = window(Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate(NEW);
            page.locator("#said").fill("不应留在本机");
            page.locator("#said").blur();
            assertThat(drafts(page)).isEqualTo(1);
            page.locator("details.menu:has(form[action='/sign-out']) summary").click();
            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL(url -> !url.contains("/desk/"));
            assertThat(drafts(page)).isEqualTo(0);
        }
    }

    /** From the first key on: the field of the enterprise has the focus, and Ctrl+Enter or Enter saves, whichever. */
    @ParameterizedTest
    @ValueSource(strings = {"Control+Enter", "Enter"})
    void isWrittenDownByKeyboardAlone(String keys) throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String subject = "内部审计 " + keys;
        try (BrowserContext window = window(Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate(NEW);
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("enterpriseText");
            page.keyboard().type(enterprise.code());
            shown(page, ".pick-popup [data-value='" + enterprise.id() + "']");
            page.keyboard().press("Enter");
            shown(page, "[data-many-chosen] input[value='" + enterprise.id() + "']");
            page.locator("#subject").focus();
            page.keyboard().type(subject);
            page.keyboard().press(keys);
            page.waitForURL(url -> url.matches(".*/desk/touchpoints/[0-9]+"));
            assertThat(page.locator("main").innerText()).contains(subject, enterprise.code());
        }
        assertThat(Rows.number("select count(*) from touchpoint_subject where text = ?", subject))
                .isEqualTo(1);
    }
}
