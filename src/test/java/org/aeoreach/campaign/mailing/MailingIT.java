package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A mailing reaches everybody it is for once, with the text of the audience he belongs to when it leaves. */
@RunAsClient
class MailingIT extends MailingWorld {

    @Test
    void countsAsAContactOfEachEnterpriseOnceItHasLeftAndNotBefore() throws Exception {
        SampleEnterprise two = member();
        person(two, "甲", "zh");
        person(two, "乙", "zh");
        SampleEnterprise none = member();
        long mailing = approved(BOTH);
        settled(mailing);
        assertThat(status(mailing)).isEqualTo("SENDING");
        assertThat(mails(mailing)).isEqualTo(2);
        assertThat(contacts(two)).as("still in the outbox").isZero();
        String text = Rows.one(
                        "select min(m.body_text) as text from mail m join campaign_mailing_letter l on l.mail_id = m.id"
                                + " where l.mailing_id = ?",
                        mailing)
                .text("text");
        assertThat(text).contains("第一行\n第二行");
        Rows.change("update mail set status = 'SENT', sent_at = now() where template = 'campaign-mailing'");
        goOn(mailing);
        assertThat(status(mailing)).isEqualTo("SENT");
        assertThat(contacts(two)).isEqualTo(1);
        assertThat(contacts(none)).isZero();
        assertThat(Rows.number(
                        "select level from campaign_member where campaign_id = ? and enterprise_id = ?",
                        campaign,
                        two.id()))
                .isEqualTo(1);
        assertThat(letters(mailing, "LEFT_OUT")).isEqualTo(1);
        goOn(mailing);
        assertThat(mails(mailing)).as("nobody twice").isEqualTo(2);
    }

    @Test
    void whoseAudienceChangesGetsTheNewTextAlsoOutOfTheOutbox() throws Exception {
        SampleEnterprise changing = member();
        person(changing, "丙", "en");
        SampleEnterprise staying = member();
        person(staying, "丁", "zh");
        long mailing = approved(BOTH);
        settled(mailing);
        assertThat(mails(mailing)).isEqualTo(2);
        Rows.change("update enterprise set journey_step = 'CULTIVATION' where id = ?", changing.id());
        assertThat(letters(mailing, "AGAIN")).isEqualTo(1);
        assertThat(mails(mailing)).as("taken back").isEqualTo(1);
        goOn(mailing);
        assertThat(Rows.all(
                                "select m.subject from mail m join campaign_mailing_letter l on l.mail_id = m.id"
                                        + " where l.mailing_id = ? order by 1",
                                mailing)
                        .stream()
                        .map(row -> row.text("subject")))
                .containsExactly("Cultivation", "通用");
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .isEqualTo(2);
    }

    @Test
    void leavesAloneWhatHasLeftOrMayHaveLeft() throws Exception {
        SampleEnterprise changing = member();
        person(changing, "戊", "zh");
        long mailing = approved(BOTH);
        settled(mailing);
        Rows.change(
                "update mail set attempts = 1, last_error = 'connection reset' where template = 'campaign-mailing'");
        Rows.change("update enterprise set journey_step = 'CULTIVATION' where id = ?", changing.id());
        assertThat(letters(mailing, "WRITTEN")).isEqualTo(1);
        assertThat(mails(mailing)).isEqualTo(1);
    }

