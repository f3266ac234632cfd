package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What runs is amended by two people, who look at the same proposal; the units take note of what changed. */
@RunAsClient
class AmendmentsIT implements ServerTest {

    private static final String DISTRICT = "5300";

    private Caller author;
    private Caller editor;
    private Caller district;
    private Cascade directive;
    private String proposal;

    @BeforeEach
    void aDirective() throws SQLException {
        Rows.change("delete from rate_counter");
        author = Caller.signedIn("gacc.officer");
        editor = Caller.signedIn("gacc.editor");
        district = Caller.signedIn("shenzhen.officer");
        directive = Cascade.running("变更样例", DISTRICT);
        done(directive.step(district, DISTRICT, "/acknowledgement", null));
        proposal = directive.api() + "/editions/2";
    }

    private Reply propose(Caller who, String content, String note, String version) {
        return Cascade.sent(who, "PUT", proposal, "{\"content\":" + content + ",\"note\":\"" + note + "\"}", version);
    }

    private long jobs() throws SQLException {
        return Rows.number(
                "select count(*) from job where kind = 'relevel-campaign' and (parameters ->> 'campaign')::bigint = ?",
                directive.id());
    }

    @Test
    void anApprovalNamesTheEditionAndTheVersionItWasReadIn() {
        Reply first = done(propose(author, Cascade.content("变更样例", 60), "提高目标", "\"v0\""));
        assertThat(propose(editor, Cascade.content("变更样例", 70), "再提高", "\"v0\"").status())
                .as("over one he did not see")
                .isEqualTo(412);
        Reply newer = done(propose(author, Cascade.content("变更样例", 90), "再提高", first.etag()));
        assertThat(Cascade.sent(editor, "POST", proposal + "/approval", null, first.etag())
                        .status())
                .as("of what was there before")
                .isEqualTo(409);
        assertThat(Cascade.sent(author, "POST", proposal + "/approval", null, newer.etag())
                        .status())
                .as("by who wrote it")
                .isEqualTo(403);
        assertThat(Cascade.sent(editor, "POST", directive.api() + "/editions/3/approval", null, newer.etag())
                        .status())
                .as("of another edition")
                .isEqualTo(409);
        assertThat(Reply.of(district.get(proposal)).status())
                .as("a proposal is not for districts")
                .isNotEqualTo(200);
        done(Cascade.sent(editor, "POST", proposal + "/approval", null, newer.etag()));
        Reply now = directive.read(district);
        assertThat(now.body().getInt("edition")).isEqualTo(2);
        assertThat(now.body()
                        .getJsonObject("content")
                        .getJsonArray("audiences")
                        .getJsonObject(0)
                        .getInt("expected"))
                .isEqualTo(90);
    }

    @Test
    void whoTookNoteIsAskedAgainAndShownWhatChanged() throws SQLException {
        String amended = Cascade.content("变更样例（二）", 60)
                .replace("\"expected\":100", "\"expected\":95")
                .replace("让企业知晓政策", "让企业用好政策");
        Reply proposed = done(propose(author, amended, "按上半年情况调整", "\"v0\""));
        done(Cascade.sent(editor, "POST", proposal + "/approval", null, proposed.etag()));
        assertThat(jobs()).as("what counts is the same").isZero();
        assertThat(district.get("/desk/campaigns?waits=CHANGED").body()).contains(directive.desk() + "\"");
        assertThat(district.get("/desk").body()).contains("waits=CHANGED");
        assertThat(district.get(directive.desk()).body()).contains(directive.desk() + "/changes");
        String changes = district.get(directive.desk() + "/changes").body();
        assertThat(changes).contains("共变更5处，其中目标3处", "让企业知晓政策", "让企业用好政策", "50%", "60%", "95%");
        HttpResponse<String> noted =
                SentForm.on(changes, directive.desk() + "/changes").by(district);
        assertThat(noted.statusCode()).isEqualTo(303);
        assertThat(directive
                        .plan(district, DISTRICT)
                        .body()
                        .getJsonObject("answers")
                        .getInt("edition"))
                .isEqualTo(2);
        assertThat(district.get("/desk/campaigns?waits=CHANGED").body()).doesNotContain(directive.desk() + "\"");
        assertThat(Reply.of(district.send("POST", proposal + "/acknowledgement", null))
                        .status())
                .as("twice")
                .isEqualTo(409);
    }

