package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A question from its asker through two levels to its end, by people who use no mouse. */
@RunAsClient
class EnquiryKeyboardJourney extends Browsing {

    private static final String SUBJECT = "只用键盘提出的问题";
    private static final String AGREED = "按系统登记的货主分别管理即可。";
    private static final int ROWS = 60;

    private final Caller house = Caller.signedIn("shekou.officer");
    private long enquiry;

    private static void as(Caller who, Consumer<Page> does) {
        try (BrowserContext window = open(who, "zh", Screen.DESKTOP)) {
            does.accept(window.newPage());
        }
    }

    @Test
    void goesUpAndDownAndIsAnswered() throws SQLException {
        as(SampleEnterprise.at("5304").user("boss", SampleEnterprise.ALL), this::asks);
        as(house, this::hesitates);
        as(house, this::passesUp);
        as(Caller.signedIn("shenzhen.officer"), this::agrees);
        as(house, this::answers);
        Rows.change("update enquiry_message set goes_at = now() - interval '1 second' where enquiry_id = ?", enquiry);
        as(house, this::closes);
        assertThat(Rows.one("select status from enquiry_work where enquiry_id = ?", enquiry)
                        .text("status"))
                .isEqualTo("CLOSED");
    }

    private void asks(Page page) {
        page.navigate("/portal/ask");
        Keys keys =
                new Keys(page).skip().to("#subject").type(SUBJECT).to("#body").type("多个货主的货物能否同库？");
        keys.press("Control+Enter");
        page.waitForURL(url -> url.matches(".*/portal/my/enquiries(/[0-9]+)?"));
        if (page.url().endsWith("/enquiries")) {
            keys.skip().to(".form-actions button[type=submit]").press("Enter");
            page.waitForURL(url -> url.matches(".*/portal/my/enquiries/[0-9]+"));
        }
        enquiry = Long.parseLong(page.url().replaceAll(".*/", ""));
    }

    /** Down the queue to the question, and in. */
    private void opens(Page page) {
        page.navigate("/desk/enquiries?whose=UNIT&sort=-asked");
        for (int row = 0; row < ROWS; row++) {
            page.keyboard().press("j");
            if (focus(page).contains(SUBJECT)) {
                page.keyboard().press("Enter");
                page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
                return;
            }
        }
        throw new AssertionError("not in the queue");
    }

    private static String focus(Page page) {
        return (String) page.evaluate("document.activeElement.textContent");
    }

    /** It is there, and so are the scripts that listen to keys. */
    private static void there(Page page, String selector) {
        page.waitForSelector(selector);
        page.waitForLoadState();
    }

    private void takes(Page page) {
        opens(page);
        page.keyboard().press("t");
        there(page, "form[action$='/release']");
    }

    /** Who put it back may take it again; what belongs together is a key away, and so is the board. */
    private void hesitates(Page page) {
        takes(page);
        page.keyboard().press("l");
        there(page, "form[action$='/take']");
        page.keyboard().press("m");
        page.waitForURL(url -> url.endsWith("/together"));
        page.keyboard().press("u");
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
        page.keyboard().press("f");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("find");
        page.navigate("/desk/enquiries");
        page.keyboard().press("v");
        page.waitForURL(url -> url.endsWith("/desk/enquiries/board"));
    }

    private void passesUp(Page page) {
        takes(page);
        page.keyboard().press("p");
        page.waitForURL(url -> url.endsWith("/pass-up"));
        Keys keys = new Keys(page).skip().to("#passReason").press("Control+Enter");
        keys.faultLeadsTo("#passReason").type("各地做法不一。").to("#proposal").type("拟按货主分别管理。");
        keys.press("Control+Enter");
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
    }

    private void agrees(Page page) {
        takes(page);
        page.keyboard().press("d");
        page.waitForURL(url -> url.endsWith("/pass-down"));
        Keys keys = new Keys(page).skip().to("[name=passOutcome]").press("ArrowDown");
        assertThat(page.locator("#passOutcome-AGREED").isChecked()).isTrue();
        keys.to("#agreedAnswer").press("Control+a").type(AGREED).press("Control+Enter");
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
    }

    private void answers(Page page) {
        opens(page);
        page.keyboard().press("r");
        page.keyboard().press("Control+Enter");
        there(page, "form[action$='/undo']");
        page.keyboard().press("z");
        there(page, "section#answer #answer-body");
        assertThat(page.locator("#answer-body").inputValue()).isEqualTo(AGREED);
        page.keyboard().press("r");
        page.keyboard().press("Control+Enter");
        there(page, "form[action$='/undo']");
        assertThat(page.locator("li.enquiry-out:has(form)").innerText()).contains("直属海关意见", AGREED);
    }

    private void closes(Page page) {
        page.navigate("/desk/enquiries/" + enquiry);
        page.keyboard().press("x");
        assertThat(page.locator("details:has(form[action$='/closing'])[open]").count())
                .isOne();
        new Keys(page).to("form[action$='/closing'] button[type=submit]").press("Enter");
        there(page, "details:has(form[action$='/reopening'])");
        page.keyboard().press("e");
        assertThat(page.locator("details:has(form[action$='/reopening'])[open]").count())
                .isOne();
    }
}
