package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Whom a mailing of each level reaches: what lies below the unit that sends it, and nobody else. */
@RunAsClient
class MailingLevelsIT extends MailingWorld {

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller gacc = Caller.signedIn("gacc.officer");

    /** A directive of GACC that runs in both districts, with one enterprise in each of three houses. */
    private void directive() throws SQLException {
        campaign =
                Rows.number("insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on,"
                        + " acknowledge_by, status, frozen_at, author_id) select u.id, u.org_path, 'DIRECTIVE', '部署', '目的',"
                        + " china_day() - 1, china_day() + 30, china_day(), 'RUNNING', now(), a.id from unit u, account a"
                        + " where u.code = '0000' and a.login = 'gacc.officer' returning id");
        Rows.change(
                "insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)"
                        + " values (?, 'ALL', '内容', 80, 'ONE_TO_ONE')",
                campaign);
        Rows.change(
                "insert into campaign_plan (campaign_id, unit_id, org_path, status, acknowledged_edition, pushed_at)"
                        + " select ?, id, org_path, 'APPROVED', 1, now() from unit where code in ('5300', '2200')",
                campaign);
        for (String house : List.of("5304", "5316", "2210")) {
            person(member(house), "收件" + house, "zh");
        }
    }

    private long sent(Caller writes, Caller approves, String body) throws Exception {
        Reply made = Reply.of(writes.json("POST", address(), body));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(step(writes, made.id(), "submission")).isEqualTo(200);
        assertThat(step(approves, made.id(), "approval")).isEqualTo(200);
        settled(made.id());
        return made.id();
    }

    private static List<String> recipients(long mailing) throws SQLException {
        return Rows.all(
                        "select m.recipient_name as name from campaign_mailing_letter l join mail m on m.id = l.mail_id"
                                + " where l.mailing_id = ? order by 1",
                        mailing)
                .stream()
                .map(row -> row.text("name"))
                .toList();
    }

    private String one(long mailing) {
        return address() + "/" + mailing;
    }

    @Test
    void ofADistrictReachesItsHousesAndNoOtherDistrict() throws Exception {
        directive();
        long mailing = sent(district, Caller.signedIn("shenzhen.planner"), BOTH);
        assertThat(recipients(mailing)).containsExactly("收件5304", "收件5316");
        assertThat(gacc.get(one(mailing)).statusCode()).as("above").isEqualTo(200);
        assertThat(author.get(one(mailing)).statusCode()).as("below").isEqualTo(404);
        assertThat(Caller.signedIn("pudong.officer").get(one(mailing)).statusCode())
                .as("beside")
                .isEqualTo(404);
        Rows.change("update mail set status = 'SENT', sent_at = now() where template = 'campaign-mailing'");
        goOn(mailing);
        assertThat(status(mailing)).isEqualTo("SENT");
        assertThat(Rows.number(
                        "select count(*) from campaign_member where campaign_id = ? and level = 1 and org_path like"
                                + " '0000.5300.%'",
                        campaign))
                .as("counts in its houses")
                .isEqualTo(2);
    }

    @Test
    void ofADistrictToOneHouseReachesThatHouseAlone() throws Exception {
        directive();
        String toOne = BOTH.replace("\"states\"", "\"units\":[\"5316\"],\"states\"");
        assertThat(recipients(sent(district, Caller.signedIn("shenzhen.planner"), toOne)))
                .containsExactly("收件5316");
    }

    @Test
    void ofADirectiveReachesAllThatLiesBelowTheUnitsChosen() throws Exception {
        directive();
        String toOne = BOTH.replace("\"states\"", "\"units\":[\"5300\"],\"states\"");
        long mailing = sent(gacc, Caller.signedIn("gacc.editor"), toOne);
        assertThat(recipients(mailing)).containsExactly("收件5304", "收件5316");
        assertThat(district.get(one(mailing)).statusCode()).isEqualTo(404);
        long all = sent(gacc, Caller.signedIn("gacc.editor"), BOTH);
        assertThat(recipients(all)).containsExactly("收件2210", "收件5304", "收件5316");
    }

    @Test
    void ofAHousesOwnCampaignReachesThoseInItsScopeAlone() throws Exception {
        person(member(), "在内", "zh");
        person(SampleEnterprise.at("5304"), "不在范围", "zh");
        person(SampleEnterprise.at("5316"), "邻关", "zh");
        long mailing = sent(author, second, BOTH);
        assertThat(recipients(mailing)).containsExactly("在内");
        assertThat(district.get(one(mailing)).statusCode()).as("above").isEqualTo(200);
        assertThat(step(district, mailing, "withdrawal"))
                .as("reads it and changes nothing")
                .isIn(400, 403);
    }
}
