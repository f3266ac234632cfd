package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody typed to a plan is told what is wrong with it where it was typed, and stays whatever went on. */
@RunAsClient
class TypedWordsIT implements ServerTest {

    private static final String DISTRICT = "5300";

    private Caller officer;
    private Cascade directive;
    private String plan;

    @BeforeEach
    void aDirective() throws SQLException {
        Rows.change("delete from rate_counter");
        officer = Caller.signedIn("shenzhen.officer");
        directive = Cascade.running("文字样例", DISTRICT);
        plan = directive.desk() + "/plan/" + DISTRICT;
    }

    private String version() {
        return directive.plan(officer, DISTRICT).etag().replaceAll("\\D", "");
    }

    private String sent(String step, String label, String version, String words) {
        HttpResponse<String> answer =
                officer.form(plan + step, Map.of("version", version, "step", label, "words", words));
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        return answer.body();
    }

    @Test
    void questionIsShownAgainWhenAColleagueAcknowledgedMeanwhile() {
        String before = version();
        done(directive.step(Caller.signedIn("shenzhen.planner"), DISTRICT, "/acknowledgement", null));
        assertThat(sent("/question", "campaign.plan.ask", before, "跨境电商如何认定")).contains("error-summary", "跨境电商如何认定");
    }

    @Test
    void emptyRefusalIsToldAtTheRefusalAlone() {
        String page = sent("/refusal", "campaign.plan.decline", version(), "");
        assertThat(page.split("error-summary", -1)).hasSize(2);
        assertThat(page.substring(0, page.indexOf("error-summary")))
                .as("the question stands before it, without a fault")
                .contains("id=\"ask-words\"");
    }

    private SentForm form() {
        return SentForm.on(officer.get(plan).body(), plan);
    }

    @Test
    void planThatAColleagueSavedMeanwhileShowsEachDifferenceAndCanBeSavedOver() {
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        SentForm mine = form();
        SentForm colleagues = form();
        colleagues
                .with("regionalZh", "同事写的特点")
                .with("target-5304", "1")
                .with("activity-0-titleZh", "同事加的咨询日")
                .with("activity-0-kind", "CONSULTATION")
                .with("activity-0-startsOn", Cascade.TODAY.plusDays(20).toString());
        assertThat(colleagues.by(Caller.signedIn("shenzhen.planner")).statusCode())
                .isEqualTo(303);
        mine.with("regionalZh", "我写的特点").with("target-5304", "2");
        HttpResponse<String> refused = mine.by(officer);
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("方案已被他人保存", "同事写的特点", "我写的特点", "同事加的咨询日", "蛇口海关的目标", "共变更3处，其中目标1处");
        assertThat(officer.get(plan).body()).contains("同事写的特点").doesNotContain("我写的特点");
        assertThat(SentForm.on(refused.body(), plan).by(officer).statusCode()).isEqualTo(303);
        assertThat(officer.get(plan).body()).contains("我写的特点").doesNotContain("同事写的特点", "同事加的咨询日");
    }

    @Test
    void whatNoPageOffersIsRefusedEvenWhenTheFormIsStale() {
        done(directive.step(officer, DISTRICT, "/acknowledgement", null));
        SentForm stale = form();
        assertThat(form().with("regionalZh", "同事写的特点").by(officer).statusCode()).isEqualTo(303);
        stale.with("channels", "PIGEON").with("activity-0-titleZh", "活动").with("activity-0-kind", "PARADE");
        HttpResponse<String> refused = stale.by(officer);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("error-summary", "PIGEON", "PARADE");
    }
}
