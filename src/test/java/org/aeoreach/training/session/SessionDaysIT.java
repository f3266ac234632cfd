package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions of a campaign stand in its calendar, in the place of what its plan foresaw, and are listed from its page. */
@RunAsClient
class SessionDaysIT implements ServerTest {

    private static final String PLANNED = "方案中的培训";

    private final Caller house = Caller.signedIn("shekou.officer");

    @AfterEach
    void forget() throws SQLException {
        Plans.forget();
        Rows.change("delete from planned_activity where title_zh = ?", PLANNED);
    }

    private static long foreseen(RunningCampaign running) throws SQLException {
        return Rows.number(
                "insert into planned_activity (plan_id, campaign_id, unit_id, org_path, kind, title_zh, starts_on, ends_on,"
                        + " status) select p.id, p.campaign_id, u.id, u.org_path, 'TRAINING', ?, '2099-03-02', '2099-03-02',"
                        + " 'STANDING' from campaign_plan p, unit u where p.campaign_id = ? and u.code = '5304' returning id",
                PLANNED,
                running.sample().id());
    }

    private static String calendar(Caller who) {
        return who.get("/desk/campaigns/calendar?view=LIST&whose=ALL&day=2099-03-01")
                .body();
    }

    @Test
    void itTakesThePlaceOfWhatWasPlanned() throws SQLException {
        RunningCampaign running = RunningCampaign.with(1, 1);
        long planned = foreseen(running);
        String campaign = Long.toString(running.sample().id());
        assertThat(calendar(house)).contains(PLANNED);
        assertThat(house.get(Plans.HOME + "/new").body())
                .contains("<option value=\"" + planned + "\"", "<option value=\"" + campaign + "\"");
        HttpResponse<String> without = house.form(Plans.HOME + "/new", Plans.facts("planned", Long.toString(planned)));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("请选择该专项行动方案中的活动");
        long id = Plans.planned(house, "campaign", campaign, "planned", Long.toString(planned));
        assertThat(calendar(house))
                .contains("/desk/trainings/" + id, Plans.TITLE)
                .doesNotContain(PLANNED);
        assertThat(calendar(Caller.signedIn("shenzhen.officer")))
                .as("a draft is its unit's own")
                .contains(PLANNED)
                .doesNotContain("/desk/trainings/" + id);
        Plans.publish(house, id);
        assertThat(calendar(Caller.signedIn("shenzhen.officer"))).contains("/desk/trainings/" + id);
        assertThat(calendar(Caller.signedIn("dapeng.officer"))).doesNotContain("/desk/trainings/" + id);
        assertThat(house.form(
                                Plans.HOME + "/" + id + "/cancellation",
                                java.util.Map.of("version", Plans.version(id), "reason", "停办"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(calendar(house)).as("planned still").contains(PLANNED);
    }

    @Test
    void theCampaignsPageLeadsToItsSessions() throws SQLException {
        RunningCampaign running = RunningCampaign.with(1, 1);
        String campaign = Long.toString(running.sample().id());
        long serving = Plans.published(house, "campaign", campaign);
        long other = Plans.published(house, "titleZh", "IT-别的");
        String list = "/desk/trainings?campaign=" + campaign;
        assertThat(Caller.signedIn("gacc.officer").get(running.desk()).body()).contains(list);
        assertThat(house.get(list).body())
                .contains("/desk/trainings/" + serving + "\"")
                .doesNotContain("/desk/trainings/" + other + "\"");
        assertThat(house.get("/desk/trainings?campaign=x").statusCode()).isEqualTo(400);
    }
}
