package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** One answer to several askers, from the queue, without a mouse and on a phone. */
@RunAsClient
class BatchJourney extends Browsing {

    private static final String SUBJECT = "同一通知引起的问题";
    private static final String QUEUE = "/desk/enquiries?whose=UNIT&sort=-asked";

    private final Caller house = Caller.signedIn("shekou.officer");

    private static SampleEnquiry asked(String asker, String language) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        Rows.change(
                "update enquiry set subject = ?, asker_name = ?, language = ? where id = ?",
                SUBJECT,
                asker,
                language,
                enquiry.id());
        return enquiry;
    }

    private void as(String language, Screen screen, Consumer<Page> does) {
        try (BrowserContext window = open(house, language, screen)) {
            does.accept(window.newPage());
        }
    }

    private static void seen(Page page, String language, Screen screen, String name) {
        Examination examination = new Examination(page);
        examination.settle();
        examination.pass(language, screen, name);
    }

    /** Ticks the newest rows of the subject. */
    private static void ticks(Page page, int rows) {
        page.navigate(QUEUE);
        for (int row = 0; row < rows; row++) {
            page.keyboard().press("j");
            assertThat((String) page.evaluate("document.activeElement.textContent"))
                    .contains(SUBJECT);
            page.keyboard().press("x");
        }
        assertThat(page.locator(".list-tick input[name=id]:checked").count()).isEqualTo(rows);
    }

    private static String bodies(SampleEnquiry one, SampleEnquiry two) throws SQLException {
        return Rows.one(
                        "select coalesce(string_agg(body, '/' order by enquiry_id), '') as it from enquiry_message where"
                                + " enquiry_id in (?, ?) and kind = 'ANSWER' and undone_at is null",
                        one.id(),
                        two.id())
                .text("it");
    }

    @Test
    void severalAreAnsweredAndTakenBackByKeysAlone() throws SQLException {
        SampleEnquiry one = asked("甲公司", "zh");
        SampleEnquiry two = asked("乙公司", "zh");
        as("zh", Screen.DESKTOP, page -> {
            ticks(page, 2);
            page.keyboard().press("b");
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("ANSWER");
            page.keyboard().press("Enter");
            page.waitForSelector("#bodyZh");
            Keys keys = new Keys(page).skip().to("#bodyZh").press("Control+Enter");
            keys.faultLeadsTo("#bodyZh").type("{咨询人}：请按通知办理。");
            seen(page, "zh", Screen.DESKTOP, "enquiry-batch");
            keys.press("Control+Enter");
            page.waitForURL(url -> url.matches(".*/desk/enquiries/batches/[0-9]+"));
        });
        assertThat(bodies(one, two)).isEqualTo("甲公司：请按通知办理。/乙公司：请按通知办理。");
        String batch = Rows.one("select max(batch)::text as it from enquiry_message where enquiry_id = ?", one.id())
                .text("it");
        // Half a minute is short for who looks at everything on the page.
        Rows.change(
                "update mail set next_attempt_at = now() + interval '5 minutes' where id in"
                        + " (select mail_id from enquiry_message where batch = ?)",
                Long.parseLong(batch));
        Rows.change(
                "update enquiry_message set goes_at = now() + interval '5 minutes' where batch = ?",
                Long.parseLong(batch));
        as("zh", Screen.DESKTOP, page -> {
            page.navigate("/desk/enquiries/batches/" + batch);
            seen(page, "zh", Screen.DESKTOP, "enquiry-batch-sent");
            page.keyboard().press("z");
            page.waitForSelector("main:has-text('已撤回')");
        });
        assertThat(bodies(one, two)).isEmpty();
    }

    @Test
    void onAPhoneInEnglishBothLanguagesAndWhatIsLeftOutAreShown() throws SQLException {
        asked("甲公司", "zh");
        asked("Ann Smith", "en");
        SampleEnquiry above = asked("丙公司", "zh").with("5300");
        as("en", Screen.PHONE, page -> {
            page.navigate("/desk/enquiries?sort=-asked");
            for (int row = 0; row < 3; row++) {
                page.locator(".list-tick input[name=id]").nth(row).check();
            }
            page.locator(".list-selection button[value=ANSWER]").click();
            page.waitForSelector("#bodyEn");
            page.waitForLoadState();
            assertThat(page.locator("#bodyZh").count()).isOne();
            assertThat(page.locator("section[aria-labelledby=left] a[href$='/" + above.id() + "']")
                            .count())
                    .isOne();
            page.locator(".form-actions button[type=submit]").click();
            page.waitForSelector(".error-summary");
            seen(page, "en", Screen.PHONE, "enquiry-batch");
        });
    }
}
