package org.aeoreach.campaign.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Coverage says the same at every level, and its figures are the lists behind them. */
@RunAsClient
class CoverageIT implements ServerTest {

    private static final List<String> BREAKDOWNS =
            List.of("unit", "audience", "track", "channel", "size", "sector", "week", "officer", "reason");

    @Test
    void aContactCountsAtOnceAndAlikeInHouseDistrictAndCountry() throws SQLException {
        RunningCampaign running = RunningCampaign.with(4, 1);
        Caller house = running.one().caller();
        List<Caller> all = List.of(house, Caller.signedIn("shenzhen.officer"), Caller.signedIn("gacc.officer"));
        RunningCampaign.visit(house, running.one().enterprises().get(0));
        for (Caller caller : all) {
            JsonObject total = running.total(caller, running.one().code());
            assertThat(total.getInt("reached")).as(caller.toString()).isEqualTo(1);
            assertThat(total.getInt("untouched")).as(caller.toString()).isEqualTo(3);
        }
        assertThat(running.total(all.get(1), "5300")).isEqualTo(running.total(all.get(2), "5300"));
        running.sample().holds();
    }

    @Test
    void everyFigureOpensAListOfExactlySoMany() throws SQLException {
        RunningCampaign running = RunningCampaign.with(7, 3);
        Caller house = running.one().caller();
        List<Long> mine = running.one().enterprises();
        RunningCampaign.visit(house, mine.get(0));
        SampleCampaign.contact(mine.get(1), "ATTENDED");
        running.change(house, "EXCLUDE", ",\"reason\":\"CLOSED\"", mine.get(2));
        running.change(house, "UNREACHABLE", ",\"reason\":\"NO_CONTACT\"", mine.get(3));
        running.change(house, "TAKE", "", mine.get(4));
        // Reached after all: counts as that, not by the reason it was given up for.
        running.change(house, "UNREACHABLE", ",\"reason\":\"NO_CONTACT\"", mine.get(6));
        SampleCampaign.contact(mine.get(6), "ONE_TO_ONE");
        Rows.change(
                "update enterprise set unit_id = ?, org_path = ? where id = ?",
                running.other().id(),
                running.other().path(),
                mine.get(5));
        Map<String, Integer> wrong = new LinkedHashMap<>();
        int looked = 0;
        for (String unit : List.of(running.one().code(), running.other().code(), "5300")) {
            Caller viewer = Caller.signedIn(unit.equals("5300") ? "gacc.officer" : "shenzhen.officer");
            for (Map.Entry<String, Integer> figure :
                    figures(running, viewer, unit).entrySet()) {
                looked++;
                int rows = FigureLinks.rows(viewer, figure.getKey());
                if (rows != figure.getValue()) {
                    wrong.put(figure.getKey() + " says " + figure.getValue(), rows);
                }
            }
        }
        assertThat(wrong).as("figures whose list has another number of rows").isEmpty();
        assertThat(looked).isGreaterThan(100);
        running.sample().holds();
    }

