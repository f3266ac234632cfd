package org.aeoreach.enquiry.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Base64;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Enquiries by mail, from the asker's mail program through the mailbox of a house and back. */
@RunAsClient
class EnquiryMailIT extends MailTrip {

    private static String status(long enquiry) throws Exception {
        return Rows.one("select status from enquiry_work where enquiry_id = ?", enquiry)
                .text("status");
    }

    /** As if an officer had answered by a letter. */
    private static void answer(long enquiry) throws Exception {
        long mail = Rows.number(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text, body_html,"
                        + " org_path) select '<' || gen_random_uuid() || '@reach.example>', 'x', 'en', e.asker_mail, e.asker_name,"
                        + " 'Answer', 'The answer', '<p>The answer</p>', e.org_path from enquiry e where e.id = ? returning id",
                enquiry);
        Rows.number("select mail_join(?, array[?::bigint])", "enquiry/" + enquiry, mail);
        Rows.change(
                "update enquiry_work set status = 'ANSWERED', due_at = null, warn_at = null, total_due_at = null,"
                        + " clock_since = null where enquiry_id = ?",
                enquiry);
        Rows.change(
                "update enquiry_step set left_at = now(), passed = 'ANSWERED' where enquiry_id = ? and left_at is null",
                enquiry);
    }

    @Test
    void goesThereAndBackInOneConversation() throws Exception {
        long enquiry = ask("<q1@firm.test>", "AEO", "How long does validation take?");
        assertThat(messages(enquiry)).containsExactly("QUESTION How long does validation take?");
        Rows.Row head = Rows.one(
                "select number, channel, asker_name, asker_mail, language, org_path from enquiry where id = ?",
                enquiry);
        assertThat(head.text("channel")).isEqualTo("MAIL");
        assertThat(head.text("asker_name")).isEqualTo("Li Xiao");
        assertThat(head.text("asker_mail")).isEqualTo(LI);
        assertThat(head.text("language")).isEqualTo("en");
        assertThat(head.text("org_path")).isEqualTo("0000.5300.5304.");

        MimeMessage receipt = post.received(LI, 1).get(0);
        assertThat(receipt.getSubject()).contains(head.text("number"));
        assertThat(receipt.getHeader("In-Reply-To", null)).isEqualTo("<q1@firm.test>");
        assertThat(receipt.getHeader("References", null)).isEqualTo("<q1@firm.test>");

        answer(enquiry);
        MimeMessage answer = post.received(LI, 2).get(1);
        assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo("<q1@firm.test>");
        assertThat(answer.getHeader("References", null)).contains("<q1@firm.test>", receipt.getMessageID());
        String back = ((InternetAddress) answer.getReplyTo()[0]).getAddress();
        assertThat(back).matches("ask\\.5304\\+[0-9a-f]{32}@customs\\.test");

        post.send(
                LI,
                "Message-ID: <r1@firm.test>\nFrom: " + LI + "\nTo: " + back + "\nSubject: Re: Answer\nIn-Reply-To: "
                        + answer.getMessageID(),
                "And how long is it valid?\n\nOn Monday customs wrote:\n> The answer\n");
        assertThat(taken("<r1@firm.test>", "REPLY")).isEqualTo(enquiry);
        assertThat(messages(enquiry)).endsWith("SUPPLEMENT And how long is it valid?");
        assertThat(status(enquiry)).isEqualTo("REOPENED");
        assertThat(Rows.number("select reopened from enquiry_work where enquiry_id = ?", enquiry))
                .isEqualTo(1);
        assertThat(Rows.number(
                        "select count(*) from enquiry_work where enquiry_id = ? and due_at is not null"
                                + " and last_in_at is not null",
                        enquiry))
                .isEqualTo(1);

        Rows.change("delete from mail where thread = ? and template = 'x'", "enquiry/" + enquiry);
        answer(enquiry);
        MimeMessage second = post.received(LI, 3).get(2);
        assertThat(second.getHeader("In-Reply-To", null)).isEqualTo("<r1@firm.test>");
    }

    @Test
    void joinsByTheAddressWhenTheMailProgramSendsNoReferences() throws Exception {
        long enquiry = ask("<q2@firm.test>", "AEO", "First");
        String back = ((InternetAddress) post.received(LI, 1).get(0).getReplyTo()[0]).getAddress();
        post.send(LI, "Message-ID: <r2@firm.test>\nFrom: colleague@firm.test\nTo: " + back, "More words");
        assertThat(taken("<r2@firm.test>", "REPLY")).isEqualTo(enquiry);
        assertThat(Rows.number(
                        "select count(*) from enquiry_event where enquiry_id = ? and kind = 'OTHER_ADDRESS'", enquiry))
                .isEqualTo(1);
        assertThat(Rows.one("select asker_mail from enquiry where id = ?", enquiry)
                        .text("asker_mail"))
                .isEqualTo(LI);
    }