    @Test
    void nothingMoreGoesOutWhenTheCampaignIsWithdrawn() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "己", "zh");
        long sending = approved(BOTH);
        settled(sending);
        long waiting = approved(BOTH.replace("\"texts\"", "\"sendDay\":\"2099-01-01\",\"texts\""));
        assertThat(mails(sending)).isEqualTo(1);
        Rows.change("update campaign set status = 'WITHDRAWN', ended_at = now() where id = ?", campaign);
        assertThat(status(sending)).isEqualTo("WITHDRAWN");
        assertThat(status(waiting)).isEqualTo("WITHDRAWN");
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .isZero();
        goOn(sending);
        assertThat(letters(sending, "WITHDRAWN")).isEqualTo(1);
        assertThat(contacts(enterprise)).isZero();
        assertThat(author.json("POST", address(), BOTH).statusCode()).isEqualTo(409);
    }

    @Test
    void standsInTheCalendarOnItsDayAndOnceApprovedInThatOfUnitsAbove() throws SQLException {
        person(member(), "辛", "zh");
        String onADay = BOTH.replace("\"texts\"", "\"sendDay\":\"2099-01-07\",\"texts\"");
        long draft = written(onADay);
        long mailing = approved(onADay);
        assertThat(week(author, "UNIT")).contains("mailing-" + mailing + "\"", "mailing-" + draft + "\"");
        assertThat(week(author, "MINE")).contains("mailing-" + mailing + "\"");
        assertThat(week(Caller.signedIn("gacc.officer"), "BELOW"))
                .contains("mailing-" + mailing + "\"")
                .doesNotContain("mailing-" + draft + "\"");
    }

    private static String week(Caller who, String whose) {
        return who.get("/desk/campaigns/calendar?view=WEEK&day=2099-01-07&whose=" + whose)
                .body();
    }

    @Test
    void refusesWhoHadAHandInItAndWhatNobodyWouldGet() throws Exception {
        long empty = written(BOTH);
        assertThat(step(author, empty, "submission")).as("nobody").isEqualTo(409);
        person(member(), "庚", "zh");
        assertThat(step(author, empty, "submission")).isEqualTo(200);
        assertThat(step(author, empty, "approval")).isEqualTo(403);
        assertThat(author.send("POST", address() + "/" + empty + "/withdrawal", null, "If-Match", "\"v0\"")
                        .statusCode())
                .isIn(400, 412);
        assertThat(second.send("POST", address() + "/" + empty + "/approval", null, "If-Match", "\"v0\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(Caller.signedIn("gacc.officer").json("POST", address(), BOTH).statusCode())
                .as("no part of its own")
                .isEqualTo(409);
        assertThat(Caller.signedIn("pudong.officer")
                        .get(address() + "/" + empty)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsWhatWasTypedWhereATextIsMissing() throws SQLException {
        HttpResponse<String> again = author.form(
                "/desk/campaigns/" + campaign + "/mailings",
                Map.of(
                        "titleZh",
                        "打字保留",
                        "target",
                        "ALL",
                        "states",
                        "UNTOUCHED",
                        "audiences",
                        "AEO",
                        "aeoSubjectZh",
                        "只有主题"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("打字保留", "只有主题", "所选受众须有中文主题和正文");
        assertThat(Rows.number("select count(*) from campaign_mailing where campaign_id = ?", campaign))
                .isZero();
    }

    @Test
    void aWorkerKilledHalfWayAndASecondOneWriteToEverybodyOnce() throws Exception {
        for (int i = 0; i < 130; i++) {
            person(member(), "众", "zh");
        }
        Rows.change("create or replace function aeo.test_halt() returns trigger language plpgsql as $$ begin"
                + " if (select count(*) from aeo.campaign_mailing_letter where mailing_id = new.mailing_id) = 115 then"
                + " perform pg_advisory_xact_lock(778899); end if; return new; end $$");
        Rows.change("create trigger test_halt before insert on campaign_mailing_letter for each row"
                + " execute function aeo.test_halt()");
        long mailing;
        try (Connection holder = TestPostgres.running().owner();
                Statement hold = holder.createStatement()) {
            hold.execute("select pg_advisory_lock(778899)");
            mailing = approved(BOTH);
            until("select count(*) from pg_locks where locktype = 'advisory' and objid = 778899 and not granted", 1);
            Rows.change(
                    "insert into job (kind, account_id, assignment_id, org_path, parameters) select kind, account_id,"
                            + " assignment_id, org_path, parameters from job where (parameters ->> 'mailing')::bigint = ?",
                    mailing);
            killWhoWaits();
            Rows.change("drop trigger test_halt on campaign_mailing_letter");
        }
        settled(mailing);
        goOn(mailing);
        assertThat(letters(mailing, "WRITTEN")).isEqualTo(130);
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .isEqualTo(130);
    }

    @Test
    void twoTicksAtOnceStartOneJob() throws Exception {
        person(member(), "壬", "zh");
        long mailing = approved(BOTH.replace("\"texts\"", "\"sendDay\":\"2099-01-01\",\"texts\""));
        try (Connection one = TestPostgres.running().owner();
                Connection two = TestPostgres.running().owner();
                Statement first = one.createStatement();
                Statement other = two.createStatement()) {
            one.setAutoCommit(false);
            first.execute("update campaign_mailing set send_at = now() where id = " + mailing);
            one.commit();
            first.execute("select campaign_mailings_queue(1000)");
            other.execute("select campaign_mailings_queue(1000)");
            one.commit();
            other.execute("select campaign_mailings_queue(1000)");
        }
        settled(mailing);
        assertThat(Rows.number(
                        "select count(*) from job where (parameters ->> 'mailing')::bigint = ? and kind = 'send-mailing'",
                        mailing))
                .isEqualTo(1);
        assertThat(mails(mailing)).isEqualTo(1);
    }

    /** The application may end sessions of its own role. */
    private static void killWhoWaits() throws SQLException {
        try (Connection application = TestPostgres.running().application();
                Statement statement = application.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and objid = 778899 and not granted");
        }
    }

    @Test
    void aMailingWhoseUnitHasNobodyWhoMaySendSaysWhyItWaits() throws SQLException {
        long empty = Rows.number(
                "insert into campaign_mailing (campaign_id, unit_id, org_path, title_zh, states, status, author_id, approved_by,"
                        + " approved_at) select ?, u.id, u.org_path, '无人发送', '{UNTOUCHED}', 'APPROVED', a.id, b.id, now()"
                        + " from unit u, account a, account b where starts_with(u.org_path, '0000.5300.')"
                        + " and u.kind = 'HOUSE' and a.login = 'shekou.officer' and b.login = 'shekou.coordinator'"
                        + " and not exists (select from role_assignment r where r.unit_id = u.id) order by u.code limit 1"
                        + " returning id",
                campaign);
        Caller district = Caller.signedIn("shenzhen.officer");
        String all = "/desk/campaigns/" + campaign + "/mailings/";
        assertThat(district.get(all + empty).body()).contains("没有可执行发送的在岗人员");
        Rows.change(
                "update campaign_mailing set unit_id = u.id, org_path = u.org_path from unit u where u.code = '5304'"
                        + " and campaign_mailing.id = " + empty);
        assertThat(district.get(all + empty).body()).doesNotContain("没有可执行发送的在岗人员");
    }
}
