package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Who is excluded or called not reachable while a letter waits for him gets nothing, and the log says why. */
@RunAsClient
class LeftOutIT extends MailingWorld {

    private static final String TO_ALL = BOTH.replace("[\"UNTOUCHED\"]", "[\"UNTOUCHED\",\"UNREACHABLE\"]");

    /** As the work list of the house changes a row. */
    private void change(SampleEnterprise enterprise, String action, String why) throws SQLException {
        long version = Rows.number(
                "select version from campaign_member where campaign_id = ? and enterprise_id = ?",
                campaign,
                enterprise.id());
        HttpResponse<String> done = author.json(
                "POST",
                "/api/v1/campaigns/%d/work/changes".formatted(campaign),
                "{\"enterpriseIds\":[" + enterprise.id() + "],\"versions\":[" + version + "],\"action\":\"" + action
                        + "\"" + why + "}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private void exclude(SampleEnterprise enterprise) throws SQLException {
        change(enterprise, "EXCLUDE", ",\"reason\":\"CLOSED\"");
    }

    private void handed() throws SQLException {
        Rows.change(
                "with p as (insert into campaign_plan (campaign_id, unit_id, org_path, status, acknowledged_edition,"
                        + " pushed_at) select ?, id, org_path, 'APPROVED', 1, now() from unit where code = '5300' returning id)"
                        + " insert into campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, status)"
                        + " select p.id, ?, u.id, u.org_path, 1, 'PUSHED' from p, unit u where u.code = '5304'",
                campaign,
                campaign);
    }

    private static String reason(SampleEnterprise enterprise) throws SQLException {
        return Rows.one(
                        "select coalesce(reason, status) as became from campaign_mailing_letter where enterprise_id = ?"
                                + " order by id limit 1",
                        enterprise.id())
                .text("became");
    }

    private static long queued() throws SQLException {
        return Rows.number("select count(*) from mail where template = 'campaign-mailing'");
    }

    private long sending(String body) throws Exception {
        handed();
        long mailing = approved(body);
        settled(mailing);
        return mailing;
    }

    @Test
    void anEnterpriseThatIsExcludedGetsNothingThatWaits() throws Exception {
        SampleEnterprise out = member();
        SampleEnterprise in = member();
        person(out, "出局", "zh");
        person(in, "在列", "zh");
        long mailing = sending(BOTH);
        assertThat(queued()).isEqualTo(2);
        exclude(out);
        assertThat(queued()).as("taken back at once").isEqualTo(1);
        assertThat(reason(out)).isEqualTo("EXCLUDED");
        goOn(mailing);
        assertThat(queued()).as("and not written anew").isEqualTo(1);
        assertThat(author.get("/desk/campaigns/letters?mailing=" + mailing + "&became=EXCLUDED")
                        .body())
                .contains("企业已排除", "出局")
                .doesNotContain("在列");
        assertThat(author.get("/desk/campaigns/" + campaign + "/mailings/" + mailing)
                        .body())
                .contains("became=EXCLUDED");
        Rows.change("update mail set status = 'SENT', sent_at = now() where template = 'campaign-mailing'");
        goOn(mailing);
        assertThat(status(mailing)).isEqualTo("SENT");
        assertThat(contacts(out)).isZero();
        assertThat(contacts(in)).isEqualTo(1);
    }

    @Test
    void oneThatIsNotReachableGetsItOnlyWhereTheMailingGoesToSuch() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "无音讯", "zh");
        long without = sending(BOTH);
        change(enterprise, "UNREACHABLE", ",\"reason\":\"NO_CONTACT\"");
        assertThat(queued()).isZero();
        assertThat(letters(without, "LEFT_OUT")).isEqualTo(1);
        assertThat(reason(enterprise)).isEqualTo("UNREACHABLE");
        change(enterprise, "OPEN", "");
        goOn(without);
        long with = approved(TO_ALL);
        settled(with);
        change(enterprise, "UNREACHABLE", ",\"reason\":\"NO_CONTACT\"");
        assertThat(letters(with, "WRITTEN")).as(story()).isEqualTo(1);
        assertThat(letters(without, "LEFT_OUT")).as(story()).isEqualTo(1);
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void whoSharesTheAddressOfOneExcludedGetsALetterOfHisOwn() throws Exception {
        SampleEnterprise out = member();
        SampleEnterprise in = member();
        String address = out.mail("agent");
        person(out, "先收", "zh", address);
        person(in, "后收", "zh", address);
        long mailing = sending(BOTH);
        assertThat(queued()).isEqualTo(1);
        exclude(out);
        goOn(mailing);
        assertThat(Rows.one("select recipient_name as name from mail where template = 'campaign-mailing'")
                        .text("name"))
                .isEqualTo("后收");
        assertThat(reason(out)).isEqualTo("EXCLUDED");
        exclude(in);
        assertThat(queued()).isZero();
    }

    @Test
    void theLetterOfAnotherStaysWhereWhoSharesItIsExcluded() throws Exception {
        SampleEnterprise in = member();
        SampleEnterprise out = member();
        String address = in.mail("agent");
        person(in, "先收", "zh", address);
        person(out, "后收", "zh", address);
        long mailing = sending(BOTH);
        exclude(out);
        assertThat(queued()).isEqualTo(1);
        assertThat(reason(out)).isEqualTo("EXCLUDED");
        Rows.change("update mail set status = 'SENT', sent_at = now() where template = 'campaign-mailing'");
        goOn(mailing);
        assertThat(contacts(in)).isEqualTo(1);
        assertThat(contacts(out)).isZero();
    }

    @Test
    void oneExcludedByMistakeIsWrittenToAgainWhileTheMailingIsUnderWay() throws Exception {
        SampleEnterprise enterprise = member();
        SampleEnterprise other = member();
        person(enterprise, "误排除", "zh");
        person(other, "另一家", "zh");
        long mailing = sending(BOTH);
        exclude(enterprise);
        change(enterprise, "OPEN", "");
        goOn(mailing);
        assertThat(queued()).isEqualTo(2);
        assertThat(reason(enterprise)).isEqualTo("WRITTEN");
    }

    @Test
    void whatAWorkerHadInHandIsTakenBackByTheNextLook() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "在途", "zh");
        long mailing = sending(BOTH);
        Rows.change("update mail set status = 'SENDING' where template = 'campaign-mailing'");
        exclude(enterprise);
        assertThat(queued()).isEqualTo(1);
        assertThat(reason(enterprise)).isEqualTo("WRITTEN");
        Rows.change("update mail set status = 'WAITING', attempts = 1, last_error = '451 later'"
                + " where template = 'campaign-mailing'");
        goOn(mailing);
        assertThat(queued()).isZero();
        assertThat(reason(enterprise)).isEqualTo("EXCLUDED");
    }

    @Test
    void whoIsExcludedWhileHisLetterIsToBeWrittenAnewGetsNone() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "改写", "zh");
        long mailing = sending(BOTH);
        Rows.change("update enterprise set journey_step = 'CULTIVATION' where id = ?", enterprise.id());
        assertThat(letters(mailing, "AGAIN")).isEqualTo(1);
        exclude(enterprise);
        goOn(mailing);
        assertThat(queued()).isZero();
        assertThat(reason(enterprise)).isEqualTo("EXCLUDED");
    }
}