    @Test
    void joinsByTheNumberOnlyWhatComesFromTheAsker() throws Exception {
        long enquiry = ask("<q3@firm.test>", "AEO", "First");
        String number =
                Rows.one("select number from enquiry where id = ?", enquiry).text("number");
        post.send(LI, "Message-ID: <r3@firm.test>\nFrom: " + LI + "\nSubject: About " + number, "Mine");
        assertThat(taken("<r3@firm.test>", "REPLY")).isEqualTo(enquiry);
        post.send(LI, "Message-ID: <s3@firm.test>\nFrom: thief@firm.test\nSubject: About " + number, "A stranger's");
        assertThat(taken("<s3@firm.test>", "NEW")).isNotEqualTo(enquiry);
        assertThat(messages(enquiry)).containsExactly("QUESTION First", "SUPPLEMENT Mine");
    }

    @Test
    void becomesANewEnquiryLinkedToTheOldOneAfterThirtyDays() throws Exception {
        long enquiry = ask("<q4@firm.test>", "AEO", "First");
        answer(enquiry);
        Rows.change("update enquiry_work set status = 'CLOSED' where enquiry_id = ?", enquiry);
        Rows.change("update enquiry set closed_at = now() - interval '29 days' where id = ?", enquiry);
        post.send(LI, "Message-ID: <r4@firm.test>\nFrom: " + LI + "\nIn-Reply-To: <q4@firm.test>", "In time");
        assertThat(taken("<r4@firm.test>", "REPLY")).isEqualTo(enquiry);
        assertThat(status(enquiry)).isEqualTo("REOPENED");
        answer(enquiry);
        Rows.change("update enquiry_work set status = 'CLOSED' where enquiry_id = ?", enquiry);
        Rows.change("update enquiry set closed_at = now() - interval '31 days' where id = ?", enquiry);
        post.send(LI, "Message-ID: <s4@firm.test>\nFrom: " + LI + "\nIn-Reply-To: <q4@firm.test>", "Too late");
        long next = taken("<s4@firm.test>", "NEW");
        assertThat(next).isNotEqualTo(enquiry);
        assertThat(status(enquiry)).isEqualTo("CLOSED");
        assertThat(Rows.number(
                        "select count(*) from enquiry_link where enquiry_id = ? and other_id = ? and relation = 'RELATED'",
                        next,
                        enquiry))
                .isEqualTo(1);
    }

    @Test
    void joinsWhileTheDistrictHasIt() throws Exception {
        long enquiry = ask("<q5@firm.test>", "AEO", "First");
        Rows.change(
                "update enquiry_work set desk_id = u.id, desk_path = u.org_path, level = 'DISTRICT', status = 'WAITING',"
                        + " due_at = null, warn_at = null, total_due_at = null, clock_since = null from unit u"
                        + " where u.code = '5300' and enquiry_id = ?",
                enquiry);
        post.send(
                LI, "Message-ID: <r5@firm.test>\nFrom: " + LI + "\nIn-Reply-To: <q5@firm.test>", "What you asked for");
        assertThat(taken("<r5@firm.test>", "REPLY")).isEqualTo(enquiry);
        Rows.Row work = Rows.one("select desk_path, status from enquiry_work where enquiry_id = ?", enquiry);
        assertThat(work.text("desk_path")).isEqualTo("0000.5300.");
        assertThat(work.text("status")).isEqualTo("OPEN");
    }

    @Test
    void keepsFilesAndNamesThoseItRefuses() throws Exception {
        StringBuilder body = new StringBuilder("--b\n\nSee the files\n");
        for (String name : List.of("1.pdf", "2.pdf", "virus.exe", "3.pdf", "4.pdf", "5.pdf", "6.pdf")) {
            byte[] content = (name.endsWith("pdf") ? "%PDF-1.4 " + name : "MZ\0\0").getBytes();
            body.append("--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=")
                    .append(name)
                    .append("\nContent-Transfer-Encoding: base64\n\n")
                    .append(Base64.getEncoder().encodeToString(content))
                    .append("\n");
        }
        post.send(
                LI,
                "Message-ID: <q6@firm.test>\nFrom: " + LI + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed;"
                        + " boundary=b",
                body + "--b--\n");
        long enquiry = taken("<q6@firm.test>", "NEW");
        assertThat(Rows.all(
                        "select s.name from enquiry_message m join enquiry_file f on f.message_id = m.id"
                                + " join stored_file s on s.id = f.file_id where m.enquiry_id = ? order by f.position",
                        enquiry))
                .extracting(row -> row.text("name"))
                .containsExactly("1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf");
        assertThat(messages(enquiry).get(0)).contains("- virus.exe (not a kind", "- 6.pdf (more than five");
    }