    /** All figures of all pages about a unit, but those of 0 only once on each page. */
    private static Map<String, Integer> figures(RunningCampaign running, Caller viewer, String unit)
            throws SQLException {
        List<String> pages = new ArrayList<>();
        BREAKDOWNS.forEach(by -> pages.add("/coverage?unit=" + unit + "&by=" + by));
        pages.add("/coverage/heat?unit=" + unit);
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String path : pages) {
            boolean none = false;
            for (Map.Entry<String, Integer> figure :
                    FigureLinks.on(viewer, running.desk() + path).entrySet()) {
                if (figure.getValue() > 0 || !none) {
                    found.put(figure.getKey(), figure.getValue());
                }
                none |= figure.getValue() == 0;
            }
        }
        return found;
    }

    @Test
    void excludingOrCallingNotReachableNeverBettersARate() throws SQLException {
        RunningCampaign running = RunningCampaign.with(4, 0);
        Caller house = running.one().caller();
        List<Long> mine = running.one().enterprises();
        RunningCampaign.visit(house, mine.get(0));
        assertThat(house.get(running.desk() + "/coverage").body()).contains(">25%<");
        running.change(house, "EXCLUDE", ",\"reason\":\"CLOSED\"", mine.get(1));
        running.change(house, "UNREACHABLE", ",\"reason\":\"DECLINED\"", mine.get(2));
        assertThat(house.get(running.desk() + "/coverage").body()).contains(">25%<");
        running.change(house, "EXCLUDE", ",\"reason\":\"CLOSED\"", mine.get(0));
        JsonObject total = running.total(house, running.one().code());
        assertThat(List.of(total.getInt("reached"), total.getInt("excluded"), total.getInt("unreachable")))
                .as("who is excluded is not reached")
                .containsExactly(0, 2, 1);
        running.sample().holds();
    }

    @Test
    void whoMovedStaysInTheOldFiguresWithoutANameAndIsWorkedOnInTheNewHouse() throws SQLException {
        RunningCampaign running = RunningCampaign.with(2, 1);
        long moved = running.one().enterprises().get(0);
        String code = Rows.one("select customs_code from enterprise where id = ?", moved)
                .text("customs_code");
        Rows.change(
                "update enterprise set unit_id = ?, org_path = ? where id = ?",
                running.other().id(),
                running.other().path(),
                moved);
        Caller before = running.one().caller();
        Caller now = running.other().caller();
        String list = "/desk/campaigns/enterprises?campaign=" + running.sample().id();
        assertThat(before.get(list).body()).contains("已转至样例机构").doesNotContain("样本企业" + code);
        assertThat(now.get(list).body()).doesNotContain("样本企业" + code);
        assertThat(now.get("/desk/campaigns/work?campaign=" + running.sample().id())
                        .body())
                .contains("样本企业" + code, "计入");
        assertThat(running.change(before, "POSTPONE", ",\"day\":\"2099-01-01\"", moved)
                        .status())
                .isEqualTo(404);
        RunningCampaign.visit(now, moved);
        assertThat(running.total(before, running.one().code()).getInt("reached"))
                .isEqualTo(1);
        assertThat(running.total(now, running.other().code()).getInt("reached")).isZero();
        assertThat(before.get(running.desk() + "/coverage").body()).contains("apart=MOVED");
        Rows.change(
                "update campaign_member set standing = 'EXCLUDED', reason = 'OTHER', remark = '新机构的说明' where"
                        + " campaign_id = ? and enterprise_id = ?",
                running.sample().id(),
                moved);
        assertThat(before.get(list).body()).contains("其他原因").doesNotContain("新机构的说明");
        running.sample().holds();
    }

    @Test
    void aHouseSeesItsOwnFiguresAndNeverThoseOfTheDistrict() throws SQLException {
        RunningCampaign running = RunningCampaign.with(2, 3);
        Rows.change(
                "update campaign set sister_sums = true where id = ?",
                running.sample().id());
        Caller house = running.one().caller();
        for (String path : List.of("/coverage", "/coverage/heat", "/coverage/funnel", "/coverage/silent")) {
            assertThat(house.get(running.desk() + path + "?unit=5300").statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(house.get(running.desk() + path + "?unit="
                                    + running.other().code())
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(running.total(house, "").getInt("untouched")).isEqualTo(2);
        assertThat(house.get(running.api() + "/coverage/sisters").body()).isEqualTo("[]");
        assertThat(house.get("/desk/campaigns/enterprises/export?format=csv&campaign="
                                + running.sample().id() + "&unit=5300")
                        .body()
                        .lines()
                        .filter(line -> !line.isBlank()))
                .as("head and two rows")
                .hasSize(3);
    }

    @Test
    void sumsOfSistersAreShownOnlyWhenPublishedAndNeverSmallOnes() throws SQLException {
        RunningCampaign running = RunningCampaign.with(2, 0);
        Rows.change(
                "insert into campaign_plan (campaign_id, unit_id, org_path) select ?, id, org_path from unit"
                        + " where code = '3100'",
                running.sample().id());
        Caller shenzhen = Caller.signedIn("shenzhen.officer");
        assertThat(shenzhen.get(running.api() + "/coverage/sisters").body()).isEqualTo("[]");
        assertThat(shenzhen.get(running.desk() + "/coverage").body()).doesNotContain("id=\"sisters\"");
        Rows.change(
                "update campaign set sister_sums = true where id = ?",
                running.sample().id());
        assertThat(shenzhen.get(running.desk() + "/coverage").body()).contains("id=\"sisters\"", "不显示");
        assertThat(shenzhen.get(running.api() + "/coverage/sisters").body()).contains("\"code\":\"3100\"");
        assertThat(Caller.signedIn("shanghai.officer")
                        .get(running.api() + "/coverage/sisters")
                        .statusCode())
                .as("not issued to")
                .isEqualTo(404);
    }
}