    @Test
    void theHousesTakeNoteForThemselves() throws SQLException {
        Caller house = Caller.signedIn("shekou.officer");
        Rows.change(
                "insert into campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, status,"
                        + " acknowledged_edition) select p.id, p.campaign_id, u.id, u.org_path, 1, 'PUSHED', 1"
                        + " from campaign_plan p, unit u where p.campaign_id = ? and u.code = '5304'",
                directive.id());
        Rows.change("update campaign_plan set pushed_at = now() where campaign_id = ?", directive.id());
        Reply proposed = done(propose(author, Cascade.content("变更样例", 60), "提高目标", "\"v0\""));
        done(Cascade.sent(editor, "POST", proposal + "/approval", null, proposed.etag()));
        assertThat(house.get("/desk/campaigns?waits=CHANGED").body()).contains(directive.desk() + "\"");
        done(Reply.of(district.send("POST", proposal + "/acknowledgement", null)));
        assertThat(house.get("/desk/campaigns?waits=CHANGED").body())
                .as("its district did")
                .contains(directive.desk() + "\"");
        done(Reply.of(house.send("POST", proposal + "/acknowledgement", null)));
        assertThat(house.get("/desk/campaigns?waits=CHANGED").body()).doesNotContain(directive.desk() + "\"");
    }

    @Test
    void aChangedRuleIsCountedAnewAndTheDenominatorStays() throws SQLException {
        long before = members();
        Reply proposed = done(propose(
                author, Cascade.content("变更样例", 50).replace("\"DELIVERED\"", "\"ATTENDED\""), "须到场才算", "\"v0\""));
        done(Cascade.sent(editor, "POST", proposal + "/approval", null, proposed.etag()));
        assertThat(jobs()).isEqualTo(1);
        assertThat(members()).isEqualTo(before);
        assertThat(propose(
                                author,
                                Cascade.content("变更样例", 50).replaceFirst("\\{\"audience\":\"ALL\"[^}]*},", ""),
                                "去掉一类",
                                "\"v0\"")
                        .status())
                .as("edition 2 is in force")
                .isEqualTo(409);
        proposal = directive.api() + "/editions/3";
        Reply fewer = propose(
                author,
                Cascade.content("变更样例", 50).replaceFirst("\\{\"audience\":\"ALL\"[^}]*},", ""),
                "去掉一类",
                "\"v0\"");
        assertThat(fewer.status()).isEqualTo(400);
        assertThat(fewer.field(0)).isEqualTo("audiences");
    }

    private long members() throws SQLException {
        return Rows.number("select count(*) from campaign_member where campaign_id = ?", directive.id());
    }

    @Test
    void aProposalComesBackWithAReasonAndWhatWasTypedStays() {
        Reply proposed = done(propose(author, Cascade.content("变更样例", 60), "提高目标", "\"v0\""));
        done(Cascade.sent(editor, "POST", proposal + "/return", "{\"reason\":\"依据不足\"}", proposed.etag()));
        assertThat(author.get("/desk/campaigns?waits=RETURNED").body()).contains(directive.desk() + "\"");
        String there = directive.desk() + "/amendment";
        String page = author.get(there).body();
        assertThat(page).contains("依据不足", "提高目标");
        HttpResponse<String> refused = SentForm.on(page, there)
                .with("titleZh", "改了一半的标题")
                .with("note", "")
                .by(author);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("改了一半的标题");
    }
}
