package org.aeoreach.campaign.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.campaign.PlannedDistrict;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days of campaigns by month, week and as a list: mine, my unit's, and those of the units below. */
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

    /** What the directive has on a day, by the names of entries. */
    private Set<String> keys(Caller who, String whose) {
        return IntStream.of(-1, 0, 7, 14)
                .mapToObj(day -> week(who, whose, Cascade.TODAY.plusDays(day)))
                .flatMap(
                        page -> Pattern.compile("data-key=\"(campaign-" + directive.id() + "-[^\"]*|activity-[0-9]+)\"")
                                .matcher(page)
                                .results())
                .map(found -> found.group(1).replace("campaign-" + directive.id() + "-", ""))
                .filter(key -> !key.startsWith("activity") || own(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String week(Caller who, String whose, LocalDate day) {
        return who.get("/desk/campaigns/calendar?view=WEEK&whose=" + whose + "&day=" + day)
                .body();
    }

    private boolean own(String activity) {
        try {
            return Rows.number(
                            "select campaign_id from planned_activity where id = ?",
                            Long.valueOf(activity.substring("activity-".length())))
                    == directive.id();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void mineIsWhatOneHoldsOrWhatWaitsForOne() throws SQLException {
        assertThat(keys(country, "MINE")).as("who wrote it").contains("acknowledge", "plan");
        assertThat(keys(Caller.signedIn("gacc.editor"), "MINE"))
                .as("who approved it")
                .contains("acknowledge");
        Caller stranger = Cascade.newcomer("0000", "GACC_OFFICER");
        assertThat(keys(stranger, "MINE")).as("who had no hand in it").isEmpty();
        assertThat(keys(stranger, "UNIT")).as("his unit's all the same").isNotEmpty();
        assertThat(keys(district, "MINE"))
                .as("it waits for every officer of the district")
                .contains("acknowledge", "plan");
        Cascade.done(directive.step(Caller.signedIn("shenzhen.planner"), "5300", "/acknowledgement", null));
        Cascade.done(Cascade.sent(
                Caller.signedIn("shenzhen.planner"),
                "PUT",
                directive.api() + "/plans/5300",
                "{\"regionalZh\":\"样例\",\"channels\":[],\"documents\":[],\"houses\":[]}",
                directive.plan(district, "5300").etag()));
        assertThat(keys(district, "MINE")).as("a colleague holds it now").doesNotContain("plan");
        assertThat(keys(Caller.signedIn("shenzhen.planner"), "MINE")).contains("plan");
        assertThat(keys(district, "UNIT")).contains("plan");
        assertThat(keys(Caller.signedIn("shekou.officer"), "MINE"))
                .as("nothing was handed down")
                .isEmpty();
    }

    @Test
    void whatAHouseIsGivenStandsInItsCalendarAndWithWhomItIsSpreadInHis() throws SQLException {
        PlannedDistrict planned = PlannedDistrict.acknowledged("日历下达样例");
        directive = planned.directive();
        Cascade.done(planned.save(
                PlannedDistrict.activity("", "全关区讲解", Cascade.TODAY.plusDays(7), ""),
                PlannedDistrict.activity("", "大鹏辅导", Cascade.TODAY.plusDays(7), "5316")));
        assertThat(keys(district, "UNIT")).as("a draft, of his own unit").hasSizeGreaterThan(1);
        assertThat(keys(country, "ALL")).noneMatch(key -> key.startsWith("activity"));
        planned.approvedAndPushed();
        Rows.change(
                "update campaign_assignment set due_on = ? where campaign_id = ?",
                java.sql.Date.valueOf(Cascade.TODAY.plusDays(7)),
                directive.id());
        String due = "due-" + Cascade.TODAY.plusDays(7).toString().replace("-", "");
        Caller house = Caller.signedIn("shekou.officer");
        assertThat(keys(house, "UNIT"))
                .contains(due)
                .filteredOn(key -> key.startsWith("activity"))
                .hasSize(1);
        assertThat(keys(house, "MINE"))
                .as("not spread: it waits for every officer")
                .contains(due);
        assertThat(keys(country, "BELOW"))
                .contains(due)
                .filteredOn(key -> key.startsWith("activity"))
                .hasSize(2);
        Rows.change(
                "update campaign_member set officer_id = ?, postponed_to = ? where campaign_id = ? and org_path ="
                        + " '0000.5300.5304.'",
                Caller.account("shekou.coordinator"),
                java.sql.Date.valueOf(Cascade.TODAY.plusDays(8)),
                directive.id());
        assertThat(keys(house, "MINE")).as("a colleague has the rows").doesNotContain(due);
        String back = "return-" + Cascade.TODAY.plusDays(8).toString().replace("-", "");
        assertThat(keys(Caller.signedIn("shekou.coordinator"), "MINE")).contains(due, back);
        assertThat(keys(house, "UNIT")).contains(back);
        assertThat(keys(country, "BELOW")).doesNotContain(back);
    }

    @Test
    void whatIsOverdueAndWhatIsWithdrawnSaySoInWords() throws SQLException {
        Rows.change("update campaign set acknowledge_by = china_day() - 1 where id = ?", directive.id());
        assertThat(entry(week(district, "UNIT", Cascade.TODAY.minusDays(1)), "acknowledge"))
                .contains("已逾期");
        LocalDate planned = Cascade.TODAY.plusDays(14);
        assertThat(entry(week(district, "UNIT", planned), "plan")).isNotEmpty().doesNotContain("已逾期", "已取消");
        Cascade.done(directive.step(country, "/withdrawal", "{\"reason\":\"样例\"}"));
        assertThat(entry(week(district, "UNIT", planned), "plan"))
                .contains("已取消")
                .doesNotContain("已逾期");
        assertThat(keys(district, "UNIT")).as("what was due before is over").doesNotContain("acknowledge");
    }

    @Test
    void theDayToTakeNoteOfAWithdrawalStandsInTheCalendarUntilItIsDone() throws SQLException {
        assertThat(keys(district, "UNIT")).doesNotContain("note");
        Cascade.done(directive.step(country, "/withdrawal", "{\"reason\":\"样例\"}"));
        LocalDate by = Cascade.TODAY.plusDays(5);
        assertThat(entry(week(district, "MINE", by), "note"))
                .contains("变更或撤回签收期限", "深圳海关")
                .doesNotContain("已取消", "已逾期");
        assertThat(entry(week(country, "BELOW", by), "note")).contains("2个机构");
        assertThat(entry(week(country, "UNIT", by), "note")).isEmpty();
        Rows.change("update campaign set note_by = china_day() - 1 where id = ?", directive.id());
        assertThat(entry(week(district, "UNIT", Cascade.TODAY.minusDays(1)), "note"))
                .contains("已逾期");
        assertThat(district.send("POST", directive.api() + "/withdrawal/acknowledgement", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(entry(week(district, "UNIT", Cascade.TODAY.minusDays(1)), "note"))
                .isEmpty();
        assertThat(entry(week(country, "BELOW", Cascade.TODAY.minusDays(1)), "note"))
                .as("the other has not")
                .doesNotContain("2个机构")
                .isNotEmpty();
    }

    @Test
    void theDayToTakeNoteOfAnAmendmentStandsForWhoHasNot() throws SQLException {
        Cascade.done(directive.step(district, "5300", "/acknowledgement", null));
        Rows.change("update campaign set edition = 2, note_by = china_day() + 3 where id = ?", directive.id());
        LocalDate by = Cascade.TODAY.plusDays(3);
        assertThat(entry(week(district, "UNIT", by), "note")).contains("深圳海关");
        assertThat(entry(week(country, "ALL", by), "note"))
                .as("5200 has taken note of nothing yet: it answers the whole")
                .contains("深圳海关");
        Rows.change(
                "update campaign_plan set acknowledged_edition = 2 where campaign_id = ? and org_path = '0000.5300.'",
                directive.id());
        assertThat(entry(week(district, "UNIT", by), "note")).isEmpty();
    }

    private String entry(String page, String what) {
        return Pattern.compile("data-key=\"campaign-" + directive.id() + "-" + what + "\".*")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("");
    }

    @Test
    void tasksStandInTheirOwnersCalendarByTheirNumber() throws SQLException {
        LocalDate day = Cascade.TODAY.plusDays(40 + (int) (System.nanoTime() % 20));
        Rows.change("delete from task where due_on = ?", java.sql.Date.valueOf(day));
        for (String owner : List.of("shekou.officer", "shekou.officer", "shekou.coordinator")) {
            Rows.change(
                    "insert into task (unit_id, org_path, owner_id, title, due_on, account_id) select unit_id, org_path, id,"
                            + " '回访深圳甲公司', ?, id from account where login = ?",
                    java.sql.Date.valueOf(day),
                    owner);
        }
        String here = "/desk/campaigns/calendar?view=LIST&day=" + day + "&whose=";
        assertThat(Caller.signedIn("shekou.officer").get(here + "MINE").body())
                .contains("跟进事项2项到期")
                .doesNotContain("深圳甲公司");
        assertThat(Caller.signedIn("shekou.officer").get(here + "UNIT").body()).contains("跟进事项3项到期");
        assertThat(Caller.signedIn("dapeng.officer").get(here + "ALL").body()).doesNotContain("到期</a>");
    }

    private static long days(String page) {
        return Pattern.compile("class=\"day-name\"").matcher(page).results().count();
    }
}
