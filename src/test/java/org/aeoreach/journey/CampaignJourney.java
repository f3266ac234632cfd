package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A directive with two policies goes from the General Administration by way of a district to a house and its
 * enterprises, is amended, and everybody sees the same of it.
 */
@RunAsClient
class CampaignJourney extends Browsing {

    private static final String DISTRICT = "5300";

    private RunningCampaign.House house;
    private long id;

    @BeforeEach
    void aHouse() throws SQLException {
        Rows.change("delete from rate_counter");
        house = RunningCampaign.House.with(4);
    }

    /** Something somebody does in a window of his own. */
    private interface Doing {
        void in(Page page) throws SQLException;
    }

    private static void as(String login, Doing doing) throws SQLException {
        try (BrowserContext window = open(Caller.signedIn(login), "zh", Screen.DESKTOP)) {
            doing.in(window.newPage());
        }
    }

    private String desk() {
        return "/desk/campaigns/" + id;
    }

    private String plan() {
        return desk() + "/plan/" + DISTRICT;
    }

    /** Presses the button of a form, and waits for what it does. */
    private static void press(Page page, String address, String action, String condition, long number)
            throws SQLException {
        page.navigate(address);
        page.locator("form[action='" + action + "'] button[type=submit]")
                .first()
                .click();
        await(condition, number);
    }

    private static void await(String condition, long number) throws SQLException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (Rows.number("select count(*) from campaign c where c.id = ? and (" + condition + ")", number) == 0) {
            assertThat(System.nanoTime()).as(condition).isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
        }
    }

    private static String planIs(String condition) {
        return "exists (select from campaign_plan p join unit u on u.id = p.unit_id where p.campaign_id = c.id"
                + " and u.code = '" + DISTRICT + "' and " + condition + ")";
    }

    @Test
    void aDirectiveReachesTheLastEnterpriseAndItsAmendmentEverybody() throws SQLException {
        as("gacc.officer", this::writeDirective);
        as("gacc.officer", page -> press(page, desk(), desk() + "/submission", "c.status = 'REVIEW'", id));
        as("gacc.editor", page -> press(page, desk(), desk() + "/approval", "c.status = 'RUNNING'", id));
        as(
                "shenzhen.officer",
                page -> press(page, plan(), plan() + "/acknowledgement", planIs("p.status = 'ACKNOWLEDGED'"), id));
        as("shenzhen.officer", this::writePlan);
        as("shenzhen.planner", page -> press(page, plan(), plan() + "/approval", planIs("p.status = 'APPROVED'"), id));
        as("shenzhen.officer", page -> press(page, plan(), plan() + "/push", planIs("p.pushed_at is not null"), id));
        HousePart.worksItsList(house.caller(), id);
        theSameForAll();
        as("gacc.officer", this::amend);
        as("gacc.editor", page -> {
            page.navigate(desk() + "/amendment");
            assertThat(page.locator("main").innerText()).contains("90");
            press(page, desk() + "/amendment", desk() + "/amendment/approval", "c.edition = 2", id);
        });
        as("shenzhen.officer", page -> takeNote(page, planIs("p.acknowledged_edition = 2")));
        as(
                house.officer(),
                page -> takeNote(
                        page,
                        "exists (select from campaign_assignment a where a.campaign_id = c.id and a.org_path = '"
                                + house.path() + "' and a.acknowledged_edition = 2)"));
        theSameForAll();
        assertThat(HousePart.sameTruth(id, house.code(), house.caller()).get(7))
                .as("expected by the amended share")
                .isEqualTo("4");
    }

    private void writeDirective(Page page) throws SQLException {
        LocalDate today = SampleEnterprise.today();
        page.navigate("/desk/campaigns/new");
        page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)");
        page.locator("#titleZh").fill("逐家宣讲信用管理办法");
        page.locator("#purposeZh").fill("让每一家企业了解信用等级。");
        page.locator("#startsOn").fill(today.toString());
        page.locator("#endsOn").fill(today.plusDays(90).toString());
        page.locator("#acknowledgeBy").fill(today.plusDays(7).toString());
        page.locator("#audiences-ALL").check();
        page.locator("#allTextZh").fill("请了解信用等级。");
        page.locator("#allExpected").fill("50");
        page.locator("#allStrength").selectOption("ONE_TO_ONE");
        for (String district : List.of(DISTRICT, "2200", "3100")) {
            page.locator("#districts-" + district).check();
        }
        String policies = Rows.all("select code from document order by code limit 2").stream()
                .map(row -> row.text("code"))
                .collect(Collectors.joining("\n"));
        page.evaluate("codes => document.getElementById('documents').value = codes", policies);
        page.locator(".form-actions button[type=submit]").first().click();
        page.waitForURL(url -> url.matches(".*/desk/campaigns/[0-9]+"));
        id = Long.parseLong(page.url().replaceFirst(".*/", ""));
        assertThat(Rows.number("select count(*) from campaign_document where campaign_id = ?", id))
                .isEqualTo(2);
        assertThat(Rows.number("select count(*) from campaign_plan where campaign_id = ?", id))
                .isEqualTo(3);
    }

    private void writePlan(Page page) throws SQLException {
        page.navigate(plan());
        page.locator("#regionalZh").fill("跨境电商企业集中，上门为主。");
        assertThat(page.locator("#target-" + house.code()).inputValue())
                .as("proposed")
                .isNotEqualTo("0");
        page.locator("button[name=then]").click();
        await(planIs("p.status = 'SUBMITTED'"), id);
    }

    private void theSameForAll() throws SQLException {
        Caller district = Caller.signedIn("shenzhen.officer");
        Caller country = Caller.signedIn("gacc.officer");
        List<String> truth = HousePart.sameTruth(id, house.code(), house.caller(), district, country);
        assertThat(truth.subList(0, 7)).containsExactly("4", "1", "0", "2", "0", "1", "25%");
        assertThat(HousePart.rowAbove(id, DISTRICT, house.code(), district)).isEqualTo(truth.subList(0, 6));
        HousePart.sameTruth(id, DISTRICT, district, country);
        new SampleCampaign(id, "gacc.officer").holds();
    }

    private void amend(Page page) throws SQLException {
        page.navigate(desk() + "/amendment");
        page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)");
        page.locator("#allExpected").fill("90");
        page.locator("#note").fill("提高预期触达率。");
        page.locator("form[action='" + desk() + "/amendment'] .form-actions button[type=submit]")
                .first()
                .click();
        await("exists (select from campaign_edition e where e.campaign_id = c.id and e.status = 'PROPOSED')", id);
    }

    private void takeNote(Page page, String condition) throws SQLException {
        page.navigate(desk() + "/changes");
        assertThat(page.locator("main").innerText()).contains("50", "90");
        press(page, desk() + "/changes", desk() + "/changes", condition, id);
    }
}
