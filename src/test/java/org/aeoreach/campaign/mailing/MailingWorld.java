package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.campaign.Cascade;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;

/** A running campaign of a house, and what its people do with a mailing in it. */
abstract class MailingWorld implements ServerTest {
    static final String BOTH = "{\"titleZh\":\"群发\",\"states\":[\"UNTOUCHED\"],\"texts\":["
            + "{\"audience\":\"ALL\",\"subjectZh\":\"通用\",\"bodyZh\":\"第一行\\n第二行\"},"
            + "{\"audience\":\"PROSPECTIVE\",\"subjectZh\":\"培育\",\"bodyZh\":\"培育正文\","
            + "\"subjectEn\":\"Cultivation\",\"bodyEn\":\"English words\"}]}";

    final Caller author = Caller.signedIn("shekou.officer");
    Caller second;
    long campaign;

    @BeforeEach
    void aCampaignOfTheHouse() throws Exception {
        afterTheNight();
        Rows.change("delete from rate_counter");
        second = Cascade.newcomer("5304", "HOUSE_OFFICER");
        Rows.change(
                "update job set status = 'CANCELLED' where kind = 'send-mailing' and status in ('WAITING', 'RUNNING')");
        Rows.change("update campaign_mailing set status = 'WITHDRAWN' where status in ('APPROVED', 'SENDING')");
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

    /** A server that has just started makes up for its last night, which brings every enterprise of the house in. */
    private static void afterTheNight() throws Exception {
        until(
                "select count(*) from (select from job where kind = 'recount-campaigns' and status = 'DONE' limit 1) n",
                1);
        until("select count(*) from job where kind = 'campaign-newcomers' and status in ('WAITING', 'RUNNING')", 0);
    }

    SampleEnterprise member() throws SQLException {
        return member("5304");
    }

    /** An enterprise of a house in scope of the campaign. */
    SampleEnterprise member(String house) throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at(house);
        Rows.change(
                "insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path, audience,"
                        + " track, priority) select id, ?, unit_id, org_path, unit_id, org_path, 'ALL', 'NONE', 1"
                        + " from enterprise where id = ?",
                campaign,
                enterprise.id());
        return enterprise;
    }

    static long person(SampleEnterprise enterprise, String name, String language) throws SQLException {
        return person(enterprise, name, language, enterprise.mail("person" + name.hashCode()));
    }

    static long person(SampleEnterprise enterprise, String name, String language, String mail) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, language, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, ?, ?, ?, 'OUTREACH', 'STATUTORY_DUTY' from enterprise where id = ?"
                        + " returning id",
                name,
                language,
                mail,
                enterprise.id());
    }

    String address() {
        return "/api/v1/campaigns/" + campaign + "/mailings";
    }

    long written(String body) {
        HttpResponse<String> made = author.json("POST", address(), body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Reply.of(made).id();
    }

    int step(Caller who, long mailing, String what) throws SQLException {
        long version = Rows.number("select version from campaign_mailing where id = ?", mailing);
        return who.send("POST", address() + "/" + mailing + "/" + what, null, "If-Match", "\"v" + version + "\"")
                .statusCode();
    }

    long approved(String body) throws SQLException {
        long mailing = written(body);
        assertThat(step(author, mailing, "submission")).isEqualTo(200);
        assertThat(step(second, mailing, "approval")).isEqualTo(200);
        return mailing;
    }

    static long letters(long mailing, String status) throws SQLException {
        return Rows.number(
                "select count(*) from campaign_mailing_letter where mailing_id = ? and status = ?", mailing, status);
    }

    static long mails(long mailing) throws SQLException {
        return Rows.number(
                "select count(*) from mail m join campaign_mailing_letter l on l.mail_id = m.id where l.mailing_id = ?",
                mailing);
    }

    /** What there is of the mailings of the campaign, for whoever asks why there is no letter. */
    String story() throws SQLException {
        return Rows.all(
                        "select id, status, written, place, passed_over from campaign_mailing where campaign_id = ?",
                        campaign)
                + "\n"
                + Rows.all(
                        "select l.mailing_id, l.enterprise_id, l.status, l.reason, l.mail_id"
                                + " from campaign_mailing_letter l join campaign_mailing g on g.id = l.mailing_id"
                                + " where g.campaign_id = ? order by l.id",
                        campaign)
                + "\n"
                + Rows.all(
                        "select j.id, j.status, j.error, j.attempts, j.parameters ->> 'mailing' as mailing from job j"
                                + " where j.kind = 'send-mailing' order by j.id desc limit 5")
                + "\n"
                + Rows.all(
                        "select enterprise_id, standing, level from campaign_member where campaign_id = ?", campaign);
    }

    static String status(long mailing) throws SQLException {
        return Rows.one("select status from campaign_mailing where id = ?", mailing)
                .text("status");
    }

    /** What a tick would do, and waits for the job to end. */
    static void goOn(long mailing) throws Exception {
        settled(mailing);
        Rows.change("do $$ begin perform campaign_mailings_queue(1000); end $$");
        settled(mailing);
    }

    static void settled(long mailing) throws Exception {
        until(
                "select count(*) from job where (parameters ->> 'mailing')::bigint = " + mailing
                        + " and kind = 'send-mailing' and status in ('WAITING', 'RUNNING')",
                0);
    }

    static void until(String count, long wanted) throws Exception {
        for (int i = 0; i < 2_400 && Rows.number(count) != wanted; i++) {
            Thread.sleep(25);
        }
        assertThat(Rows.number(count)).as(count).isEqualTo(wanted);
    }

    static long contacts(SampleEnterprise enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from touchpoint_party where enterprise_id = ? and channel = 'MAIL' and strength = 'DELIVERED'",
                enterprise.id());
    }
}
