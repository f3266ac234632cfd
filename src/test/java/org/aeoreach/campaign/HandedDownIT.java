package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Houses know of a campaign once their district has handed it down: those with a task and those without. */
@RunAsClient
class HandedDownIT implements ServerTest {

    private static final String DISTRICT = "5300";
    private static final String TITLE = "下达样例";

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
        directive = Cascade.running(TITLE, DISTRICT);
    }

    /** Every way by which a house could come to know of it. */
    private List<String> ways() {
        return List.of(
                directive.desk(),
                directive.desk() + "/changes",
                directive.desk() + "/coverage",
                directive.desk() + "/enterprises",
                directive.desk() + "/work",
                directive.desk() + "/plan/" + DISTRICT,
                directive.api(),
                directive.api() + "/coverage",
                directive.api() + "/work",
                directive.api() + "/plans/" + DISTRICT);
    }

    private void hidden(Caller who) {
        for (String way : ways()) {
            assertThat(who.get(way).statusCode()).as(way).isEqualTo(404);
        }
        for (String list : List.of("enterprises", "work")) {
            assertThat(who.get("/desk/campaigns/" + list + "?campaign=" + directive.id())
                            .body())
                    .as(list)
                    .doesNotContain("/desk/enterprises/");
        }
        String day = Cascade.TODAY.plusDays(7).toString();
        for (String list : List.of(
                "/desk",
                "/desk/campaigns?limit=100",
                "/desk/campaigns/board",
                "/desk/campaigns/calendar?view=LIST&day=" + Cascade.TODAY,
                "/desk/campaigns/calendar?view=MONTH&day=" + day,
                "/desk/search?q=" + TITLE,
                "/api/v1/campaigns?limit=100")) {
            assertThat(who.get(list).body())
                    .as(list)
                    .doesNotContain("/" + directive.id() + "\"", "\"id\":" + directive.id() + ",");
        }
    }

    @Test
    void aHouseKnowsNothingBeforeItsDistrictHandedItDown() {
        hidden(house);
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        hidden(house);
        done(directive.save(officer, DISTRICT, directive.split(officer, DISTRICT, 0)));
        done(directive.step(officer, DISTRICT, "/submission", null));
        done(directive.step(planner, DISTRICT, "/approval", null));
        hidden(house);
        done(directive.step(officer, DISTRICT, "/push", null));
        for (String way : ways()) {
            assertThat(house.get(way).statusCode()).as(way).isIn(200, 303);
        }
        assertThat(house.get("/desk/campaigns?limit=100").body()).contains(directive.desk() + "\"");
        assertThat(house.get("/desk/campaigns/enterprises?campaign=" + directive.id())
                        .body())
                .contains("/desk/enterprises/");
        done(directive.step(officer, DISTRICT, "/recall", null));
        hidden(house);
    }

    @Test
    void aHouseWithoutATargetReadsThatNothingIsAskedAndWhy() throws SQLException {
        Caller dapeng = Caller.signedIn("dapeng.officer");
        Caller empty = Cascade.newcomer(Units.code(Units.newHouse(DISTRICT)), "HOUSE_OFFICER");
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        Rows.change("update campaign_audience set expected = 1 where campaign_id = ?", directive.id());
        String houses = directive
                .split(officer, DISTRICT, 0)
                .replaceFirst("\"5316\",\"target\":[0-9]+", "\"5316\",\"target\":0")
                .replaceFirst("\"5304\",\"target\":[0-9]+", "\"5304\",\"target\":" + scope("5304"));
        done(directive.save(officer, DISTRICT, houses));
        done(directive.step(officer, DISTRICT, "/submission", null));
        done(directive.step(planner, DISTRICT, "/approval", null));
        done(directive.step(officer, DISTRICT, "/push", null));
        assertThat(dapeng.get("/desk/campaigns?limit=100").body()).contains(directive.desk() + "\"");
        assertThat(dapeng.get(directive.desk()).body())
                .contains("本行动对本机构没有任务要求", "本机构有" + scope("5316") + "家企业在覆盖范围内，直属海关的方案未给本机构分配目标");
        assertThat(empty.get(directive.desk()).body()).contains("本行动对本机构没有任务要求", "本机构没有企业在覆盖范围内");
        assertThat(house.get(directive.desk()).body()).doesNotContain("没有任务要求");
        amended();
        assertThat(house.get("/desk/campaigns?waits=CHANGED&limit=100").body()).contains(directive.desk() + "\"");
        for (Caller one : List.of(dapeng, empty)) {
            assertThat(one.get("/desk").body()).doesNotContain(directive.desk() + "/work");
            assertThat(one.get("/desk/campaigns?waits=CHANGED&limit=100").body())
                    .as("is not asked to take note")
                    .doesNotContain(directive.desk() + "\"");
            assertThat(one.get(directive.desk()).body()).doesNotContain("查看变更并签收");
        }
    }

    private void amended() {
        String proposal = directive.api() + "/editions/2";
        Reply proposed = done(Cascade.sent(
                Caller.signedIn("gacc.officer"),
                "PUT",
                proposal,
                "{\"content\":" + Cascade.content(TITLE, 60) + ",\"note\":\"提高目标\"}",
                "\"v0\""));
        done(Cascade.sent(Caller.signedIn("gacc.editor"), "POST", proposal + "/approval", null, proposed.etag()));
    }

    private long scope(String code) throws SQLException {
        return Rows.number(
                "select count(*) from campaign_member m join unit u on u.id = m.house_id where m.campaign_id = ?"
                        + " and u.code = ? and not m.late",
                directive.id(),
                code);
    }
}
