package org.aeoreach.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days of campaigns by month, week and as a list: everybody's own, and those of the units below. */
@RunAsClient
class CalendarIT implements ServerTest {

    private final Caller country = Caller.signedIn("gacc.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private Cascade directive;

    @BeforeEach
    void aDirective() throws SQLException {
        Rows.change("delete from rate_counter");
        directive = Cascade.running("日历样例", "5300", "5200");
    }

    private static String calendar(Caller who, String view, String whose) {
        return who.get("/desk/campaigns/calendar?view=" + view + "&whose=" + whose + "&day="
                        + Cascade.TODAY.plusDays(7))
                .body();
    }

    /** How the day by which districts take note of this directive is told; empty when it is not. */
    private String acknowledge(String page) {
        return Pattern.compile("签收期限 · <a href=\"" + directive.desk() + "\">[^<]*</a> <span class=\"quiet\">([^<]*)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .reduce("", String::concat);
    }

    @Test
    void theSameOfManyUnitsIsToldOnce() {
        for (String view : new String[] {"MONTH", "WEEK", "LIST"}) {
            assertThat(acknowledge(calendar(country, view, "ALL"))).as(view).isEqualTo("2个机构");
        }
        assertThat(acknowledge(calendar(country, "WEEK", "BELOW"))).isEqualTo("2个机构");
        assertThat(acknowledge(calendar(country, "WEEK", "UNIT"))).isEmpty();
    }

    @Test
    void aDistrictSeesItsOwnDaysAndNoneOfOthers() {
        assertThat(acknowledge(calendar(district, "WEEK", "UNIT"))).isEqualTo("深圳海关");
        assertThat(acknowledge(calendar(district, "WEEK", "ALL"))).isEqualTo("深圳海关");
        assertThat(acknowledge(calendar(district, "WEEK", "BELOW"))).isEmpty();
        assertThat(acknowledge(calendar(Caller.signedIn("shekou.officer"), "LIST", "ALL")))
                .as("a house, of its district")
                .isEmpty();
        assertThat(acknowledge(calendar(Caller.signedIn("shanghai.officer"), "LIST", "ALL")))
                .isEmpty();
    }

    @Test
    void aMonthIsWholeWeeksAndAListOnlyDaysWithSomethingOn() {
        assertThat(days(calendar(country, "WEEK", "ALL"))).isEqualTo(7);
        assertThat(days(calendar(country, "MONTH", "ALL")) % 7).isZero();
        String list = calendar(country, "LIST", "ALL");
        assertThat(days(list)).isPositive();
        assertThat(list).doesNotContain("day-empty");
        assertThat(country.get("/desk/campaigns/calendar?view=YEAR&day=2026-02-31")
                        .statusCode())
                .isEqualTo(200);
    }

    private static long days(String page) {
        return Pattern.compile("class=\"day-name\"").matcher(page).results().count();
    }
}
