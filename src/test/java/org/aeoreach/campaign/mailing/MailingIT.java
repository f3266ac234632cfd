package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailing reaches everybody it is for once, with the text of the audience he belongs to when it leaves. */
@RunAsClient
class MailingIT implements ServerTest {
    private static final String BOTH = "{\"title\":\"群发\",\"states\":[\"UNTOUCHED\"],\"texts\":["
            + "{\"audience\":\"ALL\",\"subjectZh\":\"通用\",\"bodyZh\":\"第一行\\n第二行\"},"
            + "{\"audience\":\"PROSPECTIVE\",\"subjectZh\":\"培育\",\"bodyZh\":\"培育正文\","
            + "\"subjectEn\":\"Cultivation\",\"bodyEn\":\"English words\"}]}";

    private final Caller author = Caller.signedIn("shekou.officer");
    private final Caller second = Caller.signedIn("shekou.coordinator");
    private final List<SampleEnterprise> members = new ArrayList<>();
    private long campaign;

    @BeforeEach
    void aCampaignOfTheHouse() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change(
                "update job set status = 'CANCELLED' where kind = 'send-mailing' and status in ('WAITING', 'RUNNING')");
        Rows.change("delete from mail where template = 'campaign-mailing'");
        campaign =
                Rows.number("insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on,"
                        + " status, frozen_at, author_id) select u.id, u.org_path, 'OWN', '行动', '目的', china_day() - 1,"
                        + " china_day() + 30, 'RUNNING', now(), a.id from unit u, account a where u.code = '5304'"
                        + " and a.login = 'shekou.officer' returning id");
        Rows.change(
                "insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)"
                        + " values (?, 'ALL', '内容', 80, 'ONE_TO_ONE')",
                campaign);
    }

    private SampleEnterprise member() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path, audience,"
                        + " track, priority) select id, ?, unit_id, org_path, unit_id, org_path, 'ALL', 'NONE', 1"
                        + " from enterprise where id = ?",
                campaign,
                enterprise.id());
        members.add(enterprise);
        return enterprise;
    }

    private static long person(SampleEnterprise enterprise, String name, String language) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, language, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, ?, ?, ?, 'OUTREACH', 'STATUTORY_DUTY' from enterprise where id = ?"
                        + " returning id",
                name,
                language,
                enterprise.mail("person" + name.hashCode()),
                enterprise.id());
    }

    private String address() {
        return "/api/v1/campaigns/" + campaign + "/mailings";
    }

    private long written(String body) {
        HttpResponse<String> made = author.json("POST", address(), body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Reply.of(made).id();
    }

    private int step(Caller who, long mailing, String what) throws SQLException {
        long version = Rows.number("select version from campaign_mailing where id = ?", mailing);
        return who.send("POST", address() + "/" + mailing + "/" + what, null, "If-Match", "\"v" + version + "\"")
                .statusCode();
    }

    private long approved(String body) throws SQLException {
        long mailing = written(body);
        assertThat(step(author, mailing, "submission")).isEqualTo(200);
        assertThat(step(second, mailing, "approval")).isEqualTo(200);
        return mailing;
    }

    private static long letters(long mailing, String status) throws SQLException {
        return Rows.number(
                "select count(*) from campaign_mailing_letter where mailing_id = ? and status = ?", mailing, status);
    }

    private static long mails(long mailing) throws SQLException {
        return Rows.number(
                "select count(*) from mail m join campaign_mailing_letter l on l.mail_id = m.id where l.mailing_id = ?",
                mailing);
    }

    private static String status(long mailing) throws SQLException {
        return Rows.one("select status from campaign_mailing where id = ?", mailing)
                .text("status");
    }

    /** What a tick would do, and waits for the job to end. */
    private static void goOn(long mailing) throws Exception {
        settled(mailing);
        Rows.change("do $$ begin perform campaign_mailings_queue(1000); end $$");
        settled(mailing);
    }

    private static void settled(long mailing) throws Exception {
        until(
                "select count(*) from job where (parameters ->> 'mailing')::bigint = " + mailing
                        + " and kind = 'send-mailing' and status in ('WAITING', 'RUNNING')",
                0);
    }

    private static void until(String count, long wanted) throws Exception {
        for (int i = 0; i < 2_400 && Rows.number(count) != wanted; i++) {
            Thread.sleep(25);
        }
        assertThat(Rows.number(count)).as(count).isEqualTo(wanted);
    }

    private static long contacts(SampleEnterprise enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from touchpoint_party where enterprise_id = ? and channel = 'MAIL' and strength = 'DELIVERED'",
                enterprise.id());
    }

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
                Map.of("title", "打字保留", "states", "UNTOUCHED", "audiences", "AEO", "aeoSubjectZh", "只有主题"));
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
            Rows.number("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory'"
                    + " and objid = 778899 and not granted");
            Rows.change("drop trigger test_halt on campaign_mailing_letter");
        }
        settled(mailing);
        goOn(mailing);
        assertThat(letters(mailing, "WRITTEN")).isEqualTo(130);
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .isEqualTo(130);
    }
}
