package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question on its whole way: through three levels, back to its asker, and what becomes of it when the law changes. */
@RunAsClient
class EnquiryJourney extends Browsing {

    private static final int TRIES = 60;
    private static final String SAVE = ".form-actions button[type=submit]";
    private static final String CODE = "guide-of-the-enquiry-journey";
    private static final String TITLE = "Cloud warehouses of certified enterprises";
    private static final String SUBJECT = "Goods of several owners in one cloud warehouse";
    private static final String PROPOSED = "We think that the system has to keep the owners apart.";
    private static final String AGREED = "Goods of several owners may be kept together if the system separates them.";
    private static final String CORRECTED = "Since the guide was repealed, each owner needs a warehouse of his own.";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller gacc = Caller.signedIn("gacc.officer");
    private final EnquiryLibrary library = new EnquiryLibrary(CODE);
    private final EnquiryQuestion question = new EnquiryQuestion(AGREED);
    private long enquiry;

    @BeforeEach
    void guide() throws SQLException {
        forget();
        library.publish(TITLE);
    }

    @AfterEach
    void forget() throws SQLException {
        EnquiryQuestion.forget();
        library.forget();
    }

    @Test
    void fromTheQuestionThroughThreeLevelsToItsSecondLook() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller asker = enterprise.user("boss", SampleEnterprise.ALL);
        as(asker, "en", this::asks);
        as(house, "zh", page -> passesUp(page, ""));
        assertThat(letter(enterprise, "enquiry-interim"))
                .startsWith("Your enquiry")
                .contains("Shenzhen");
        as(district, "zh", page -> passesUp(page, PROPOSED));
        as(gacc, "zh", this::interprets);
        as(district, "zh", this::handsDown);
        as(house, "zh", this::sends);
        gone();
        assertThat(letter(enterprise, "enquiry-answer"))
                .startsWith("Answer:")
                .contains(AGREED, "Interpretation of the General Administration", TITLE);
        as(asker, "en", this::reads);
        as(house, "zh", this::closes);
        rates(letter(enterprise, "enquiry-closed"));
        publishes();
        repeals();
        as(house, "zh", this::learnsOfTheRepeal);
        as(gacc, "zh", this::looksAgain);
        assertThat(letter(enterprise, "enquiry-answer-changed")).contains("has changed", CORRECTED);
        as(house, "zh", this::seesThatThePublishedQuestionIsBehind);
    }

    private static void as(Caller who, String language, Consumer<Page> does) {
        try (BrowserContext window = open(who, language, Screen.DESKTOP)) {
            does.accept(window.newPage());
        }
    }

    private static void seen(Page page, String language, String name) {
        Examination examination = new Examination(page);
        examination.settle();
        examination.pass(language, Screen.DESKTOP, name);
    }

    /** Subject and text of the last letter of this kind to the asker. */
    private static String letter(SampleEnterprise enterprise, String template) throws SQLException {
        return Rows.one(
                        "select subject || ' ' || body_text as letter from mail where recipient = ? and template = ?"
                                + " order by id desc limit 1",
                        enterprise.mail("boss"),
                        template)
                .text("letter");
    }

    private void asks(Page page) {
        page.navigate("/portal");
        page.locator("a[href='/portal/ask']").first().click();
        page.locator("#subject").fill(SUBJECT);
        page.locator("#body").pressSequentially("May a cloud warehouse keep goods of several owners together?");
        EnquiryQuestion.offered(page, TITLE);
        seen(page, "en", "enquiry-ask");
        page.locator(SAVE).click();
        page.waitForURL(url -> url.matches(".*/portal/my/enquiries/[0-9]+"));
        enquiry = Long.parseLong(page.url().replaceAll(".*/", ""));
        seen(page, "en", "enquiry-asked");
        page.locator("nav a[href='/portal/my/enquiries']").first().click();
        page.waitForURL(url -> url.endsWith("/portal/my/enquiries"));
        assertThat(page.locator("tbody tr:has-text('" + SUBJECT + "')").count()).isOne();
        assertThat(page.locator("nav [aria-current=page]").allInnerTexts()).containsExactly("My questions");
    }

    /** From what waits in the unit's queue. */
    private static void find(Page page) {
        page.navigate("/desk");
        page.locator("a[href='/desk/enquiries?whose=NOBODY&clock=RUNNING']")
                .first()
                .click();
        opens(page, "asked");
        page.waitForSelector("form[action$='/take']");
    }

    /** Its row in the list before one: others have left theirs, so the newest come first. */
    private static void opens(Page page, String moment) {
        page.waitForURL(url -> url.contains("/desk/enquiries"));
        page.navigate(page.url() + (page.url().contains("?") ? "&" : "?") + "sort=-" + moment);
        page.locator("tbody a:has-text('" + SUBJECT + "')").first().click();
    }

    private void take(Page page) {
        find(page);
        page.locator("form[action$='/take'] button").click();
        page.waitForSelector("form[action$='/release']");
    }

    private void passesUp(Page page, String proposed) {
        take(page);
        seen(page, "zh", "enquiry-sheet");
        page.locator("a[href$='/pass-up']").click();
        assertThat(page.locator("#proposal").inputValue()).isEqualTo(proposed);
        page.locator("#proposal").fill(PROPOSED);
        page.locator(SAVE).click();
        page.waitForSelector(".error-summary");
        assertThat(page.locator("#proposal").inputValue())
                .as("what was typed stays")
                .isEqualTo(PROPOSED);
        page.locator("#passReason").fill("各地做法不一，需要统一解释。");
        seen(page, "zh", "enquiry-pass-up");
        page.locator(SAVE).click();
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
        assertThat(page.locator("a[href$='/pass-up'], #answer").count())
                .as("it is another's turn")
                .isZero();
        assertThat(page.locator(".enquiry-steps").innerText()).contains("各地做法不一", "上报");
    }

    private void interprets(Page page) {
        take(page);
        page.locator("a[href$='/pass-down']").click();
        assertThat(page.locator("#agreedAnswer").inputValue()).isEqualTo(PROPOSED);
        page.locator("#passOutcome-AGREED").check();
        page.locator("#agreedAnswer").fill("");
        page.locator(SAVE).click();
        page.waitForSelector(".error-summary");
        page.locator("#agreedAnswer").fill(AGREED);
        seen(page, "zh", "enquiry-pass-down");
        page.locator(SAVE).click();
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
    }

    /** As it came. */
    private void handsDown(Page page) {
        page.navigate("/desk/enquiries/" + enquiry + "/pass-down");
        assertThat(page.locator("#passOutcome-AGREED").isChecked()).isTrue();
        assertThat(page.locator("#agreedAnswer").inputValue()).isEqualTo(AGREED);
        page.locator(SAVE).click();
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
    }

    private void sends(Page page) {
        page.navigate("/desk");
        page.locator("a[href='/desk/enquiries?whose=MINE&clock=RUNNING']")
                .first()
                .click();
        opens(page, "asked");
        cites(page);
        page.locator("#answer " + SAVE).click();
        // It can be taken back for half a minute.
        page.locator("form[action$='/undo'] button").click();
        page.waitForSelector("section#answer");
        assertThat(page.locator("#answer-body").inputValue())
                .as("what was taken back stands there again")
                .isEqualTo(AGREED);
        assertThat(page.locator("#answer input[name=citations]:checked").count())
                .as("with what it rests on")
                .isOne();
        page.locator("#answer " + SAVE).click();
        page.waitForSelector("form[action$='/undo'] button");
        assertThat(page.locator("li.enquiry-out:has(form)").innerText()).contains("海关总署解释", AGREED);
        seen(page, "zh", "enquiry-answered");
    }

    private static void cites(Page page) {
        assertThat(page.locator("#answer-body").inputValue()).isEqualTo(AGREED);
        page.locator("#find").fill("cloud warehouse");
        page.locator("#find").press("Enter");
        page.locator("[data-passage]:has-text('" + TITLE + "') input").first().check();
    }

    /** Half a minute passes. */
    private void gone() throws SQLException {
        Rows.change("update enquiry_message set goes_at = now() - interval '1 second' where enquiry_id = ?", enquiry);
        Rows.change(
                "update mail set next_attempt_at = now() where id in (select mail_id from enquiry_message where enquiry_id = ?)",
                enquiry);
    }

    private void reads(Page page) {
        page.navigate("/portal/my/enquiries");
        page.locator("tbody a:has-text('" + SUBJECT + "')").first().click();
        assertThat(page.locator("article:has-text('" + AGREED + "')").innerText())
                .contains("Interpretation of the General Administration");
        seen(page, "en", "enquiry-read");
    }

    private void closes(Page page) {
        page.navigate("/desk/enquiries/" + enquiry);
        page.locator("details:has(form[action$='/closing']) summary").click();
        page.locator("form[action$='/closing'] button[type=submit]").click();
        page.waitForSelector(
                "form[action$='/reopening']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private static void rates(String letter) {
        String link = letter.replaceAll("(?s).*(/portal/rate/[A-Za-z0-9_-]{43}).*", "$1");
        as(Caller.anonymous(), "en", page -> {
            page.navigate(link);
            page.locator("#solved-true").check();
            page.locator(SAVE).click();
            page.waitForSelector(".error-summary");
            page.locator("#ease-4").check();
            seen(page, "en", "enquiry-rate");
            page.locator(SAVE).click();
            page.waitForSelector("main:has-text('Thank you')");
            page.navigate(link);
            assertThat(page.locator("#solved-true").count()).as("once").isZero();
        });
    }

    private void publishes() {
        as(gacc, "zh", page -> {
            question.make(page, enquiry);
            seen(page, "zh", "enquiry-publication");
            question.send(page, enquiry);
        });
        as(Caller.signedIn("gacc.editor"), "zh", question::approve);
        as(Caller.anonymous(), "en", page -> {
            question.found(page);
            question.read(page);
            assertThat(page.content()).doesNotContain("/desk/enquiries");
            seen(page, "en", "enquiry-published");
        });
    }

    private void seesThatThePublishedQuestionIsBehind(Page page) {
        page.navigate("/desk/enquiries/" + enquiry);
        assertThat(page.locator("#publication").innerText()).contains("已公开", "该答复已更正");
        seen(page, "zh", "enquiry-publication-behind");
    }

    private void repeals() throws SQLException {
        as(gacc, "zh", library::drafts);
        as(Caller.signedIn("gacc.editor"), "zh", library::approves);
        // One looks at a time: while the server does, this does nothing.
        for (int i = 0; i < TRIES && rechecks() == 0; i++) {
            Rows.all("select enquiry_rechecks_found(10000)");
            Rows.all("select pg_sleep(0.5)::text as slept");
        }
    }

    private long rechecks() throws SQLException {
        return Rows.number("select count(*) from enquiry_recheck where enquiry_id = ?", enquiry);
    }

    /** What the General Administration has interpreted, a house sees and does not decide. */
    private void learnsOfTheRepeal(Page page) {
        page.navigate("/desk");
        page.locator(".side-nav a[href='/desk/enquiries/rechecks']:visible").click();
        opens(page, "since");
        page.waitForSelector("main:has-text('由海关总署复核')");
        assertThat(page.locator("#recheckOutcome-CHANGED").count()).isZero();
    }

    private void looksAgain(Page page) {
        page.navigate("/desk");
        page.locator("main a[href='/desk/enquiries/rechecks?authority=INTERPRETATION']")
                .first()
                .click();
        page.waitForURL(url -> url.contains("/desk/enquiries/rechecks"));
        assertThat(page.locator(".side-nav [aria-current=page]:visible").allInnerTexts())
                .containsExactly("待复核答复");
        opens(page, "since");
        page.waitForSelector("#recheckOutcome-CHANGED");
        assertThat(page.locator("main").innerText()).contains("已废止", AGREED);
        page.locator("#recheckOutcome-STILL_RIGHT").check();
        page.locator(SAVE).click();
        page.waitForSelector(".error-summary");
        page.locator("#recheckOutcome-CHANGED").check();
        page.locator("#newAnswer").fill(CORRECTED);
        seen(page, "zh", "enquiry-recheck");
        page.locator(SAVE).click();
        page.waitForURL(url -> url.endsWith("/desk/enquiries/" + enquiry));
        assertThat(page.locator("form[action$='/undo'] button").count()).isOne();
        page.navigate("/desk/enquiries/rechecks");
        assertThat(page.locator("tbody a:has-text('" + SUBJECT + "')").count()).isZero();
    }
}
