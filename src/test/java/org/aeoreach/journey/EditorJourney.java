package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guide is written by one officer, published by another, read on a phone and told to who follows its topic. */
@RunAsClient
class EditorJourney extends Browsing {
    private static final String CODE = "guide-of-the-journey";
    private static final String TITLE = "年度报告填报要点";
    private static final String READ = "/portal/library/documents/" + CODE;

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from document_draft where code = ?", CODE);
        Rows.change("delete from document where code = ?", CODE);
        Rows.change("delete from library_follow");
        Rows.change("delete from mail where template = 'library-follow'");
    }

    @Test
    void fromADraftThroughASecondPersonToTheFollower() throws Exception {
        follow();
        String draft = write();
        assertThat(Caller.anonymous().get(READ).statusCode()).isEqualTo(404);
        approve(draft);
        read();
        assertThat(letterOfTheNextMorning()).contains(TITLE, READ);
    }

    @Test
    void namesAnotherDocumentByItsTitleWithTheKeyboardAlone() {
        try (BrowserContext window = open(Caller.signedIn("gacc.officer"), "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate("/desk/library/new");
            page.locator("#kind").selectOption("SERVICE_GUIDE");
            page.locator("#code").fill(CODE);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.matches(".*/desk/library/drafts/[0-9]+"));
            page.locator("#zhTitle").fill(TITLE);
            page.locator("#audience-AEO").check();
            page.locator("#topics-keep").check();
            page.locator("main details:has(#basedOn) summary").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            choose(page, "282号");
            assertThat(page.locator(".pick:has([name=basedOn]) .pick-chips").innerText())
                    .contains("海关总署令第282号");
            assertThat(page.locator("[name=basedOn]").inputValue()).isEqualTo("policy-order-282");
            choose(page, "251号");
            assertThat(page.locator("[name=basedOn]").inputValue()).isEqualTo("policy-order-282\npolicy-order-251");
            page.keyboard().press("Backspace");
            assertThat(page.locator("[name=basedOn]").inputValue()).isEqualTo("policy-order-282");
            page.locator("#note").focus();
            page.keyboard().press("Enter");
            page.waitForSelector(".toast, [role=status]:has-text('草稿已保存')");
            page.locator("main details:has([name=basedOn]) summary").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".pick:has([name=basedOn]) .pick-chips").innerText())
                    .contains("海关总署令第282号");
            Examination examination = new Examination(page);
            examination.settle();
            examination.pass("zh", Screen.DESKTOP, "draft-relations");
        }
    }

    private static void choose(Page page, String text) {
        page.keyboard().type(text);
        page.waitForSelector(".pick:has([name=basedOn]) .pick-popup .pick-active");
        page.keyboard().press("Enter");
        page.waitForSelector(
                ".pick:has([name=basedOn]) .pick-popup",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    /** The topic, for the document is not there yet. */
    private static void follow() throws SQLException {
        try (BrowserContext window = open(Caller.signedIn("electronics.user"), "zh", Screen.PHONE)) {
            Page page = window.newPage();
            page.navigate("/portal/library/list?topic=keep");
            page.locator("#cadence").selectOption("DAILY");
            page.locator(".doc-follow button").click();
            page.waitForURL("**/portal/library/followed");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        }
        Rows.change("update library_follow set told_at = now() - interval '3 days'");
        Rows.change("update document set changed_at = now() - interval '9 days'");
    }

    private static String write() {
        try (BrowserContext window = open(Caller.signedIn("gacc.officer"), "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate("/desk/library");
            page.locator("a[href='/desk/library/new']").click();
            page.locator("#kind").selectOption("SERVICE_GUIDE");
            page.locator("#code").fill(CODE);
            page.locator("form[action='/desk/library/new'] button[type=submit]").click();
            page.waitForURL(url -> url.matches(".*/desk/library/drafts/[0-9]+"));
            String draft = page.url();
            page.locator("#zhTitle").fill(TITLE);
            page.locator("#zhSummary").fill("六月三十日前报送。");
            page.locator("#zhMarkdown").fill("每年六月三十日前报送。\n\n## 怎样报送 {#how}\n\n见[管理办法](doc:policy-order-282)。");
            page.locator("#enTitle").fill("Filing the annual report");
            page.locator("#enMarkdown")
                    .fill("File it by 30 June.\n\n## How\n\nSee the [measures](doc:policy-order-282).");
            page.locator("#audience-AEO").check();
            page.locator("#topics-keep").check();
            page.locator("button[name=then][value=submit]").click();
            page.waitForSelector(".error-summary");
            assertThat(page.locator("#zhMarkdown").inputValue())
                    .as("what was typed stays")
                    .contains("怎样报送");
            page.locator("#enMarkdown")
                    .fill("File it by 30 June.\n\n## How {#how}\n\nSee the [measures](doc:policy-order-282).");
            page.locator("button[name=then][value=preview]").click();
            page.waitForURL("**/preview");
            assertThat(page.locator(".draft-sides article h2").allInnerTexts())
                    .isEqualTo(List.of(TITLE, "Filing the annual report"));
            BoundingBox chinese = box(page, 0);
            assertThat(chinese.x + chinese.width)
                    .as("side by side, not one upon the other")
                    .isLessThanOrEqualTo(box(page, 1).x);
            examination.settle();
            examination.pass("zh", Screen.DESKTOP, "draft-preview");
            page.navigate(draft);
            page.locator("button[name=then][value=submit]").click();
            page.waitForSelector("main:has-text('须由另一人批准')");
            assertThat(page.locator("form[action$='/approval']").count()).isZero();
            return draft;
        }
    }

    private static BoundingBox box(Page page, int side) {
        return Objects.requireNonNull(
                page.locator(".draft-sides article").nth(side).boundingBox());
    }

    private static void approve(String draft) {
        try (BrowserContext window = open(Caller.signedIn("gacc.editor"), "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate("/desk");
            page.locator("a[href='/desk/library/drafts?waits=DECIDE']").first().click();
            page.locator("tbody a:has-text('" + TITLE + "')").click();
            page.waitForURL(draft);
            page.locator("form[action$='/approval'] button").click();
            page.waitForSelector("a[href='" + READ + "']");
        }
    }

    private static void read() {
        try (BrowserContext window = open(Caller.anonymous(), "zh", Screen.PHONE)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate("/portal/library/list?topic=keep&kind=SERVICE_GUIDE");
            assertThat(page.locator(".shelf a:has-text('" + TITLE + "')").count())
                    .isEqualTo(1);
            find(page);
            assertThat(page.locator("h1").innerText()).isEqualTo(TITLE);
            page.locator("article a[href='/portal/library/documents/policy-order-282']")
                    .waitFor();
            examination.settle();
            examination.pass("zh", Screen.PHONE, "document-published");
        }
    }

    /** By its words; the index follows within moments. */
    private static void find(Page page) {
        String found = ".finder-title[href*='" + CODE + "']";
        for (int i = 0; i < 40 && page.locator(found).count() == 0; i++) {
            page.waitForTimeout(500);
            page.navigate("/portal/search?q=" + URLEncoder.encode("年度报告什么时候报送", StandardCharsets.UTF_8));
        }
        page.locator(found).click();
        page.waitForSelector("article");
    }

    /** The night passes: what was published is older than the morning. */
    private static String letterOfTheNextMorning() throws Exception {
        Rows.change("update document set changed_at = now() - interval '2 days' where code = ?", CODE);
        Rows.change("update library_follow set told_at = now() - interval '3 days'");
        Rows.change("insert into job (kind, slot, org_path) values ('tell-followers', now(), '0000.')");
        List<Rows.Row> letters = List.of();
        for (int i = 0; i < 240 && letters.isEmpty(); i++) {
            Thread.sleep(500);
            letters = Rows.all(
                    "select subject || ' ' || body_text as letter from mail where template = 'library-follow'");
        }
        assertThat(letters).hasSize(1);
        return letters.get(0).text("letter");
    }
}
