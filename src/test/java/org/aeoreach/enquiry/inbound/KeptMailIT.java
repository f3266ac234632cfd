package org.aeoreach.enquiry.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Whom a mail is believed to be from, in whose name it is answered, and how long it is kept as it came. */
@RunAsClient
class KeptMailIT extends MailTrip {

    @Test
    void takesNobodyForWhomOurMailServerFoundHimNotToBe() throws Exception {
        long enterprise = Rows.number("select min(id) from enterprise where org_path = '0000.5300.5304.'");
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '赵经理', 'zhao@known.test', 'OUTREACH', 'PUBLISHED' from enterprise"
                        + " where id = ?",
                enterprise);
        String forged = "From: zhao@known.test\nAuthentication-Results: mx.customs.test; spf=fail; dmarc=fail";
        post.send("zhao@known.test", "Message-ID: <q10@known.test>\nFrom: zhao@known.test\nSubject: AEO", "His own");
        long his = taken("<q10@known.test>", "NEW");
        String number = Rows.one("select number from enquiry where id = ?", his).text("number");
        post.send("x@evil.test", "Message-ID: <q11@known.test>\n" + forged + "\nSubject: " + number, "Forged");
        long other = taken("<q11@known.test>", "NEW");
        assertThat(other).as("the number alone opens nothing").isNotEqualTo(his);
        assertThat(Rows.number("select enterprise_id from enquiry where id = ?", his))
                .isEqualTo(enterprise);
        assertThat(Rows.number("select count(*) from enquiry where id = ? and enterprise_id is null", other))
                .isOne();
        long mail = Rows.number("select id from inbound_mail where message_id = '<q11@known.test>'");
        assertThat(Caller.signedIn("shekou.admin")
                        .get("/desk/mail/inbound/" + mail)
                        .body())
                .contains("与所称发件人不符", "DMARC fail");
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(officer.get("/desk/enquiries/" + other).body()).contains("发件人存疑");
        assertThat(officer.get("/desk/enquiries/" + his).body()).doesNotContain("发件人存疑");
        Rows.change("delete from enquiry_event where enquiry_id in (?, ?)", his, other);
    }

    @Test
    void showsWhoeverAnswersWhatWasLeftOutAndWhoElseWrote() throws Exception {
        post.send(
                LI,
                "Message-ID: <q20@firm.test>\nFrom: Li Xiao <" + LI + ">\nSubject: AEO",
                "Asked\n-- \nDepartment K");
        long enquiry = taken("<q20@firm.test>", "NEW");
        String back = ((InternetAddress) post.received(LI, 1).get(0).getReplyTo()[0]).getAddress();
        post.send(
                "copy@other.test",
                "Message-ID: <r20@other.test>\nFrom: \"" + LI + "\" <copy@other.test>\nTo: " + back,
                "Mine\n\nOn Monday Li wrote:\n> Kept quotation\n");
        assertThat(taken("<r20@other.test>", "REPLY")).isEqualTo(enquiry);
        post.send(LI, "Message-ID: <s20@firm.test>\nFrom: " + LI + "\nTo: " + back, "His own");
        taken("<s20@firm.test>", "REPLY");
        assertThat(messages(enquiry)).containsExactly("QUESTION Asked", "SUPPLEMENT Mine", "SUPPLEMENT His own");
        assertThat(Rows.all(
                        "select coalesce(sender, '') as s from enquiry_message where enquiry_id = ? order by id",
                        enquiry))
                .extracting(row -> row.text("s"))
                .containsExactly("", "copy@other.test", "");
        String sheet = Caller.signedIn("shekou.officer")
                .get("/desk/enquiries/" + enquiry)
                .body();
        assertThat(sheet).contains("Department K", "&gt; Kept quotation", "copy@other.test", "并非由咨询人的邮箱发出");
        assertThat(sheet.split("邮件全文（含引文和签名）", -1)).hasSize(3);
        assertThat(sheet.split("并非由咨询人的邮箱发出", -1)).hasSize(2);
    }

    @Test
    void writesToSomebodyKnownInTheLanguageHeChoseWhereHisMailHasBoth() throws Exception {
        Rows.change("insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, language, purpose,"
                + " legal_basis) select id, unit_id, org_path, '吴经理', 'wu@known.test', 'en', 'OUTREACH', 'PUBLISHED'"
                + " from enterprise where id = (select min(id) from enterprise where org_path = '0000.5300.5304.')");
        String language = "select language from enquiry where id = ?";
        String head = "From: wu@known.test\nSubject: AEO\nMessage-ID: ";
        post.send("wu@known.test", head + "<q21@known.test>", "请问 validation 要多久？");
        long both = taken("<q21@known.test>", "NEW");
        post.send("wu@known.test", head + "<q22@known.test>", "请问复核要多久？");
        long chinese = taken("<q22@known.test>", "NEW");
        assertThat(Rows.one(language, both).text("language")).isEqualTo("en");
        assertThat(Rows.one(language, chinese).text("language")).isEqualTo("zh");
        Rows.change("delete from enquiry_event where enquiry_id in (?, ?)", both, chinese);
    }

    @Test
    void answersFromTheAddressOfTheUnitAndSaysThatRepliesAreReadWhileTheyAre() throws Exception {
        Rows.change(
                "insert into mail_sender (unit_id, org_path, valid_from, address, name_zh, name_en) select id, org_path,"
                        + " china_day(), 'aeo.sz@customs.example', '深圳海关', 'Shenzhen Customs' from unit where code = '5300'");
        String letter =
                "select coalesce(sender_name || ' ' || sender_address, 'configured') as sender, reply_to is not null"
                        + " as r, body_text from mail where thread = ?";
        Rows.Row receipt = Rows.one(letter, "enquiry/" + ask("<q17@firm.test>", "AEO", "First"));
        Rows.change("delete from mail_sender");
        assertThat(receipt.text("sender")).isEqualTo("Shenzhen Customs aeo.sz@customs.example");
        assertThat(receipt.text("body_text")).contains("You can reply to it.");
        Rows.Row without = Rows.one(letter, "enquiry/" + ask("<q18@firm.test>", "AEO", "Second"));
        assertThat(without.text("sender")).isEqualTo("configured");
    }

    @Test
    void namesAFileNobodyCanOpenAndReportsAMailNobodyCanRead() throws Exception {
        post.send(
                LI,
                "Message-ID: <q12@firm.test>\nFrom: " + LI + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed;"
                        + " boundary=b",
                "--b\n\nSee the file\n--b\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n"
                        + "Content-Disposition: attachment; filename=winmail.dat\n\neJ8+IgAAAAAAAAAAAAA=\n--b--\n");
        assertThat(messages(taken("<q12@firm.test>", "NEW")).get(0))
                .contains("See the file", "- winmail.dat (not a kind");
        post.send(LI, "Message-ID: <q13@firm.test>\nFrom: " + LI, "");
        post.fetch();
        assertThat(fate("<q13@firm.test>").text("fate")).isEqualTo("UNREADABLE");
        Caller administrator = Caller.signedIn("shekou.admin");
        assertThat(administrator.get("/desk").body()).contains("/desk/mail/inbound?status=ASIDE");
        long mail = Rows.number("select id from inbound_mail where message_id = '<q13@firm.test>'");
        assertThat(administrator.get("/desk/mail/inbound/" + mail + "/source").body())
                .contains("<q13@firm.test>");
    }

    @Test
    void keepsWhatWasMadeOfAMailWhenItsSourceIsForgotten() throws Exception {
        long enquiry = ask("<q14@firm.test>", "AEO", "Kept for good");
        ask("<q15@firm.test>", "AEO", "Not old yet");
        post.send(LI, "Message-ID: <q16@firm.test>\nFrom: " + LI, "");
        post.fetch();
        fate("<q16@firm.test>");
        Rows.change(
                "update inbound_mail set done_at = now() - interval '181 days', fetched_at = now() - interval '181 days'"
                        + " where message_id <> '<q15@firm.test>'");
        Rows.change("insert into job (kind, slot, org_path) values ('forget-mail', now(), '0000.')");
        String left =
                "select coalesce(string_agg(message_id, ' ' order by id), '') as s from inbound_mail where raw is not null";
        for (int i = 0; i < 600 && Rows.one(left).text("s").contains("q14"); i++) {
            Thread.sleep(100);
        }
        assertThat(Rows.one(left).text("s"))
                .as("what waits for a person stays")
                .isEqualTo("<q15@firm.test> <q16@firm.test>");
        assertThat(messages(enquiry)).containsExactly("QUESTION Kept for good");
        long mail = Rows.number("select id from inbound_mail where message_id = '<q14@firm.test>'");
        Caller administrator = Caller.signedIn("shekou.admin");
        assertThat(administrator.get("/desk/mail/inbound/" + mail).statusCode()).isEqualTo(200);
        assertThat(administrator.get("/desk/mail/inbound/" + mail + "/source").statusCode())
                .isEqualTo(410);
        assertThat(administrator
                        .form("/desk/mail/inbound/" + mail + "/again", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }
}
