package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures that were to follow an amended rule and do not: the unit that issued it knows, and has them counted again. */
@RunAsClient
class RejudgingIT implements ServerTest {

    private static final String WAITING = "/desk/campaigns?waits=BEHIND&limit=100";

    private Caller author;
    private Caller editor;
    private Cascade directive;
    private long enterprise;

    @BeforeEach
    void aDirective() throws SQLException {
        Rows.change("delete from rate_counter");
        author = Caller.signedIn("gacc.officer");
        editor = Caller.signedIn("gacc.editor");
        enterprise = SampleEnterprise.at("5304").id();
        directive = Cascade.running("重算样例", "5300");
        Reply delivered = Reply.of(Caller.signedIn("shekou.officer")
                .json(
                        "POST",
                        "/api/v1/touchpoints",
                        "{\"day\":\"" + Cascade.TODAY + "\",\"channel\":\"MAIL\",\"direction\":\"OUT\",\"strength\":"
                                + "\"DELIVERED\",\"enterprises\":[" + enterprise + "]}"));
        assertThat(delivered.status()).as(delivered.body().toString()).isEqualTo(201);
        assertThat(level()).isEqualTo(2);
    }

    private long level() throws SQLException {
        return Rows.number(
                "select level from campaign_member where campaign_id = ? and enterprise_id = ?",
                directive.id(),
                enterprise);
    }

    /** The second edition: delivered is not enough any more for anybody. */
    private void amended() {
        String proposal = directive.api() + "/editions/2";
        Reply proposed = done(Cascade.sent(
                author,
                "PUT",
                proposal,
                "{\"content\":" + Cascade.content("重算样例", 50).replace("\"DELIVERED\"", "\"ATTENDED\"")
                        + ",\"note\":\"须到场才算\"}",
                "\"v0\""));
        done(Cascade.sent(editor, "POST", proposal + "/approval", null, proposed.etag()));
    }

    private long job() throws SQLException {
        return Rows.number("select relevel_job_id from campaign where id = ?", directive.id());
    }

    /** Something under way that the job has to wait for, so that it can be cancelled before its end. */
    private void cutShort() throws SQLException {
        try (Connection busy = TestPostgres.running().owner();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            amended();
            String page = author.get(directive.desk()).body();
            assertThat(page).contains("正在重新计算").doesNotContain("/relevel\"");
            assertThat(author.get(WAITING).body()).doesNotContain(directive.desk() + "\"");
            assertThat(directive.step(author, "/relevel", null).status())
                    .as("while it is under way")
                    .isEqualTo(409);
            assertThat(editor.send("POST", "/api/v1/jobs/" + job() + "/cancellation", null)
                            .statusCode())
                    .isLessThan(300);
            assertThat(SampleCampaign.ended(job())).startsWith("CANCELLED");
            busy.rollback();
        }
    }

    @Test
    void aRecountThatIsCutShortIsSaidAndRunAgain() throws SQLException {
        cutShort();
        Rows.change(
                "update campaign_member set level = 2, reached_on = first_on where campaign_id = ? and enterprise_id = ?",
                directive.id(),
                enterprise);
        assertThat(author.get("/desk").body()).contains("waits=BEHIND");
        assertThat(author.get(WAITING).body()).contains(directive.desk() + "\"");
        assertThat(Caller.signedIn("shenzhen.officer").get(WAITING).body()).doesNotContain(directive.desk() + "\"");
        String page = author.get(directive.desk()).body();
        assertThat(page).contains("现有统计仍按原标准", "重新计算");
        assertThat(SentForm.on(page, directive.desk() + "/relevel").by(author).statusCode())
                .isEqualTo(303);
        assertThat(SampleCampaign.ended(job())).startsWith("DONE");
        assertThat(level()).isEqualTo(1);
        assertThat(author.get(directive.desk()).body()).doesNotContain("/relevel\"", "现有统计仍按原标准");
        assertThat(author.get(WAITING).body()).doesNotContain(directive.desk() + "\"");
        assertThat(directive.step(author, "/relevel", null).status())
                .as("nothing is behind any more")
                .isEqualTo(409);
    }

    @Test
    void aLaterAmendmentOfWordsDoesNotHideIt() throws SQLException {
        cutShort();
        String proposal = directive.api() + "/editions/3";
        Reply proposed = done(Cascade.sent(
                author,
                "PUT",
                proposal,
                "{\"content\":" + Cascade.content("重算样例（改名）", 50).replace("\"DELIVERED\"", "\"ATTENDED\"")
                        + ",\"note\":\"改名\"}",
                "\"v0\""));
        done(Cascade.sent(editor, "POST", proposal + "/approval", null, proposed.etag()));
        assertThat(author.get(WAITING).body()).contains(directive.desk() + "\"");
        done(directive.step(author, "/relevel", null));
        assertThat(SampleCampaign.ended(job())).startsWith("DONE");
        assertThat(author.get(WAITING).body()).doesNotContain(directive.desk() + "\"");
    }

    @Test
    void whatIsCountedByTheRuleInForceAsksForNothing() throws SQLException {
        amended();
        assertThat(SampleCampaign.ended(job())).startsWith("DONE");
        assertThat(level()).isEqualTo(1);
        assertThat(author.get(WAITING).body()).doesNotContain(directive.desk() + "\"");
        assertThat(author.get(directive.desk()).body()).doesNotContain("重新计算");
    }
}
