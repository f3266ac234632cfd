package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who stops mail and bars addresses, and who may not. */
class MailControlIT {

    private static final String CONTROL = "/desk/mail/control";

    private final Caller administrator = Caller.signedIn("system.admin");
    private final Caller district = Caller.signedIn("shenzhen.admin");

    @BeforeEach
    @AfterEach
    void flows() throws Exception {
        Rows.change("update mail_control set stopped_at = null, stopped_by = null, reason = null");
        Rows.change("delete from mail_block where address like '%@control.example'");
    }

    @Test
    void stopsOnlyWithAReasonAndTellsEverybodyWhoAdministersMail() throws Exception {
        assertThat(administrator.form(CONTROL + "/stop", Map.of("reason", " ")).statusCode())
                .isEqualTo(400);
        assertThat(district.form(CONTROL + "/stop", Map.of("reason", "x")).statusCode())
                .isEqualTo(403);
        assertThat(Rows.number("select count(*) from mail_control where stopped_at is not null"))
                .isZero();
        assertThat(administrator
                        .form(CONTROL + "/stop", Map.of("reason", "wrong <b>letters</b>"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(district.get(CONTROL).body()).contains("wrong &lt;b&gt;letters");
        assertThat(district.get("/desk").body()).contains("wrong &lt;b&gt;letters");
        assertThat(administrator
                        .form(CONTROL + "/stop", Map.of("reason", "again"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(district.form(CONTROL + "/go-on", Map.of()).statusCode()).isEqualTo(403);
        assertThat(administrator.form(CONTROL + "/go-on", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Rows.number("select count(*) from mail_control where stopped_at is null"))
                .isOne();
        assertThat(administrator.form(CONTROL + "/go-on", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void refusesRatesThatCannotBeReadAndThoseOfAnOldPage() throws Exception {
        String version = Long.toString(Rows.number("select version from mail_control"));
        for (String domains : new String[] {"qq.com", "qq.com many", "qq 5", "qq.com 5\nQQ.com 6", "qq.com 0"}) {
            assertThat(rates(version, domains)).as(domains).isEqualTo(400);
        }
        assertThat(rates(version, "qq.com 5\n163.com 7")).isEqualTo(303);
        assertThat(Rows.number("select sum(per_second) from mail_domain")).isEqualTo(12);
        assertThat(rates(version, "")).isEqualTo(409);
        assertThat(rates(Long.toString(Rows.number("select version from mail_control")), ""))
                .isEqualTo(303);
    }

    private int rates(String version, String domains) {
        return administrator
                .form(
                        CONTROL + "/rates",
                        Map.of("version", version, "perSecond", "500", "perDomain", "100", "domains", domains))
                .statusCode();
    }

    @Test
    void barsAnAddressForTheUnitThatEnteredItAndLiftsIt() throws Exception {
        Map<String, String> wanted = Map.of("address", "Asked@Control.example", "reason", "x");
        assertThat(district.form("/desk/mail/blocks/new", Map.of("address", "a b@c", "reason", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(district.form("/desk/mail/blocks/new", wanted).statusCode()).isEqualTo(303);
        assertThat(district.form("/desk/mail/blocks/new", wanted).statusCode()).isEqualTo(409);
        long id = Rows.number("select id from mail_block where address = 'asked@control.example'");
        assertThat(administrator.get("/api/v1/mail/blocks/" + id).body()).contains("asked@control.example");
        Caller below = Caller.signedIn("shekou.admin");
        assertThat(below.get("/desk/mail/blocks/" + id).statusCode()).isEqualTo(404);
        assertThat(below.form("/desk/mail/blocks/" + id + "/lift", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(district.form("/desk/mail/blocks/" + id + "/lift", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Rows.number("select count(*) from mail_block where id = ?", id))
                .isZero();
    }

    @Test
    void whatAUnitEnteredHoldsForItsOwnLettersAndNeverForThoseAboutAccounts() throws Exception {
        Caller shekou = Caller.signedIn("shekou.admin");
        Map<String, String> wanted = Map.of("address", "head@control.example", "reason", "x");
        assertThat(shekou.form("/desk/mail/blocks/new", wanted).statusCode()).isEqualTo(303);
        assertThat(barred("0000.5300.5304.", "campaign-mailing")).isEqualTo("BLOCKED");
        assertThat(barred("0000.5300.5304.", "identity-reset")).isEqualTo("goes");
        assertThat(barred("0000.5300.", "campaign-mailing")).isEqualTo("goes");
        assertThat(barred("0000.", "library-digest")).isEqualTo("goes");
        assertThat(barred("0000.2200.2210.", "identity-reset")).isEqualTo("goes");
        assertThat(district.form("/desk/mail/blocks/new", wanted).statusCode()).isEqualTo(303);
        assertThat(barred("0000.5300.5305.", "campaign-mailing"))
                .as("a district for its houses")
                .isEqualTo("BLOCKED");
        assertThat(barred("0000.2200.2210.", "campaign-mailing")).isEqualTo("goes");
        assertThat(shown("2210", "pudong.officer")).isFalse();
        assertThat(shown("5304", "shekou.officer")).isTrue();
        Rows.change("update mail_block set cause = 'REFUSED', account_id = null where address = 'head@control.example'"
                + " and org_path = '0000.5300.5304.'");
        assertThat(barred("0000.2200.2210.", "identity-reset"))
                .as("what its server says holds everywhere")
                .isEqualTo("BLOCKED");
        assertThat(shown("2210", "pudong.officer")).isTrue();
    }

    private static String barred(String path, String template) throws SQLException {
        long mail = Rows.number(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text, body_html,"
                        + " org_path, status) values ('<' || gen_random_uuid() || '@x.example>', ?, 'zh',"
                        + " 'Head@Control.example', 'x', 'x', 'x', 'x', ?, 'SENT') returning id",
                template,
                path);
        String why = Rows.one("select coalesce(mail_barred(m), 'goes') as why from mail m where m.id = ?", mail)
                .text("why");
        Rows.change("delete from mail where id = ?", mail);
        return why;
    }

    /** Whether the page of a person of that house with that address says that no mail goes there. */
    private static boolean shown(String house, String login) throws SQLException {
        long person = Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, 'x', 'Head@Control.example', 'OUTREACH', 'STATUTORY_DUTY'"
                        + " from enterprise where id = ? returning id",
                SampleEnterprise.at(house).id());
        return Caller.signedIn(login).get("/desk/contacts/" + person).body().contains("id=\"mail-failure\"");
    }

    @Test
    void showsOnThePersonsPageThatHisAddressFailedAndWritesAgainWhenAsked() throws Exception {
        long person =
                Rows.number("insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose,"
                        + " legal_basis) select id, unit_id, org_path, 'x', 'Gone@Control.example', 'OUTREACH', 'STATUTORY_DUTY'"
                        + " from enterprise where org_path = '0000.5300.5304.' order by id limit 1 returning id");
        String page = "/desk/contacts/" + person;
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(officer.form(page + "/mail-again", Map.of()).statusCode()).isEqualTo(409);
        long mail = Rows.number("insert into mail (message_id, template, language, recipient, recipient_name, subject,"
                + " body_text, body_html, org_path, status, gave_up) values ('<' || gen_random_uuid() || '@x.example>',"
                + " 'campaign-mailing', 'zh', 'gone@control.example', 'x', 'a lost one', 'x', 'x', '0000.5300.5304.', 'DEAD',"
                + " 'ADDRESS') returning id");
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason, mail_id) values ('gone@control.example',"
                        + " '0000.5300.5304.', 'REFUSED', '550 5.1.1 <b>who</b>', ?)",
                mail);
        assertThat(officer.get(page).body()).contains("550 5.1.1 &lt;b&gt;who", "a lost one", page + "/mail-again");
        assertThat(Caller.signedIn("shanghai.officer")
                        .form(page + "/mail-again", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.form(page + "/mail-again", Map.of()).statusCode()).isEqualTo(303);
        assertThat(officer.get(page).body()).doesNotContain("550 5.1.1");
        assertThat(officer.form("/desk/mail/" + mail + "/retry", Map.of("back", page))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page));
        assertThat(Rows.number("select count(*) from mail where id = ? and status = 'WAITING'", mail))
                .isOne();
    }
}
