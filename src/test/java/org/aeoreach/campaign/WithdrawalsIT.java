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

/** What is called off is called off for everybody who had it, and everybody says that he knows. */
@RunAsClient
class WithdrawalsIT implements ServerTest {

    private static final String WAITING = "/desk/campaigns?waits=CALLED_OFF&limit=100";

    private Caller author;
    private Caller district;
    private Caller house;
    private Cascade directive;

    @BeforeEach
    void calledOff() throws SQLException {
        Rows.change("delete from rate_counter");
        author = Caller.signedIn("gacc.officer");
        district = Caller.signedIn("shenzhen.officer");
        house = Caller.signedIn("shekou.officer");
        directive = Cascade.running("撤回样例", "5300", "2200");
        directive.handedDown(district, Caller.signedIn("shenzhen.planner"), "5300");
        done(directive.step(author, "/withdrawal", "{\"reason\":\"政策口径调整\"}"));
    }

    private String link() {
        return directive.desk() + "\"";
    }

    @Test
    void everybodyWhoHadItSeesWhatStopsAndTakesNote() {
        for (Caller one : new Caller[] {district, house, Caller.signedIn("shekou.coordinator")}) {
            assertThat(one.get("/desk").body()).as(one.name()).contains("waits=CALLED_OFF");
            assertThat(one.get(WAITING).body()).as(one.name()).contains(link());
        }
        String page = house.get(directive.desk()).body();
        assertThat(page).contains("政策口径调整", "撤回后停止的工作", "家企业，不再要求联系", "签收期限");
        assertThat(district.get(directive.desk()).body()).contains("已下达任务的隶属海关", "1份，其中0份列有培训与活动");
        HttpResponse<String> noted = SentForm.on(page, directive.desk() + "/withdrawal/acknowledgement")
                .by(house);
        assertThat(noted.statusCode()).isEqualTo(303);
        assertThat(house.get(WAITING).body()).doesNotContain(link());
        assertThat(house.get(directive.desk()).body()).doesNotContain("/withdrawal/acknowledgement\"");
        assertThat(district.get(WAITING).body()).as("its house did").contains(link());
        assertThat(district.get(directive.desk()).body()).contains("1个已签收");
        done(acknowledged(district));
        assertThat(district.get(WAITING).body()).doesNotContain(link());
        assertThat(acknowledged(district).status()).as("twice").isEqualTo(409);
        assertThat(acknowledged(author).status()).as("who called it off").isEqualTo(403);
    }

    private Reply acknowledged(Caller who) {
        return Reply.of(who.send("POST", directive.api() + "/withdrawal/acknowledgement", null));
    }

    @Test
    void whoHasNotTakenNoteInTimeIsNamedAbove() throws SQLException {
        done(acknowledged(district));
        assertThat(author.get("/desk/campaigns?waits=LATE&limit=100").body()).doesNotContain(link());
        Rows.change("update campaign set note_by = china_day() - 1 where id = ?", directive.id());
        assertThat(author.get("/desk/campaigns?waits=LATE&limit=100").body()).contains(link());
        assertThat(author.get(directive.desk()).body()).contains("未签收撤回", "撤回签收逾期", "经办：沈若谷");
        assertThat(district.get("/desk/campaigns?waits=LATE&limit=100").body())
                .as("its houses have not")
                .contains(link());
        assertThat(district.get(directive.desk()).body()).contains("撤回签收逾期", "梁晓川");
        assertThat(house.get("/desk/campaigns?waits=LATE&limit=100").body()).doesNotContain(link());
    }

    @Test
    void whatIsCalledOffCountsMailingsAndLettersTakenBack() throws SQLException {
        Cascade running = Cascade.running("撤回群发样例", "5300");
        mailing(running, "0000.5300.", "AGAIN", "SENT");
        mailing(running, "0000.", "AGAIN", "AGAIN");
        assertThat(district.get(running.desk()).body()).doesNotContain("停止发送的邮件群发");
        done(running.step(author, "/withdrawal", "{\"reason\":\"政策口径调整\"}"));
        assertThat(author.get(running.desk()).body()).contains("停止发送的邮件群发", "2批，撤回未发邮件3封");
        assertThat(district.get(running.desk()).body()).as("of its own range").contains("停止发送的邮件群发", "1批，撤回未发邮件1封");
        assertThat(author.get(directive.desk()).body()).as("had none").doesNotContain("停止发送的邮件群发");
    }

    private static void mailing(Cascade running, String path, String... letters) throws SQLException {
        long mailing = Rows.number(
                "insert into campaign_mailing (campaign_id, unit_id, org_path, title_zh, states, status, author_id, approved_by,"
                        + " send_at) select ?, u.id, u.org_path, '群发', array['UNTOUCHED'], 'APPROVED', a.id, b.id,"
                        + " now() + interval '3 days' from unit u, account a, account b where u.org_path = ?"
                        + " and a.login = 'gacc.officer' and b.login = 'gacc.editor' returning id",
                running.id(),
                path);
        for (String status : letters) {
            Rows.change(
                    "insert into campaign_mailing_letter (mailing_id, enterprise_id, audience, status) select ?, m.enterprise_id,"
                            + " 'ALL', ? from campaign_member m where m.campaign_id = ? and not exists (select from"
                            + " campaign_mailing_letter l where l.mailing_id = ? and l.enterprise_id = m.enterprise_id)"
                            + " order by m.enterprise_id limit 1",
                    mailing,
                    status,
                    running.id(),
                    mailing);
        }
    }

    @Test
    void whoNeverHadItIsNotAsked() throws SQLException {
        assertThat(acknowledged(Caller.signedIn("pudong.officer")).status())
                .as("a house it was never handed down to")
                .isEqualTo(404);
        done(acknowledged(Caller.signedIn("shanghai.officer")));
        Cascade running = Cascade.running("未撤回样例", "5300");
        assertThat(Reply.of(district.send("POST", running.api() + "/withdrawal/acknowledgement", null))
                        .status())
                .isEqualTo(409);
    }
}
