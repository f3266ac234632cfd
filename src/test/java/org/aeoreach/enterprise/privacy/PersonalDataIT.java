package org.aeoreach.enterprise.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks are noted once an hour; a person gets all that is kept of him, and can be taken out for good. */
@RunAsClient
class PersonalDataIT implements ServerTest {
    private final Caller officer = Caller.signedIn("shekou.officer");

    @BeforeEach
    void unlimited() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static long person(SampleEnterprise enterprise, String mail) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, phone, mail, purpose, legal_basis,"
                        + " consent_on, consent_wording_id) select id, unit_id, org_path, '赵如实', '0755-1', ?, 'OUTREACH',"
                        + " 'CONSENT', '2026-02-01', 1 from enterprise where id = ? returning id",
                mail,
                enterprise.id());
    }

    @Test
    void aLookIsNotedOnceAnHourAndOnlyAuditorsReadOfIt() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String looks = "select count(*) from record_view where enterprise_id = " + enterprise.id();
        officer.get("/desk/enterprises?q=" + enterprise.code());
        assertThat(Rows.number(looks)).as("a list is no look").isZero();
        officer.get("/desk/enterprises/" + enterprise.id());
        officer.get("/desk/enterprises/" + enterprise.id() + "/coordination");
        Caller.signedIn("pudong.officer").get("/desk/enterprises/" + enterprise.id());
        assertThat(Rows.number(looks)).isEqualTo(1);
        String list = "/desk/record-views?enterprise=" + enterprise.id();
        assertThat(Caller.signedIn("gacc.auditor").get(list).body())
                .contains("shekou.officer", "样本企业" + enterprise.code());
        assertThat(officer.get(list).statusCode()).isEqualTo(403);
        assertThat(Caller.signedIn("gacc.auditor")
                        .get("/desk/enterprises/" + enterprise.id())
                        .body())
                .contains("/desk/record-views?enterprise=" + enterprise.id());
    }

    @Test
    void aProgramThatLooksIsNotedAsAPersonIs() throws SQLException {
        for (String below : new String[] {"", "/facts", "/people", "/journey", "/grades", "/timeline"}) {
            SampleEnterprise enterprise = SampleEnterprise.at("5304");
            String looks = "select count(*) from record_view where enterprise_id = " + enterprise.id();
            String path = "/api/v1/enterprises/" + enterprise.id() + below;
            assertThat(Caller.signedIn("pudong.officer").get(path).statusCode()).isEqualTo(404);
            assertThat(Rows.number(looks)).as("nothing was shown of %s", path).isZero();
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(Rows.number(looks)).as(path).isEqualTo(1);
        }
    }

    @Test
    void aWithdrawalHoldsUntilThePersonAgreesAgain() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long id = person(enterprise, enterprise.mail("zhao"));
        Rows.change("update contact_person set consent_withdrawn_on = '2026-03-10' where id = ?", id);
        String withdrawn =
                "select count(*) from contact_person where consent_withdrawn_on = '2026-03-10' and id = " + id;
        change(id, "v0", "CONSENT", "\"2026-02-03\"");
        assertThat(Rows.number(withdrawn)).as("the first day set right").isEqualTo(1);
        change(id, "v1", "STATUTORY_DUTY", "null");
        assertThat(Rows.number(withdrawn)).as("kept on another ground").isEqualTo(1);
        change(id, "v2", "CONSENT", "\"2026-03-12\"");
        assertThat(Rows.number(withdrawn)).as("agreed again").isZero();
    }

    private void change(long id, String version, String basis, String consentOn) {
        HttpResponse<String> changed = officer.json(
                "PUT",
                "/api/v1/contacts/" + id,
                "{\"nameZh\":\"赵如实\",\"role\":\"OTHER\",\"language\":\"ZH\",\"purpose\":\"OUTREACH\",\"legalBasis\":\""
                        + basis + "\",\"consentOn\":" + consentOn + "}",
                "If-Match",
                "\"" + version + "\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    @Test
    void theAuditorReadsTheLogByPersonEnterpriseAndDayPageByPage() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        SampleEnterprise other = SampleEnterprise.at("2210");
        for (String hour : new String[] {"2026-05-01 15:00Z", "2026-05-01 16:00Z", "2026-05-02 01:00Z"}) {
            look(enterprise, "shekou.officer", hour);
        }
        look(enterprise, "shekou.coordinator", "2026-05-02 01:00Z");
        look(other, "pudong.officer", "2026-05-02 01:00Z");
        Caller auditor = Caller.signedIn("gacc.auditor");
        String all = "/api/v1/record-views?enterprise=" + enterprise.id();
        assertThat(hours(auditor.get(all))).hasSize(4);
        assertThat(hours(auditor.get(all + "&person=" + Caller.account("shekou.officer"))))
                .containsExactly("2026-05-02T01:00:00Z", "2026-05-01T16:00:00Z", "2026-05-01T15:00:00Z");
        assertThat(hours(auditor.get(all + "&from=2026-05-02&to=2026-05-02")))
                .as("a day begins at midnight in Shanghai, 16:00 UTC")
                .hasSize(3);
        assertThat(hours(auditor.get(all + "&to=2026-05-01"))).containsExactly("2026-05-01T15:00:00Z");
        JsonObject first = Reply.of(auditor.get(all + "&limit=3")).body();
        assertThat(first.getJsonArray("items")).hasSize(3);
        assertThat(hours(auditor.get(all + "&limit=3&after=" + first.getString("next"))))
                .containsExactly("2026-05-01T15:00:00Z");
        assertThat(auditor.get(all).body()).contains("\"login\":\"shekou.officer\"", "样本企业" + enterprise.code());
        for (String bad : new String[] {"from=x", "to=2026-02-30", "after=eHl6", "person=x", "limit=0"}) {
            assertThat(auditor.get("/api/v1/record-views?" + bad).statusCode())
                    .as(bad)
                    .isBetween(400, 404);
        }
        assertThat(officer.get(all).statusCode()).isEqualTo(403);
        String page = "/desk/record-views?q=" + enterprise.code();
        Instant end = Instant.now().plusSeconds(60);
        while (!auditor.get(page).body().contains("样本企业" + enterprise.code())) {
            assertThat(Instant.now()).as("the enterprise is in the index").isBefore(end);
            Thread.sleep(200);
        }
        assertThat(auditor.get(page).body()).doesNotContain("样本企业" + other.code());
        assertThat(auditor.get("/desk/record-views/export?format=csv&q=" + enterprise.code())
                        .body())
                .contains("shekou.coordinator", enterprise.code());
    }

    private static void look(SampleEnterprise at, String login, String hour) throws SQLException {
        Rows.change(
                "insert into record_view (enterprise_id, unit_id, org_path, account_id, at) select id, unit_id, org_path,"
                        + " ?, ?::timestamptz from enterprise where id = ?",
                Caller.account(login),
                hour,
                at.id());
    }

    private static List<String> hours(HttpResponse<String> answer) {
        return Reply.of(answer).body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(view -> view.getString("at"))
                .toList();
    }

    @Test
    void thePersonGetsAllThatIsKept() throws SQLException, IOException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long person = person(enterprise, enterprise.mail("zhao"));
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status) values (?, 'x', 'zh', ?, '赵如实', '通知', '正文在此', '<p/>',"
                        + " '0000.5300.5304.', 'SENT')",
                "<kept." + person + "@example.test>",
                enterprise.mail("zhao"));
        String page = officer.get("/desk/personal-data/" + person).body();
        assertThat(page).contains("赵如实", "0755-1", "正文在此", "我同意海关为AEO政策宣传");
        String json = officer.get("/api/v1/personal-data/" + person).body();
        assertThat(json).contains("赵如实", "正文在此");
        HttpResponse<String> file = officer.get("/desk/personal-data/" + person + "/file");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(file.body()).startsWith("PK").contains("data.json", "data.html");
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'privacy.export' and record_id = ?",
                        Long.toString(person)))
                .isEqualTo(2);
        assertThat(Caller.signedIn("dapeng.officer")
                        .get("/desk/personal-data/" + person)
                        .statusCode())
                .isEqualTo(404);
    }

    private static void letter(String template, String recipient, String text) throws SQLException {
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status) values ('<' || gen_random_uuid() || '@kept.example>', ?, 'zh', ?,"
                        + " '赵如实', '信件主题' || ?, ?, '<p/>', '0000.5300.5304.', 'SENT')",
                template,
                recipient,
                template,
                text);
    }

    @Test
    void noLinkOfALetterAndNoLetterAboutAnAccountIsShownToWhoEntersItsAddress() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String mail = enterprise.mail("zhao");
        long person = person(enterprise, mail.toUpperCase(Locale.ROOT));
        String secret = "Zx9_-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL";
        letter("identity-reset", mail, "重设：https://reach.example/reset/aeo_" + secret);
        letter("identity-invitation", mail, "邀请：https://reach.example/invitation/aeo_" + secret);
        letter("enquiry-answer", mail, "进度在此 https://reach.example/portal/ask/status/" + secret);
        for (String path : List.of("/desk/personal-data/" + person, "/api/v1/personal-data/" + person)) {
            assertThat(officer.get(path).body())
                    .as(path)
                    .contains("信件主题enquiry-answer", "进度在此", "答复咨询")
                    .doesNotContain(secret, "信件主题identity", "重设：", "邀请：");
        }
    }

    /** The audit keeps codes; a person is told in words what became of what. */
    @Test
    void whatWasChangedIsToldInWords() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        HttpResponse<String> added = officer.json(
                "POST",
                "/api/v1/enterprises/" + enterprise.id() + "/people",
                "{\"nameZh\":\"钱如实\",\"role\":\"CUSTOMS_MANAGER\",\"language\":\"ZH\",\"mail\":\""
                        + enterprise.mail("qian")
                        + "\",\"purpose\":\"COORDINATION\",\"legalBasis\":\"STATUTORY_DUTY\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        long person = Rows.number("select max(id) from contact_person where enterprise_id = ?", enterprise.id());
        assertThat(officer.get("/desk/personal-data/" + person).body())
                .contains("角色：关务负责人；使用目的：企业协调；处理依据：履行法定职责")
                .doesNotContain("CUSTOMS_MANAGER", "[null");
        long agreed = person(enterprise, enterprise.mail("zhao"));
        change(agreed, "v0", "STATUTORY_DUTY", "null");
        assertThat(officer.get("/desk/personal-data/" + agreed).body())
                .contains("个人信息：已修改", "同意日期：2026年2月1日 → （已删除）", "处理依据：本人同意 → 履行法定职责")
                .doesNotContain("：true");
    }

    @Test
    void erasureTakesThePersonOutAndKeepsTheCounts() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long person = person(enterprise, enterprise.mail("zhao"));
        long touchpoint = Rows.number(
                "insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel,"
                        + " direction, strength, account_id) select id, org_path, id, '2026-05-01', '2026-05-01 04:00+00', 'VISIT',"
                        + " 'OUT', 'ONE_TO_ONE', (select min(id) from account) from unit where code = '5304' returning id");
        Rows.change("insert into touchpoint_person (touchpoint_id, person_id) values (?, ?)", touchpoint, person);
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status) values (?, 'x', 'zh', ?, '赵如实', '通知', '赵如实：您好', '<p/>',"
                        + " '0000.5300.5304.', 'SENT')",
                "<erased." + person + "@example.test>",
                enterprise.mail("zhao"));
        assertThat(officer.get("/desk/personal-data/" + person + "/erasure").body())
                .contains("确定删除", "赵如实");
        HttpResponse<String> unexplained =
                officer.form("/desk/personal-data/" + person + "/erasure", Map.of("version", "0", "reason", ""));
        assertThat(unexplained.statusCode()).isEqualTo(400);
        assertThat(officer.form(
                                "/desk/personal-data/" + person + "/erasure",
                                Map.of("version", "0", "reason", "本人书面请求"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Rows.one("select row_to_json(c)::text as row from contact_person c where c.id = ?", person)
                        .text("row"))
                .doesNotContain("赵如实", "0755-1", enterprise.mail("zhao"));
        assertThat(Rows.one(
                                "select row_to_json(m)::text as row from mail m where m.message_id = ?",
                                "<erased." + person + "@example.test>")
                        .text("row"))
                .doesNotContain("赵如实", enterprise.mail("zhao"));
        assertThat(Rows.number("select count(*) from touchpoint_person where person_id = ?", person))
                .isEqualTo(1);
        assertThat(officer.form("/desk/personal-data/" + person + "/erasure", Map.of("version", "1", "reason", "再次"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void lettersToAnAddressSomebodyElseUsesStay() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long person = person(enterprise, enterprise.mail("office"));
        person(enterprise, enterprise.mail("office"));
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status) values (?, 'x', 'zh', ?, '办公室', '通知', '留下', '<p/>',"
                        + " '0000.5300.5304.', 'SENT')",
                "<stays." + person + "@example.test>",
                enterprise.mail("office"));
        officer.form("/desk/personal-data/" + person + "/erasure", Map.of("version", "0", "reason", "请求"));
        assertThat(Rows.number(
                        "select count(*) from mail where body_text = '留下' and recipient = ?",
                        enterprise.mail("office")))
                .isEqualTo(1);
    }

    /** The address of an account, or the one an enterprise has on file, is not his alone either. */
    @Test
    void lettersToAnAddressOfAnAccountOrAnEnterpriseStay() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change("update enterprise set mail_on_file = ? where id = ?", enterprise.mail("file"), enterprise.id());
        Rows.change(
                "insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER', 'writes.'"
                        + " || nextval('account_seq'), '收件关员', ?, id, org_path from unit where code = '5304'",
                enterprise.mail("account"));
        for (String address : List.of("file", "account")) {
            long person = person(enterprise, enterprise.mail(address));
            Rows.change(
                    "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                            + " body_html, org_path, status) values (?, 'x', 'zh', ?, '办公室', '通知', '留下', '<p/>',"
                            + " '0000.5300.5304.', 'SENT')",
                    "<" + address + "." + person + "@example.test>",
                    enterprise.mail(address));
            officer.form("/desk/personal-data/" + person + "/erasure", Map.of("version", "0", "reason", "请求"));
            assertThat(erased(person)).isTrue();
            assertThat(Rows.number("select count(*) from mail where recipient = ?", enterprise.mail(address)))
                    .as(address)
                    .isEqualTo(1);
        }
        Rows.change("delete from account where mail = ?", enterprise.mail("account"));
    }

    /** On the day itself, by either rule, and not the day before. */
    @Test
    void theTimeIsOverOnItsLastDay() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long withdrawn = person(enterprise, enterprise.mail("withdrawn"));
        long ended = person(enterprise, enterprise.mail("ended"));
        String months = "(select make_interval(months => months) from retention_rule where kind = ";
        Rows.change(
                "update contact_person set consent_withdrawn_on = date '2026-06-20' - " + months
                        + "'CONSENT_WITHDRAWN') where id = ?",
                withdrawn);
        Rows.change(
                "update contact_person set ended_at = (date '2026-06-20' - " + months
                        + "'PERSON_ENDED')) at time zone 'Asia/Shanghai' where id = ?",
                ended);
        Rows.all("select * from apply_retention(date '2026-06-19', 1000)");
        assertThat(erased(withdrawn) || erased(ended)).as("the day before").isFalse();
        Rows.all("select * from apply_retention(date '2026-06-20', 1000)");
        assertThat(erased(withdrawn)).isTrue();
        assertThat(erased(ended)).isTrue();
    }

    /** A person who is over by two rules is found twice: a batch that erased less than it asked for is not the last. */
    @Test
    void theNightGoesOnUntilNobodyIsLeft() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis, consent_on,"
                        + " consent_wording_id, consent_withdrawn_on, ended_at) select id, unit_id, org_path, '多人' || n,"
                        + " 'OUTREACH', 'CONSENT', '2010-02-01', 1, '2010-03-01', '2010-03-01' from enterprise,"
                        + " generate_series(1, 350) n where id = ?",
                enterprise.id());
        long job =
                Rows.number("insert into job (kind, slot, org_path) values ('retention', now(), '0000.') returning id");
        for (int i = 0; i < 1200 && running(job); i++) {
            Thread.sleep(50);
        }
        assertThat(running(job)).isFalse();
        assertThat(Rows.number(
                        "select count(*) from contact_person where enterprise_id = ? and erased_at is null",
                        enterprise.id()))
                .isZero();
    }

    private static boolean running(long job) throws SQLException {
        return Rows.number("select count(*) from job where id = ? and status in ('WAITING', 'RUNNING')", job) == 1;
    }

    @Test
    void theNightErasesOnlyWhatIsPastItsTime() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        long past = person(enterprise, enterprise.mail("past"));
        long recent = person(enterprise, enterprise.mail("recent"));
        long kept = person(enterprise, enterprise.mail("kept"));
        Rows.change("update contact_person set consent_withdrawn_on = china_day() - 32 where id = ?", past);
        Rows.change("update contact_person set consent_withdrawn_on = china_day() - 5 where id = ?", recent);
        Rows.all("select * from apply_retention(china_day(), 1000)");
        assertThat(erased(past)).isTrue();
        assertThat(erased(recent)).isFalse();
        assertThat(erased(kept)).isFalse();
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'privacy.retain' and record_id = ?",
                        Long.toString(past)))
                .isEqualTo(1);
    }

    private static boolean erased(long person) throws SQLException {
        return Rows.number("select count(*) from contact_person where id = ? and erased_at is not null", person) == 1;
    }
}
