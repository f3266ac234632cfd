package org.aeoreach.campaign.activity;

import static org.aeoreach.campaign.Cascade.TODAY;
import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.campaign.PlannedDistrict;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dated activities of a plan: written, approved, revised, read by the houses they concern. */
@RunAsClient
class ActivitiesIT implements ServerTest {

    private static final String WHOLE = PlannedDistrict.activity("", "全关区讲解", TODAY.plusDays(3), "");
    private static final String SHEKOU = PlannedDistrict.activity("", "蛇口辅导", TODAY.plusDays(5), "5304");
    private static final String DAPENG = PlannedDistrict.activity("", "大鹏辅导", TODAY.plusDays(6), "5316");

    private final Caller house = Caller.signedIn("shekou.officer");
    private PlannedDistrict district;

    @BeforeEach
    void aPlan() throws SQLException {
        Rows.change("delete from rate_counter");
        district = PlannedDistrict.acknowledged("活动样例");
    }

    private List<String> titles(Caller who) {
        return district.activities(who).stream()
                .map(one -> one.getString("titleZh"))
                .toList();
    }

    @Test
    void theyStandOnceThePlanIsApprovedAndAHouseReadsItsOwnAndThoseOfTheWholeDistrict() {
        done(district.save(WHOLE, SHEKOU, DAPENG));
        assertThat(district.activities(district.officer()))
                .extracting(one -> one.getString("change"))
                .containsOnly("ADDED");
        district.approvedAndPushed();
        assertThat(titles(district.officer())).containsExactly("全关区讲解", "蛇口辅导", "大鹏辅导");
        assertThat(titles(Caller.signedIn("gacc.officer"))).hasSize(3);
        assertThat(titles(house)).containsExactly("全关区讲解", "蛇口辅导");
        String page = house.get(district.page()).body();
        assertThat(page).contains("全关区讲解", "蛇口辅导").doesNotContain("大鹏辅导");
    }

    @Test
    void aRevisionChangesAddsAndCancelsWhenASecondPersonApprovesIt() throws SQLException {
        done(district.save(WHOLE, SHEKOU));
        district.approvedAndPushed();
        long whole = id("全关区讲解");
        long shekou = id("蛇口辅导");
        done(district.step("/revision"));
        done(district.save(PlannedDistrict.activity("\"id\":" + whole + ",", "全关区讲解", TODAY.plusDays(9), ""), DAPENG));
        assertThat(district.activities(house))
                .as("goes on with what stands")
                .extracting(one -> one.getString("titleZh") + " " + one.getString("startsOn"))
                .containsExactly("全关区讲解 " + TODAY.plusDays(3), "蛇口辅导 " + TODAY.plusDays(5));
        assertThat(district.activities(district.officer()))
                .extracting(one -> one.getString("titleZh") + " " + one.getString("change"))
                .containsExactlyInAnyOrder("全关区讲解 CHANGED", "蛇口辅导 DROPPED", "大鹏辅导 ADDED");
        done(district.step("/submission"));
        assertThat(Caller.signedIn("shenzhen.planner").get(district.page()).body())
                .as("the second person sees what changes")
                .contains("有改动", "拟取消", "新增", "原为：");
        district.approve();
        assertThat(district.activities(house))
                .extracting(one -> one.getJsonNumber("id").longValue() + " " + one.getString("startsOn"))
                .containsExactly(whole + " " + TODAY.plusDays(9));
        assertThat(Rows.one("select status from planned_activity where id = ?", shekou)
                        .text("status"))
                .isEqualTo("DROPPED");
        assertThat(Rows.number("select count(*) from planned_activity where replaces_id is not null"))
                .isZero();
    }

    @Test
    void aRevisionOfDatesAloneIsShownToTheHousesItConcernsAndAskedOfThem() {
        Caller dapeng = Caller.signedIn("dapeng.officer");
        done(district.save(WHOLE, SHEKOU, DAPENG));
        district.approvedAndPushed();
        String whole = "\"id\":" + id("全关区讲解") + ",";
        String shekou = "\"id\":" + id("蛇口辅导") + ",";
        String big = "\"id\":" + id("大鹏辅导") + ",";
        revised(
                PlannedDistrict.activity(whole, "全关区讲解", TODAY.plusDays(3), ""),
                PlannedDistrict.activity(shekou, "蛇口辅导（改期）", TODAY.plusDays(8), "5304"),
                PlannedDistrict.activity(big, "大鹏辅导", TODAY.plusDays(6), "5316"));
        assertThat(asked(house)).isTrue();
        assertThat(asked(dapeng)).as("nothing of its own changed").isFalse();
        String page = house.get(district.page()).body();
        assertThat(page)
                .contains("方案修订内容", "共变更1处", "培训 · 蛇口辅导 · ", "培训 · 蛇口辅导（改期） · ")
                .doesNotContain("大鹏辅导");
        assertThat(SentForm.on(page, district.page() + "/changes").by(house).statusCode())
                .isEqualTo(303);
        assertThat(asked(house)).isFalse();
        revised(PlannedDistrict.activity(shekou, "蛇口辅导（改期）", TODAY.plusDays(8), "5304"));
        assertThat(dapeng.get(district.page()).body())
                .as("one of its own and one for all are dropped")
                .contains("共变更2处", "培训 · 全关区讲解 · ", "培训 · 大鹏辅导 · ");
        assertThat(house.get(district.page()).body()).contains("共变更1处").doesNotContain("大鹏辅导");
        assertThat(asked(dapeng)).isTrue();
    }

