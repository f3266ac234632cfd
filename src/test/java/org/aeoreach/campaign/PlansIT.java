package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A district answers a directive, plans, splits its target over its houses and hands it down. */
@RunAsClient
class PlansIT implements ServerTest {

    private static final String DISTRICT = "5300";
    private static final String WORDS = "{\"words\":\"综合保税区企业如何计算\"}";

    private Caller officer;
    private Caller planner;
    private Caller house;
    private Cascade directive;

    @BeforeEach
    void aDirective() throws SQLException {
        Rows.change("delete from rate_counter");
        officer = Caller.signedIn("shenzhen.officer");
        planner = Caller.signedIn("shenzhen.planner");
        house = Caller.signedIn("shekou.officer");
        directive = Cascade.running("方案样例", DISTRICT, "2200");
    }

    private List<JsonObject> houses(Reply plan) {
        return plan.body().getJsonArray("houses").getValuesAs(JsonObject.class);
    }

    private void approved() {
        directive.approved(officer, planner, DISTRICT);
    }

    @Test
    void theSplitIsProposedFromTheDenominatorAndMustAddUp() throws SQLException {
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        Reply plan = directive.plan(officer, DISTRICT);
        long target = plan.body().getJsonNumber("target").longValue();
        assertThat(target)
                .isEqualTo(Rows.number(
                        "select sum(ceil(n * expected / 100.0)) from (select audience, count(*) as n from campaign_member"
                                + " where campaign_id = ? and starts_with(house_path, '0000.5300.') group by 1) m"
                                + " join campaign_audience a using (audience) where a.campaign_id = ?",
                        directive.id(),
                        directive.id()))
                .isPositive();
        assertThat(houses(plan).stream()
                        .mapToLong(each -> each.getJsonNumber("proposed").longValue())
                        .sum())
                .isEqualTo(target);
        assertThat(houses(plan))
                .allMatch(each -> each.getJsonNumber("proposed").longValue()
                        <= each.getJsonNumber("scope").longValue());
        done(directive.save(officer, DISTRICT, directive.split(officer, DISTRICT, 1)));
        String page = officer.get(directive.desk() + "/plan/" + DISTRICT).body();
        assertThat(page).contains((target - 1) + "／应达" + target);
        Reply tooFew = directive.step(officer, DISTRICT, "/submission", null);
        assertThat(tooFew.status()).isEqualTo(400);
        assertThat(tooFew.field(0)).isEqualTo("houses");
        Reply tooMany = directive.save(officer, DISTRICT, "[{\"unit\":\"5304\",\"target\":99999999}]");
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.field(0)).isEqualTo("target-5304");
        assertThat(directive
                        .save(officer, DISTRICT, "[{\"unit\":\"2210\",\"target\":1}]")
                        .status())
                .as("a house of another district")
                .isEqualTo(404);
    }

    @Test
    void aHousesDayLiesWithinThePlanAndTheCampaign() {
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        LocalDate end = Cascade.TODAY.plusDays(200);
        refusesDay(end.plusDays(1), "不能晚于行动结束日期（" + end + "）");
        refusesDay(Cascade.TODAY.minusDays(1), "不能早于今天");
        refusesDay(Cascade.TODAY.plusDays(9), "不能早于方案开始日期（" + Cascade.TODAY.plusDays(10) + "）");
        String page = officer.get(directive.desk() + "/plan/" + DISTRICT).body();
        HttpResponse<String> again = SentForm.on(page, directive.desk() + "/plan/" + DISTRICT)
                .with("due-5304", end.plusDays(1).toString())
                .with("regionalZh", "写好的内容")
                .by(officer);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("due-5304-error", "不能晚于行动结束日期", "写好的内容", "value=\"" + end.plusDays(1));
        assertThat(due(end).status()).isEqualTo(200);
        assertThat(due(Cascade.TODAY.plusDays(10)).status()).isEqualTo(200);
    }

    private void refusesDay(LocalDate day, String because) {
        Reply refused = due(day);
        assertThat(refused.status()).as(because).isEqualTo(400);
        assertThat(refused.field(0)).isEqualTo("due-5304");
        assertThat(refused.body().toString()).contains("蛇口海关", because);
    }

    private Reply due(LocalDate day) {
        return Cascade.sent(
                officer,
                "PUT",
                directive.api() + "/plans/" + DISTRICT,
                "{\"channels\":[],\"documents\":[],\"beginsOn\":\"" + Cascade.TODAY.plusDays(10)
                        + "\",\"houses\":[{\"unit\":\"5304\",\"target\":1,\"dueOn\":\"" + day + "\"}]}",
                directive.plan(officer, DISTRICT).etag());
    }

    @Test
    void aDayThatHasPassedMeanwhileMayStay() throws SQLException {
        approved();
        Rows.change(
                "update campaign_assignment set due_on = china_day() - 1 where campaign_id = ? and org_path ="
                        + " '0000.5300.5304.'",
                directive.id());
        done(directive.step(officer, DISTRICT, "/revision", null));
        String house = "[{\"unit\":\"5304\",\"target\":1,\"dueOn\":\"%s\"}]";
        done(directive.save(officer, DISTRICT, house.formatted(Cascade.TODAY.minusDays(1))));
        assertThat(directive
                        .save(officer, DISTRICT, house.formatted(Cascade.TODAY.minusDays(2)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsTooLongIsToldItsLength() {
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        Reply refused = Cascade.sent(
                officer,
                "PUT",
                directive.api() + "/plans/" + DISTRICT,
                "{\"regionalZh\":\"" + "长".repeat(4001) + "\",\"channels\":[],\"documents\":[" + "\"1\",".repeat(20)
                        + "\"1\"],\"houses\":[]}",
                directive.plan(officer, DISTRICT).etag());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString())
                .contains("最多 4,000 个字符", "最多 20 项")
                .doesNotContain("0 至");
    }

    @Test
    void nobodyWhoHadAHandInAPlanApprovesIt() throws SQLException {
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        Reply before = directive.plan(officer, DISTRICT);
        done(directive.save(planner, DISTRICT, directive.split(officer, DISTRICT, 0)));
        assertThat(Cascade.sent(
                                officer,
                                "PUT",
                                directive.api() + "/plans/" + DISTRICT,
                                "{\"channels\":[],\"documents\":[],\"houses\":[]}",
                                before.etag())
                        .status())
                .as("over what a colleague wrote meanwhile")
                .isEqualTo(412);
        done(directive.step(officer, DISTRICT, "/submission", null));
        assertThat(directive.step(officer, DISTRICT, "/approval", null).status())
                .isEqualTo(403);
        assertThat(directive.step(planner, DISTRICT, "/approval", null).status())
                .isEqualTo(403);
        Caller third = Cascade.newcomer(DISTRICT, "DISTRICT_OFFICER");
        done(directive.step(third, DISTRICT, "/return", "{\"words\":\"请补充时间安排\"}"));
        assertThat(officer.get("/desk/campaigns?waits=RETURNED").body()).contains(directive.desk() + "\"");
        assertThat(officer.get(directive.desk() + "/plan/" + DISTRICT).body()).contains("请补充时间安排");
        done(directive.step(officer, DISTRICT, "/submission", null));
        done(directive.step(third, DISTRICT, "/approval", null));
        assertThat(Caller.signedIn("gacc.officer")
                        .get(directive.desk() + "/plan/" + DISTRICT)
                        .body())
                .as("the General Administration reads the plan")
                .contains("前海与综合保税区企业多");
    }

    @Test
    void whatIsHandedDownComesBackUntilAHouseBegan() throws SQLException {
        approved();
        assertThat(officer.get("/desk/campaigns?waits=PUSH").body()).contains(directive.desk() + "\"");
        done(directive.step(officer, DISTRICT, "/push", null));
        assertThat(directive.step(officer, DISTRICT, "/push", null).status()).isEqualTo(409);
        assertThat(directive.plan(house, DISTRICT).status()).isEqualTo(200);
        done(directive.step(officer, DISTRICT, "/recall", null));
        assertThat(directive.plan(house, DISTRICT).status()).as("taken back").isEqualTo(404);
        done(directive.step(officer, DISTRICT, "/push", null));
        assertThat(officer.get(directive.desk() + "/plan/" + DISTRICT).body()).contains("/recall\"");
        contact("5304");
        assertThat(directive.step(officer, DISTRICT, "/recall", null).status()).isEqualTo(409);
        assertThat(officer.get(directive.desk() + "/plan/" + DISTRICT).body())
                .contains("不能收回")
                .doesNotContain("/recall\"");
    }

    /** Somebody of the house has met an enterprise of the directive just now. */
    private void contact(String house) throws SQLException {
        long enterprise = Rows.number(
                "select min(enterprise_id) from campaign_member where campaign_id = ? and org_path = (select org_path"
                        + " from unit where code = ?)",
                directive.id(),
                house);
        RunningCampaign.visit(this.house, enterprise);
    }

    private long target(Caller who) {
        return houses(directive.plan(who, DISTRICT)).stream()
                .filter(each -> each.getJsonObject("unit").getString("code").equals("5304"))
                .mapToLong(each -> each.getJsonNumber("target").longValue())
                .sum();
    }

    @Test
    void aRevisionReachesTheHousesThatHaveBegunWhenASecondPersonApprovesIt() throws SQLException {
        approved();
        done(directive.step(officer, DISTRICT, "/push", null));
        contact("5304");
        long before = target(house);
        done(directive.step(officer, DISTRICT, "/revision", null));
        done(directive.save(officer, DISTRICT, "[{\"unit\":\"5304\",\"target\":" + (before + 1) + "}]"));
        assertThat(target(officer)).as("as the revision has it").isEqualTo(before + 1);
        assertThat(target(house)).as("as handed down").isEqualTo(before);
        done(directive.step(officer, DISTRICT, "/submission", null));
        assertThat(directive.step(officer, DISTRICT, "/approval", null).status())
                .isEqualTo(403);
        done(directive.step(planner, DISTRICT, "/approval", null));
        assertThat(target(house)).isEqualTo(before + 1);
    }

    @Test
    void aHouseReadsThePlanAndItsOwnPartAndNoNumberOfTheDistrict() throws SQLException {
        approved();
        done(directive.step(officer, DISTRICT, "/push", null));
        Reply whole = directive.plan(officer, DISTRICT);
        assertThat(houses(whole)).hasSizeGreaterThan(1);
        Reply seen = directive.plan(house, DISTRICT);
        assertThat(seen.body().getString("orgPath")).isEqualTo("0000.5300.");
        assertThat(seen.body().getOrDefault("target", JsonValue.NULL)).isEqualTo(JsonValue.NULL);
        assertThat(houses(seen)).hasSize(1);
        assertThat(houses(seen).get(0).getJsonObject("unit").getString("code")).isEqualTo("5304");
        String page = house.get(directive.desk() + "/plan/" + DISTRICT).body();
        assertThat(page).contains("前海与综合保税区企业多").doesNotContain("<tfoot>", "大鹏海关");
        assertThat(house.get(directive.desk()).body()).doesNotContain("大鹏海关");
        assertThat(house.get("/desk/campaigns/board").body())
                .contains("/" + directive.id() + "\"")
                .doesNotContain(" " + whole.body().getJsonNumber("target") + " ");
        assertThat(directive.step(house, DISTRICT, "/push", null).status()).isEqualTo(403);
    }

    @Test
    void asksBackAndIsAnsweredOrDeclinesWithReasons() throws SQLException {
        Caller issuer = Caller.signedIn("gacc.officer");
        assertThat(directive
                        .step(officer, DISTRICT, "/question", "{\"words\":\"\"}")
                        .status())
                .isEqualTo(400);
        done(directive.step(officer, DISTRICT, "/question", WORDS));
        assertThat(issuer.get("/desk/campaigns?waits=ANSWER").body()).contains(directive.desk() + "\"");
        assertThat(directive.step(issuer, DISTRICT, "/acknowledgement", null).status())
                .as("not for somebody else")
                .isEqualTo(403);
        done(directive.step(issuer, DISTRICT, "/answer", "{\"words\":\"按注册地计算\"}"));
        String page = officer.get(directive.desk() + "/plan/" + DISTRICT).body();
        assertThat(page).contains("综合保税区企业如何计算", "按注册地计算");
        assertThat(SentForm.on(page, directive.desk() + "/plan/" + DISTRICT + "/refusal")
                        .by(officer)
                        .statusCode())
                .as("without a reason")
                .isEqualTo(400);
        done(directive.step(officer, DISTRICT, "/refusal", "{\"words\":\"机构改革期间无力承办\"}"));
        assertThat(issuer.get(directive.desk() + "/plan/" + DISTRICT).body()).contains("机构改革期间无力承办");
        done(directive.step(issuer, DISTRICT, "/release", null));
        assertThat(directive.step(officer, DISTRICT, "/acknowledgement", null).status())
                .isEqualTo(409);
    }

    @Test
    void whatWasTypedIntoAPlanStaysAndTheFaultIsSaid() {
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        String there = directive.desk() + "/plan/" + DISTRICT;
        HttpResponse<String> refused = SentForm.on(officer.get(there).body(), there)
                .with("regionalZh", "写了很久的区域特点")
                .with("target-5304", "很多")
                .by(officer);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("写了很久的区域特点", "value=\"很多\"", "请为蛇口海关填写");
        assertThat(directive
                        .plan(officer, DISTRICT)
                        .body()
                        .getJsonObject("words")
                        .getOrDefault("regionalZh", JsonValue.NULL))
                .as("nothing half done")
                .isEqualTo(JsonValue.NULL);
    }

    @Test
    void aPlanOfAForeignDistrictIsAsIfThereWereNone() {
        Caller stranger = Caller.signedIn("shanghai.officer");
        Caller pudong = Caller.signedIn("pudong.officer");
        for (Caller one : new Caller[] {stranger, pudong}) {
            assertThat(directive.plan(one, DISTRICT).status()).isEqualTo(404);
            assertThat(one.get(directive.desk()).body()).doesNotContain("深圳海关");
        }
        String push = "/plans/" + DISTRICT + "/push";
        assertThat(Cascade.sent(stranger, "POST", directive.api() + push, null, "\"v0\"")
                        .status())
                .isEqualTo(Cascade.sent(stranger, "POST", "/api/v1/campaigns/888000001" + push, null, "\"v0\"")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/desk/campaigns/board").body()).contains("方案样例");
    }
}
