package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan is revised while houses carry it out: they read what was approved, and then what changed. */
@RunAsClient
class RevisionsIT implements ServerTest {

    private static final String DISTRICT = "5300";
    private static final String WAITING = "/desk/campaigns?waits=CHANGED&limit=100";

    private Caller officer;
    private Caller planner;
    private Caller house;
    private Cascade directive;

    @BeforeEach
    void handedDown() throws SQLException {
        Rows.change("delete from rate_counter");
        officer = Caller.signedIn("shenzhen.officer");
        planner = Caller.signedIn("shenzhen.planner");
        house = Caller.signedIn("shekou.officer");
        directive = Cascade.running("修订样例", DISTRICT);
        directive.handedDown(officer, planner, DISTRICT);
    }

    private String plan() {
        return directive.desk() + "/plan/" + DISTRICT;
    }

    private void written(String words, String houses) {
        Reply before = directive.plan(officer, DISTRICT);
        done(Cascade.sent(
                officer,
                "PUT",
                directive.api() + "/plans/" + DISTRICT,
                "{\"regionalZh\":\"" + words + "\",\"sessions\":\"每周一场\",\"channels\":[\"VISIT\"],\"documents\":[],"
                        + "\"houses\":" + houses + "}",
                before.etag()));
    }

    private void approved() {
        done(directive.step(officer, DISTRICT, "/submission", null));
        done(directive.step(planner, DISTRICT, "/approval", null));
    }

    private long target(Caller who) {
        return directive.plan(who, DISTRICT).body().getJsonArray("houses").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getJsonObject("unit").getString("code").equals("5304"))
                .mapToLong(each -> each.getJsonNumber("target").longValue())
                .sum();
    }

    @Test
    void housesReadTheApprovedWordsUntilTheRevisionIs() {
        long target = target(house);
        done(directive.step(officer, DISTRICT, "/revision", null));
        written("改为先走访大型企业", "[{\"unit\":\"5304\",\"target\":" + (target + 1) + "}]");
        for (String step : new String[] {"written", "submitted"}) {
            Reply seen = directive.plan(house, DISTRICT);
            assertThat(seen.body().getJsonObject("words").getString("regionalZh"))
                    .as(step)
                    .isEqualTo(Cascade.REGIONAL);
            assertThat(seen.body().getString("status")).as(step).isEqualTo("APPROVED");
            assertThat(target(house)).as(step).isEqualTo(target);
            assertThat(house.get(plan()).body())
                    .as(step)
                    .contains(Cascade.REGIONAL)
                    .doesNotContain("改为先走访大型企业", "每周一场", "方案起草中", "方案待审核");
            assertThat(house.get(WAITING).body()).as(step).doesNotContain(directive.desk() + "\"");
            assertThat(Caller.signedIn("gacc.officer").get(plan()).body())
                    .as(step)
                    .contains("改为先走访大型企业");
            if (step.equals("written")) {
                done(directive.step(officer, DISTRICT, "/submission", null));
            }
        }
        done(directive.step(planner, DISTRICT, "/approval", null));
        assertThat(house.get(WAITING).body()).contains(directive.desk() + "\"");
        assertThat(house.get("/desk").body()).contains("waits=CHANGED");
        assertThat(house.get(directive.desk()).body()).contains("直属海关修订了实施方案");
        String page = house.get(plan()).body();
        assertThat(page).contains("方案修订内容", "共变更3处，其中目标1处", Cascade.REGIONAL, "改为先走访大型企业", "每周一场");
        HttpResponse<String> noted = SentForm.on(page, plan() + "/changes").by(house);
        assertThat(noted.statusCode()).isEqualTo(303);
        assertThat(house.get(WAITING).body()).doesNotContain(directive.desk() + "\"");
        assertThat(house.get(plan()).body()).doesNotContain("方案修订内容");
        assertThat(Reply.of(house.send(
                                "POST", directive.api() + "/plans/" + DISTRICT + "/editions/2/acknowledgement", null))
                        .status())
                .as("twice")
                .isEqualTo(409);
    }

    @Test
    void whoIsNotConcernedIsNotAsked() {
        long target = target(house);
        Caller dapeng = Caller.signedIn("dapeng.officer");
        done(directive.step(officer, DISTRICT, "/revision", null));
        done(directive.save(officer, DISTRICT, "[{\"unit\":\"5304\",\"target\":" + (target + 1) + "}]"));
        approved();
        assertThat(house.get(WAITING).body()).contains(directive.desk() + "\"");
        assertThat(dapeng.get(WAITING).body())
                .as("neither its target nor a word is another")
                .doesNotContain(directive.desk() + "\"");
        assertThat(directive.read(dapeng).status()).isEqualTo(200);
    }

    @Test
    void twoRevisionsAreShownAsOneChange() {
        long target = target(house);
        for (int i = 1; i < 3; i++) {
            done(directive.step(officer, DISTRICT, "/revision", null));
            done(directive.save(officer, DISTRICT, "[{\"unit\":\"5304\",\"target\":" + (target + i) + "}]"));
            approved();
        }
        assertThat(house.get(plan()).body()).contains("共变更1处，其中目标1处", ">" + target + "<", ">" + (target + 2) + "<");
    }
}
