package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A mailing on its whole way: written, tried, approved by a second person, sent, and looked at afterwards. */
@RunAsClient
class MailingJourney extends Browsing {

    private static final String TITLE = "上门辅导邮件通知";
    private static final String SAVE = ".form-actions button[type=submit]";

    private static void as(Caller who, String language, Screen screen, Consumer<Page> does) {
        try (BrowserContext window = open(who, language, screen)) {
            does.accept(window.newPage());
        }
    }

    private static void seen(Page page, String language, Screen screen, String name) {
        Examination examination = new Examination(page);
        examination.settle();
        examination.pass(language, screen, name);
    }

    @Test
    void fromTheFirstWordToTheLogOfEveryLetter() throws SQLException {
        Rows.change("delete from mail where template = 'campaign-mailing'");
        Cascade campaign = Cascade.started("5304");
        campaign.reader("王晓", "zh");
        SampleEnterprise prospect = campaign.reader("Li Wei", "en");
        Rows.change("update enterprise set journey_step = 'CULTIVATION' where id = ?", prospect.id());
        Caller author = Cascade.newcomer("5304", "HOUSE_OFFICER");
        Caller second = Cascade.newcomer("5304", "HOUSE_OFFICER");
        String[] mailing = new String[1];
        as(author, "zh", Screen.DESKTOP, page -> {
            mailing[0] = write(page, campaign);
            preview(page);
            tries(page);
            submit(page);
        });
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .as("the trial alone")
                .isEqualTo(1);
        as(second, "zh", Screen.DESKTOP, page -> approve(page, campaign));
        sent(mailing[0]);
        as(author, "zh", Screen.DESKTOP, page -> look(page, campaign, mailing[0]));
        as(author, "en", Screen.DESKTOP, page -> {
            page.navigate(mailing[0]);
            assertThat(page.locator("main").innerText()).contains("Sent", "Log of letters");
            seen(page, "en", Screen.DESKTOP, "mailing-sent");
        });
        as(author, "zh", Screen.PHONE, page -> {
            page.navigate(mailing[0]);
            seen(page, "zh", Screen.PHONE, "mailing-sent");
        });
    }

    private static String write(Page page, Cascade campaign) {
        page.navigate(campaign.desk() + "/mailings");
        page.locator("a[href$='/mailings/new']").click();
        page.locator("#titleZh").fill(TITLE);
        page.locator("#audiences-ALL").check();
        page.locator("#audiences-PROSPECTIVE").check();
        if (page.locator("#audiences-AEO").isChecked()) {
            page.locator("#audiences-AEO").uncheck();
        }
        for (Locator text : page.locator("details:has(textarea)").all()) {
            text.evaluate("each => each.open = true");
        }
        text(page, "all", "辅导通知", "海关将上门介绍标准。", "Visits", "Officers will visit you.");
        page.locator("#prospectiveSubjectZh").fill("申请准备辅导");
        page.locator("#prospectiveBodyZh").fill("");
        page.locator(SAVE).click();
        page.waitForSelector(".error-summary");
        assertThat(page.locator("#allBodyEn").inputValue())
                .as("what was typed stays")
                .isEqualTo("Officers will visit you.");
        text(page, "prospective", "申请准备辅导", "请告知准备中的困难。", "Prepare to apply", "Tell us what stands in your way.");
        seen(page, "zh", Screen.DESKTOP, "mailing-form");
        page.locator(SAVE).click();
        page.waitForURL(url -> url.matches(".*/mailings/[0-9]+"));
        return page.url().replaceAll(".*(/desk/)", "$1");
    }

    private static void text(Page page, String audience, String... words) {
        String[] fields = {"SubjectZh", "BodyZh", "SubjectEn", "BodyEn"};
        for (int i = 0; i < fields.length; i++) {
            page.locator("#" + audience + fields[i]).fill(words[i]);
        }
    }

    private static void preview(Page page) {
        String written = page.locator("main").innerText();
        assertThat(written)
                .contains("辅导通知", "Officers will visit you.", "请告知准备中的困难。", "Prepare to apply")
                .contains("将向3家企业的联系人发出3封邮件");
        seen(page, "zh", Screen.DESKTOP, "mailing-draft");
        String draft = page.url();
        page.locator("a[href*='left=GETS']").click();
        page.locator("tbody a:has-text('Li Wei')").click();
        page.waitForURL(url -> url.contains("/letters/"));
        assertThat(page.locator("main").innerText())
                .contains("如现在写信", "Li Wei", "Prepare to apply", "Tell us what stands in your way.")
                .doesNotContain("Officers will visit you.");
        seen(page, "zh", Screen.DESKTOP, "mailing-letter");
        page.navigate(draft);
    }

    private static void tries(Page page) {
        page.locator("form[action$='/trial'] button").first().click();
        page.waitForSelector("body:has-text('试发邮件已交付发送')");
    }

    private static void submit(Page page) {
        page.locator("form[action$='/submission'] button").click();
        page.waitForSelector("main:has-text('须由另一人审核')");
        assertThat(page.locator("form[action$='/approval']").count()).isZero();
    }

    private static void approve(Page page, Cascade campaign) {
        page.navigate("/desk");
        page.locator("a[href$='waits=MAILING']").first().click();
        page.locator("tbody a[href='" + campaign.desk() + "']").first().click();
        page.locator("#mailings ~ ul a:has-text('" + TITLE + "')").click();
        seen(page, "zh", Screen.DESKTOP, "mailing-review");
        page.locator("form[action$='/approval'] button").click();
        page.waitForSelector("body:has-text('已批准')");
    }

    /** As when the mail server has taken all that waits. */
    private static void sent(String mailing) throws SQLException {
        long id = Long.parseLong(mailing.replaceAll(".*/", ""));
        until("select count(*) from campaign_mailing_letter where mailing_id = " + id + " and status = 'WRITTEN'", 3);
        until(
                "select count(*) from job where (parameters ->> 'mailing')::bigint = " + id
                        + " and status in ('WAITING', 'RUNNING')",
                0);
        Rows.change("update mail set status = 'SENT', sent_at = now() where template = 'campaign-mailing'");
        Rows.change("do $$ begin perform campaign_mailings_queue(1000); end $$");
        until("select count(*) from campaign_mailing where id = " + id + " and status = 'SENT'", 1);
    }

    private static void until(String count, long wanted) throws SQLException {
        for (int i = 0; i < 1_200 && Rows.number(count) != wanted; i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(Rows.number(count)).as(count).isEqualTo(wanted);
    }

    private static void look(Page page, Cascade campaign, String mailing) {
        page.navigate(campaign.desk());
        page.locator("#mailings ~ ul a:has-text('" + TITLE + "')").click();
        page.waitForURL(url -> url.endsWith(mailing));
        assertThat(page.locator("a[href$='became=SENT']").innerText()).isEqualTo("3");
        seen(page, "zh", Screen.DESKTOP, "mailing-sent");
        page.locator("a[href$='became=SENT']").click();
        page.waitForURL(url -> url.contains("/desk/campaigns/letters"));
        assertThat(page.locator("tbody tr").count()).isEqualTo(3);
        assertThat(page.locator("tbody").innerText()).contains("Li Wei", "王晓", "已发出");
        seen(page, "zh", Screen.DESKTOP, "mailing-log");
        page.navigate("/desk/campaigns/calendar?view=LIST&whose=UNIT");
        assertThat(page.locator("main a[href='" + mailing + "']").count()).isPositive();
        seen(page, "zh", Screen.DESKTOP, "mailing-calendar");
    }
}
