package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.testing.Caller;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A house works its list, and house, district and General Administration see the same of it. */
@RunAsClient
class CoverageJourney extends Browsing {

    @Test
    void aHouseWorksItsListAndAllThreeLevelsSeeTheSameTruth() throws SQLException {
        RunningCampaign running = RunningCampaign.with(5, 2);
        long campaign = running.sample().id();
        Caller house = running.one().caller();
        HousePart.worksItsList(house, campaign);
        Caller district = Caller.signedIn("shenzhen.officer");
        Caller country = Caller.signedIn("gacc.officer");
        List<String> truth = HousePart.sameTruth(campaign, running.one().code(), house, district, country);
        assertThat(truth.subList(0, 7)).containsExactly("5", "1", "0", "3", "0", "1", "20%");
        assertThat(HousePart.rowAbove(campaign, "5300", running.one().code(), district))
                .isEqualTo(truth.subList(0, 6));
        assertThat(HousePart.sameTruth(campaign, "5300", district, country)).isNotEmpty();
        running.sample().holds();
    }

    @Test
    void whoComesSecondToARowSeesWhatStandsAndChoosesWithoutTypingAgain() throws SQLException {
        RunningCampaign running = RunningCampaign.with(2, 0);
        String change = "%s/work/change?enterprise=".formatted(running.desk())
                + running.one().enterprises().get(0) + "&enterprise="
                + running.one().enterprises().get(1);
        try (BrowserContext window = open(Caller.signedIn(running.one().colleague()), "en", Screen.PHONE)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate(change);
            Long first = running.one().enterprises().get(0);
            running.change(running.one().caller(), "EXCLUDE", ",\"reason\":\"CLOSED\"", first);
            page.locator("#action-UNREACHABLE").check();
            page.locator("#reason").selectOption("NO_CONTACT");
            page.locator("#remark").fill("phone is dead");
            page.locator(".form-actions button[type=submit]").click();
            page.waitForSelector("#despite");
            examination.settle();
            examination.pass("en", Screen.PHONE, "work-conflict");
            assertThat(page.locator("#despite").innerText()).contains("Excluded", "Closed down", "changed by");
            assertThat(page.locator("#remark").inputValue()).isEqualTo("phone is dead");
            page.locator("#despite-" + first).check();
            page.locator(".form-actions button[type=submit]").click();
            page.waitForSelector("[data-toast]");
        }
        assertThat(running.total(running.one().caller(), running.one().code()).getInt("unreachable"))
                .isEqualTo(2);
        running.sample().holds();
    }
}