    private void revised(String... activities) {
        done(district.step("/revision"));
        done(district.save(activities));
        done(district.step("/submission"));
        district.approve();
    }

    private boolean asked(Caller who) {
        return who.get("/desk/campaigns?waits=CHANGED&limit=100")
                .body()
                .contains(district.directive().desk() + "\"");
    }

    private long id(String title) {
        return district.activities(district.officer()).stream()
                .filter(one -> one.getString("titleZh").equals(title))
                .map(one -> one.getJsonNumber("id").longValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsSavedAgainAsItStandsIsNoChangeAndWhatIsLeftOutOfTheBodyStays() {
        done(district.save(WHOLE));
        district.approvedAndPushed();
        done(district.step("/revision"));
        done(district.save(PlannedDistrict.activity("\"id\":" + id("全关区讲解") + ",", "全关区讲解", TODAY.plusDays(3), "")));
        assertThat(district.activities(district.officer())).noneMatch(one -> one.containsKey("change"));
        done(district.saveWithoutActivities());
        assertThat(titles(district.officer())).containsExactly("全关区讲解");
    }

    @Test
    void aHouseOfAnotherDistrictAnEndBeforeTheBeginningAndAForeignNumberAreRefused() throws SQLException {
        Reply elsewhere = district.save(PlannedDistrict.activity("", "别处", TODAY, "2210"));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.field(0)).isEqualTo("activities[0].unit");
        Reply backwards = district.save(
                WHOLE, PlannedDistrict.activity("\"endsOn\":\"" + TODAY.minusDays(1) + "\",", "倒", TODAY, ""));
        assertThat(backwards.field(0)).isEqualTo("activities[1].endsOn");
        assertThat(titles(district.officer())).as("nothing half done").isEmpty();
        PlannedDistrict other = PlannedDistrict.acknowledged("另一活动样例");
        done(other.save(WHOLE));
        long foreign =
                other.activities(other.officer()).get(0).getJsonNumber("id").longValue();
        assertThat(district.save(PlannedDistrict.activity("\"id\":" + foreign + ",", "外", TODAY, ""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rowsOfThePageAreWrittenKeptAndDropped() throws SQLException {
        Caller officer = district.officer();
        String there = district.page();
        HttpResponse<String> wrong = form(officer)
                .with("activity-0-titleZh", "页面讲解")
                .with("activity-0-startsOn", TODAY.plusDays(2).toString())
                .with("activity-0-unit", "5304")
                .with("activity-0-kind", "CONSULTATION")
                .with("activity-1-titleZh", "缺日期")
                .by(officer);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("活动2：请填写有效日期", "页面讲解", "缺日期");
        assertThat(form(officer)
                        .with("activity-0-titleZh", "页面讲解")
                        .with("activity-0-startsOn", TODAY.plusDays(2).toString())
                        .with("activity-0-unit", "5304")
                        .with("activity-0-kind", "CONSULTATION")
                        .by(officer)
                        .statusCode())
                .isEqualTo(303);
        JsonObject kept = district.activities(officer).get(0);
        assertThat(kept.getString("kind") + kept.getString("unit")).isEqualTo("CONSULTATION5304");
        assertThat(form(officer).by(officer).statusCode()).isEqualTo(303);
        assertThat(district.activities(officer).get(0).getJsonNumber("id"))
                .as("the same one, untouched")
                .isEqualTo(kept.getJsonNumber("id"));
        assertThat(form(officer).with("activity-0-drop", "true").by(officer).statusCode())
                .isEqualTo(303);
        assertThat(district.activities(officer)).isEmpty();
        assertThat(there).isNotEmpty();
    }

    private SentForm form(Caller officer) {
        return SentForm.on(officer.get(district.page()).body(), district.page());
    }
}
