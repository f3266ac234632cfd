package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The units a campaign was issued to: what is late or waits comes first, totals open their lists. */
@RunAsClient
class IssuedUnitsIT implements ServerTest {

    private final Caller country = Caller.signedIn("gacc.officer");
    private final Caller shenzhen = Caller.signedIn("shenzhen.officer");
    private Cascade directive;

    @BeforeEach
    void aDirectiveToThree() throws SQLException {
        Rows.change("delete from rate_counter");
        directive = Cascade.running("承办样例", "2200", "5200", "5300");
    }

    private static List<String> of(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private List<String> units(String query) {
        return of(country.get(directive.desk() + query).body(), "/plan/([0-9]{4})\">");
    }

    private List<String> total(Caller who, String stage) {
        return of(
                who.get(directive.desk()).body(),
                "href=\"" + directive.desk() + "\\?units=" + stage + "#units\"[^>]*>[^<]*?([0-9]+)<");
    }

    @Test
    void whatIsLateOrWaitsForAnAnswerComesFirst() throws SQLException {
        assertThat(units("")).containsExactly("2200", "5200", "5300");
        done(directive.step(shenzhen, "5300", "/question", "{\"words\":\"如何计算\"}"));
        assertThat(units("")).as("asks back").containsExactly("5300", "2200", "5200");
        Rows.change(
                "update campaign_plan set status = 'ACKNOWLEDGED', acknowledged_edition = 1 where campaign_id = ?"
                        + " and org_path in ('0000.2200.', '0000.5300.')",
                directive.id());
        Rows.change("update campaign set acknowledge_by = china_day() - 1 where id = ?", directive.id());
        assertThat(units("")).as("late").containsExactly("5200", "2200", "5300");
    }

    @Test
    void eachTotalOpensItsUnits() throws SQLException {
        done(directive.step(shenzhen, "5300", "/acknowledgement", null));
        Rows.change("update campaign set acknowledge_by = china_day() - 1 where id = ?", directive.id());
        assertThat(total(country, "LATE")).containsExactly("2");
        assertThat(total(country, "ACKNOWLEDGED")).containsExactly("1");
        assertThat(units("?units=LATE")).containsExactly("2200", "5200");
        assertThat(units("?units=ACKNOWLEDGED")).containsExactly("5300");
        assertThat(units("?units=APPROVED")).isEmpty();
        assertThat(units("?units=NONE-OF-THESE")).hasSize(3);
    }

    @Test
    void aDistrictSeesTheTotalsOfItsHouses() throws SQLException {
        directive.handedDown(shenzhen, Caller.signedIn("shenzhen.planner"), "5300");
        Rows.change(
                "update campaign_assignment set due_on = china_day() - 1, target = greatest(target, 1) where campaign_id = ?"
                        + " and org_path = '0000.5300.5316.'",
                directive.id());
        assertThat(total(shenzhen, "LATE")).containsExactly("1");
        assertThat(houses("").get(0)).isEqualTo("大鹏海关");
        assertThat(houses("?units=LATE")).containsExactly("大鹏海关");
        assertThat(houses("").size()).isGreaterThan(1);
    }

    private List<String> houses(String query) {
        return of(shenzhen.get(directive.desk() + query).body(), "<span>([^<]*海关)</span>");
    }

    @Test
    void progressOpensTheCoverageOfItsUnit() {
        assertThat(country.get(directive.desk()).body())
                .contains("href=\"" + directive.desk() + "/coverage?unit=5300\"");
        assertThat(country.get("/desk/campaigns/board").body()).contains("href=\"" + directive.desk() + "/coverage\"");
        assertThat(country.get(directive.desk() + "/coverage?unit=5300").statusCode())
                .isEqualTo(200);
    }
}
