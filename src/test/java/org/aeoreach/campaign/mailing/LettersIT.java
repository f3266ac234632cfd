package org.aeoreach.campaign.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Who gets a letter of a mailing, who does not, and what its log says of each. */
@RunAsClient
class LettersIT extends MailingWorld {

    private static void left() throws SQLException {
        Rows.change("update mail set status = 'SENT', sent_at = now() where template = 'campaign-mailing'");
    }

    private String log(long mailing) {
        HttpResponse<String> page = author.get("/desk/campaigns/letters?mailing=" + mailing);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void anAddressGetsOneLetterHoweverManyHaveIt() throws Exception {
        SampleEnterprise one = member();
        SampleEnterprise two = member();
        SampleEnterprise other = member();
        Rows.change("update enterprise set journey_step = 'CULTIVATION' where id = ?", other.id());
        String address = one.mail("agent");
        person(one, "报关行甲", "zh", address);
        person(one, "报关行乙", "zh", address.toUpperCase(java.util.Locale.ROOT));
        person(two, "报关行丙", "zh", address);
        person(other, "报关行丁", "zh", address);
        long mailing = approved(BOTH);
        settled(mailing);
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .isEqualTo(1);
        assertThat(log(mailing)).contains("报关行丙", "共用邮箱", "报关行甲");
        left();
        goOn(mailing);
        assertThat(status(mailing)).isEqualTo("SENT");
        assertThat(contacts(one)).isEqualTo(1);
        assertThat(contacts(two)).as("reads the same at the same address").isEqualTo(1);
        assertThat(contacts(other)).as("its own text did not go out").isZero();
        String sharing = author.get("/desk/campaigns/letters?mailing=" + mailing + "&became=SHARED")
                .body();
        assertThat(sharing).contains("报关行乙", "报关行丙", "报关行丁", "不计入触达");
        assertThat(author.get("/desk/campaigns/letters/export?format=csv&mailing=" + mailing)
                        .body())
                .contains("报关行丁");
    }

    @Test
    void whoWithdrawsHisConsentGetsNothingThatWaits() throws Exception {
        SampleEnterprise one = member();
        SampleEnterprise two = member();
        person(one, "申请退出", "zh");
        person(two, "留任", "zh");
        long mailing = approved(BOTH);
        settled(mailing);
        assertThat(mails(mailing)).isEqualTo(2);
        Rows.change(
                "update contact_person set consent_withdrawn_on = china_day(), consent_on = china_day(), consent_wording_id ="
                        + " (select min(id) from consent_wording) where enterprise_id = ?",
                one.id());
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .isEqualTo(1);
        goOn(mailing);
        assertThat(Rows.one("select reason from campaign_mailing_letter where enterprise_id = ?", one.id())
                        .text("reason"))
                .isEqualTo("OBJECTS");
        left();
        goOn(mailing);
        assertThat(status(mailing)).isEqualTo("SENT");
        assertThat(contacts(one)).isZero();
        assertThat(contacts(two)).isEqualTo(1);
    }

    @Test
    void whoseAddressWasAnothersGetsTheLetterThatOneMayNotHave() throws Exception {
        SampleEnterprise one = member();
        SampleEnterprise two = member();
        String address = one.mail("both");
        long first = person(one, "先收", "zh", address);
        person(two, "后收", "zh", address);
        long mailing = approved(BOTH);
        settled(mailing);
        Rows.change("update contact_person set ended_at = now(), end_reason = '离职' where id = ?", first);
        goOn(mailing);
        assertThat(Rows.one("select recipient_name as name from mail where template = 'campaign-mailing'")
                        .text("name"))
                .isEqualTo("后收");
        assertThat(letters(mailing, "LEFT_OUT")).isEqualTo(1);
    }

    @Test
    void noMoreThanAThousandWaitAndNobodyIsForgotten() throws Exception {
        for (int i = 0; i < 12; i++) {
            Rows.change(
                    "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, language, mail, purpose,"
                            + " legal_basis) select e.id, e.unit_id, e.org_path, '众' || n, 'zh', 'many' || n || '.' || e.id ||"
                            + " '@enterprise.test', 'OUTREACH', 'STATUTORY_DUTY' from enterprise e, generate_series(1, 90) n"
                            + " where e.id = ?",
                    member().id());
        }
        long mailing = approved(BOTH);
        settled(mailing);
        assertThat(mails(mailing)).isBetween(900L, 1000L);
        assertThat(status(mailing)).isEqualTo("SENDING");
        left();
        goOn(mailing);
        assertThat(mails(mailing)).isEqualTo(1080);
        assertThat(Rows.number("select count(distinct m.recipient) from mail m where m.template = 'campaign-mailing'"))
                .isEqualTo(1080);
    }

    @Test
    void anAudienceThatChangesAfterTheLetterHasLeftCausesNoSecondOne() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "癸", "zh");
        long mailing = approved(BOTH);
        settled(mailing);
        left();
        Rows.change("update enterprise set journey_step = 'CULTIVATION' where id = ?", enterprise.id());
        goOn(mailing);
        goOn(mailing);
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .isEqualTo(1);
        assertThat(letters(mailing, "SENT")).isEqualTo(1);
    }

    @Test
    void aGradeThatChangesTheAudienceTakesBackWhatWaitsToo() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "子", "zh");
        long mailing = approved(BOTH);
        settled(mailing);
        Rows.change("update enterprise set grade = 'ACE', grade_since = china_day() where id = ?", enterprise.id());
        goOn(mailing);
        assertThat(Rows.number("select count(*) from mail where template = 'campaign-mailing'"))
                .as("nothing to say to AEOs")
                .isZero();
        assertThat(Rows.one("select reason from campaign_mailing_letter where enterprise_id = ?", enterprise.id())
                        .text("reason"))
                .isEqualTo("AUDIENCE");
    }

    @Test
    void goesToThoseOfItsSegmentAlone() throws Exception {
        SampleEnterprise small = member();
        Rows.change("update enterprise set size_class = 'SMALL' where id = ?", small.id());
        person(small, "小型", "zh");
        person(member(), "未知", "zh");
        String conditions =
                "{\\\"all\\\":[{\\\"criterion\\\":\\\"size\\\",\\\"values\\\":{\\\"value\\\":[\\\"SMALL\\\"]}}]}";
        long mailing = approved(BOTH.replace("\"states\"", "\"conditions\":\"" + conditions + "\",\"states\""));
        settled(mailing);
        assertThat(Rows.all("select recipient_name as name from mail where template = 'campaign-mailing'").stream()
                        .map(row -> row.text("name")))
                .containsExactly("小型");
        String recipients =
                author.get("/desk/campaigns/recipients?mailing=" + mailing).body();
        assertThat(recipients).contains(small.code()).contains("小型").doesNotContain("未知");
    }

    @Test
    void listsWhoCannotBeWrittenToBeforeItIsApproved() throws Exception {
        SampleEnterprise nobody = member();
        SampleEnterprise mailless = member();
        person(mailless, "无邮箱", "zh", "没有邮箱");
        person(member(), "有邮箱", "zh");
        long mailing = written(BOTH);
        String page = author.get("/desk/campaigns/" + campaign + "/mailings/" + mailing)
                .body();
        assertThat(page).contains("将向1家企业的联系人发出1封邮件", "left=NO_PERSON", "left=NO_MAIL");
        assertThat(author.get("/desk/campaigns/recipients?mailing=" + mailing + "&left=NO_MAIL")
                        .body())
                .contains(mailless.code())
                .doesNotContain(nobody.code());
    }

    @Test
    void aUnitWritesOnlyToUnitsBelowIt() throws Exception {
        String elsewhere = BOTH.replace("\"states\"", "\"units\":[\"5316\"],\"states\"");
        HttpResponse<String> refused = author.json("POST", address(), elsewhere);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("units", "5316");
    }

    @Test
    void aTrialGoesToWhoAsksForItAndCountsNowhere() throws Exception {
        SampleEnterprise enterprise = member();
        person(enterprise, "试", "zh");
        long mailing = written(BOTH);
        HttpResponse<String> done = author.form(
                "/desk/campaigns/" + campaign + "/mailings/" + mailing + "/trial",
                Map.of("audience", "PROSPECTIVE", "language", "EN"));
        assertThat(done.statusCode()).isEqualTo(303);
        Rows.Row mail =
                Rows.one("select subject, recipient, enterprise_id from mail where template = 'campaign-mailing'");
        assertThat(mail.text("subject")).isEqualTo("[Trial] Cultivation");
        assertThat(mail.text("recipient"))
                .isEqualTo(Rows.one("select mail from account where login = 'shekou.officer'")
                        .text("mail"));
        assertThat(Rows.number("select count(*) from campaign_mailing_letter where mailing_id = ?", mailing))
                .isZero();
        assertThat(Caller.signedIn("shenzhen.officer")
                        .form(
                                "/desk/campaigns/" + campaign + "/mailings/" + mailing + "/trial",
                                Map.of("audience", "ALL", "language", "ZH"))
                        .statusCode())
                .as("of another unit")
                .isEqualTo(403);
    }

    @Test
    void showsTheLetterOfOnePersonBeforeAndAfterItIsWritten() throws Exception {
        SampleEnterprise enterprise = member();
        long person = person(enterprise, "寅", "zh");
        long mailing = written(BOTH);
        String letter = "/desk/campaigns/" + campaign + "/mailings/" + mailing + "/letters/" + person;
        assertThat(author.get(letter).body()).contains("第一行", "如现在写信", "寅");
        assertThat(step(author, mailing, "submission")).isEqualTo(200);
        assertThat(step(second, mailing, "approval")).isEqualTo(200);
        settled(mailing);
        Rows.change("update campaign_mailing_text set body_zh = '别的' where mailing_id = ?", mailing);
        String link = Rows.one(
                        "select m.link from mail m join campaign_mailing_letter l on l.mail_id = m.id where l.mailing_id = ?",
                        mailing)
                .text("link");
        assertThat(author.get(letter).body())
                .contains("第一行", "已写给", "此处链接仅供收件人本人使用")
                .as("what its reader may choose is his own")
                .doesNotContain(link);
    }
}