    @Test
    void leavesOutWhatHoldsMalwareOrCouldNotBeCheckedAndSaysSo() throws Exception {
        StringBuilder body = new StringBuilder("--b\n\nSee the files\n");
        for (String[] file :
                new String[][] {{"1", "fine"}, {"2", "test-malware-found"}, {"3", "test-malware-unknown"}}) {
            body.append("--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=")
                    .append(file[0])
                    .append(".pdf\n\n%PDF-1.4 ")
                    .append(file[1])
                    .append("\n");
        }
        post.send(
                LI,
                "Message-ID: <q7m@firm.test>\nFrom: " + LI + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed;"
                        + " boundary=b",
                body + "--b--\n");
        long enquiry = taken("<q7m@firm.test>", "NEW");
        assertThat(Rows.all(
                        "select s.name from enquiry_message m join enquiry_file f on f.message_id = m.id"
                                + " join stored_file s on s.id = f.file_id where m.enquiry_id = ? order by f.position",
                        enquiry))
                .extracting(row -> row.text("name"))
                .containsExactly("1.pdf");
        assertThat(messages(enquiry).get(0))
                .contains("See the files", "- 2.pdf (holds malware)", "- 3.pdf (could not be checked for malware)");
    }

    @Test
    void knowsTheEnterpriseOfAContactPersonByTheAddress() throws Exception {
        long enterprise = Rows.number("select min(id) from enterprise where org_path = '0000.5300.5304.'");
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '王经理', 'Wang@known.test', 'OUTREACH', 'PUBLISHED' from enterprise"
                        + " where id = ?",
                enterprise);
        post.send("wang@known.test", "Message-ID: <q7@known.test>\nFrom: wang@known.test\nSubject: AEO", "A question");
        long enquiry = taken("<q7@known.test>", "NEW");
        Rows.Row row = Rows.one("select asker_name, enterprise_id from enquiry where id = ?", enquiry);
        assertThat(row.text("asker_name")).isEqualTo("王经理");
        assertThat(row.id("enterprise_id")).isEqualTo(enterprise);
        Rows.change("delete from enquiry_event where enquiry_id = ?", enquiry);
    }

    @Test
    void whatAUserAsksFromTheAddressOfHisAccountIsAmongHisQuestions() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller boss = enterprise.user("boss", SampleEnterprise.ALL);
        Caller colleague = enterprise.user("colleague", "ASK");
        String mail = enterprise.mail("boss");
        post.send(mail, "Message-ID: <q10@firm.test>\nFrom: " + mail + "\nSubject: AEO by mail", "A question");
        long enquiry = taken("<q10@firm.test>", "NEW");
        assertThat(boss.get("/portal/my/enquiries/" + enquiry).statusCode()).isEqualTo(200);
        assertThat(boss.get("/portal/my/enquiries").body()).contains("AEO by mail");
        assertThat(colleague.get("/portal/my/enquiries/" + enquiry).statusCode())
                .isEqualTo(404);
        Rows.change("update account set suspended_at = now() where mail = ?", mail);
        post.send(mail, "Message-ID: <q11@firm.test>\nFrom: " + mail + "\nSubject: AEO again", "Another one");
        long later = taken("<q11@firm.test>", "NEW");
        assertThat(Rows.number("select count(*) from enquiry where id = ? and account_id is null", later))
                .isEqualTo(1);
    }

    @Test
    void knowsWhatAMailServerReportsOfALetter() throws Exception {
        long enquiry = ask("<q9@firm.test>", "AEO", "First");
        Rows.Row receipt = Rows.one("select id, message_id from mail where thread = ?", "enquiry/" + enquiry);
        Rows.change("update mail set status = 'SENT' where id = ?", receipt.id("id"));
        post.undeliverable(receipt.text("message_id"));
        post.fetch();
        Rows.Row report = Rows.one("select message_id from inbound_mail order by id desc limit 1");
        assertThat(fate(report.text("message_id")).text("fate")).isEqualTo("BOUNCE");
        assertThat(Rows.one("select gave_up from mail where id = ?", receipt.id("id"))
                        .text("gave_up"))
                .isEqualTo("BOUNCED");
    }

    @Test
    void endsAConversationOfMachines() throws Exception {
        long enquiry = ask("<q8@firm.test>", "AEO", "First");
        MimeMessage receipt = post.received(LI, 1).get(0);
        post.send(
                LI,
                "Message-ID: <a8@firm.test>\nFrom: " + LI + "\nAuto-Submitted: auto-replied\nIn-Reply-To: "
                        + receipt.getMessageID(),
                "I am away");
        post.fetch();
        assertThat(fate("<a8@firm.test>").text("fate")).isEqualTo("AWAY");
        post.send(
                LI,
                "Message-ID: <b8@firm.test>\nFrom: " + LI + "\nIn-Reply-To: " + receipt.getMessageID(),
                "I am a robot");
        assertThat(taken("<b8@firm.test>", "REPLY")).isEqualTo(enquiry);
        assertThat(post.received(LI, 1)).hasSize(1);
        assertThat(messages(enquiry)).containsExactly("QUESTION First", "SUPPLEMENT I am a robot");
    }
}
