package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
}
