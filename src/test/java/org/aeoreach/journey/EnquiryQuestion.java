package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** The question everybody can read that becomes of an answer: two people publish it, the next asker finds it. */
record EnquiryQuestion(String answer) {

    private static final int TRIES = 20;
    private static final String SAVE = ".form-actions button[type=submit]";
    private static final String CODE = "question-may-one-cloud-warehouse-serve-several-owners";
    private static final String TITLE = "May one cloud warehouse serve several owners?";
    private static final String CHINESE = "一个云仓可以存放多个货主的货物吗？";

    static void forget() throws SQLException {
        Rows.change(
                "update enquiry set document_id = null where document_id in (select id from document where code = ?)",
                CODE);
        Rows.change("delete from document_draft where code = ?", CODE);
        Rows.change("delete from document where code = ?", CODE);
    }

    /** Offered without the asker's name; both languages are asked for and what was typed stays. */
    void make(Page page, long enquiry) {
        page.navigate("/desk/enquiries/" + enquiry);
        page.locator("#publication a[href$='/publication']").click();
        assertThat(page.locator("#enAnswer").inputValue()).isEqualTo(answer);
        page.locator("#enTitle").fill(TITLE);
        page.locator("#questionTopic").selectOption("keep");
        page.locator(SAVE).click();
        page.waitForSelector(".error-summary");
        assertThat(page.locator("#enTitle").inputValue())
                .as("what was typed stays")
                .isEqualTo(TITLE);
        page.locator("#zhTitle").fill(CHINESE);
        page.locator("#zhQuestion").fill("多个货主的货物能否放在同一云仓？请找李经理。");
        page.locator("#zhAnswer").fill("系统能够区分货主的，可以一并存放。");
        page.locator(SAVE).click();
        page.waitForSelector("input[name=confirmed]");
        page.locator("#zhQuestion").fill("多个货主的货物能否放在同一云仓？");
    }

    void send(Page page, long enquiry) {
        page.locator(SAVE).click();
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
        assertThat(page.locator("#publication").innerText()).contains("待批准");
    }

    void approve(Page page) {
        page.navigate("/desk/library/drafts?waits=DECIDE");
        page.locator("tbody a:has-text('" + CHINESE + "')").first().click();
        page.locator("form[action$='/approval'] button").click();
        page.waitForSelector("a[href$='" + CODE + "']");
    }

    /** While the next asker types. */
    void found(Page page) {
        page.navigate("/portal/ask");
        page.locator("#subject").fill("Several owners in one cloud warehouse");
        page.locator("#body").pressSequentially("May one cloud warehouse serve several owners?");
        offered(page, TITLE).first().click();
    }

    /** Shown to who types; the index follows in a moment, and what he types next asks again. */
    static Locator offered(Page page, String title) {
        Locator hit = page.locator("section[aria-labelledby=answers-title] a:has-text('" + title + "')");
        for (int i = 0; i < TRIES && hit.count() == 0; i++) {
            page.waitForTimeout(1_500);
            page.locator("#body").press("End");
            page.locator("#body").pressSequentially(" ");
        }
        hit.first().waitFor();
        return hit;
    }

    void read(Page page) {
        page.navigate("/portal/library/documents/" + CODE);
        assertThat(page.locator("main").innerText()).contains(answer, "Interpretation of the General Administration");
    }
}
