package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real mail server receives. */
class MailArrivalIT {

    private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() throws Exception {
        OutboxRows.clear();
        mailbox.start();
    }

    @AfterEach
    void stop() throws Exception {
        mailbox.stop();
        OutboxRows.clear();
    }

    private DeliverMail worker(String name) {
        MailSettings settings = DeliverMailIT.settings(mailbox.getSmtp().getPort(), Tls.NONE);
        return new DeliverMail(settings, new MailQueue(OutboxRows.asJobs(), name), new Messages(), Clock.systemUTC());
    }

    @Test
    void arrivesWithBothPartsAndAllHeaders() throws Exception {
        OutboxRows.add("liang@customs.example");
        worker("one").run();
        MimeMessage mail = mailbox.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("请您代理许问樵的工作");
        assertThat(mail.getMessageID()).isEqualTo(OutboxRows.only().messageId());
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo(sender());
        InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo("梁晓川");
        assertThat(to.getAddress()).isEqualTo("liang@customs.example");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).asString().contains("您好");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).asString().contains("<p>您好</p>");
    }

    @Test
    void bringsAnEntryForTheCalendarUnderTheMethodItNames() throws Exception {
        OutboxRows.add("liang@customs.example");
        OutboxRows.update("update mail set calendar = 'BEGIN:VCALENDAR' || chr(13) || chr(10) || 'METHOD:CANCEL'"
                + " || chr(13) || chr(10) || 'SUMMARY:培训' || chr(13) || chr(10) || 'END:VCALENDAR'");
        worker("one").run();
        Multipart parts = (Multipart) mailbox.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(2).getContentType()).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL");
        assertThat(new String(
                        parts.getBodyPart(2).getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("METHOD:CANCEL", "SUMMARY:培训");
    }

    @Test
    void canBeDeclinedByOneRequestOfTheMailProgramWhereItIsNoServiceMessage() throws Exception {
        OutboxRows.add("liang@customs.example");
        OutboxRows.add("zhou@customs.example");
        String link = "a".repeat(43);
        OutboxRows.update("update mail set topic = 'CAMPAIGN', link = '" + link + "' where recipient like 'zhou%'");
        worker("one").run();
        for (MimeMessage mail : mailbox.getReceivedMessages()) {
            boolean campaign = mail.getAllRecipients()[0].toString().contains("zhou");
            assertThat(mail.getHeader("List-Unsubscribe", null))
                    .isEqualTo(campaign ? "<https://reach.example/portal/mail/" + link + "/unsubscribe>" : null);
            assertThat(mail.getHeader("List-Unsubscribe-Post", null))
                    .isEqualTo(campaign ? "List-Unsubscribe=One-Click" : null);
        }
    }

    @Test
    void comesFromItsUnitUnlessThatDomainIsNoLongerOneOfOurs() throws Exception {
        OutboxRows.add("liang@customs.example");
        OutboxRows.add("zhou@customs.example");
        OutboxRows.update(
                "update mail set sender_name = '上海海关, <x@evil.example>', reply_to = 'b+x@customs.example',"
                        + " sender_address = case when recipient like 'zhou%' then 'aeo@customs.example' else 'a@gone.example' end");
        worker("one").run();
        for (MimeMessage mail : mailbox.getReceivedMessages()) {
            boolean his = mail.getAllRecipients()[0].toString().contains("zhou");
            assertThat(mail.getFrom()).hasSize(1);
            InternetAddress from = (InternetAddress) mail.getFrom()[0];
            assertThat(from.getAddress()).isEqualTo(his ? "aeo@customs.example" : "noreply@reach.example");
            assertThat(from.getPersonal()).isEqualTo(his ? "上海海关, <x@evil.example>" : sender());
            assertThat(mail.getHeader("Reply-To", null)).isEqualTo("b+x@customs.example");
            assertThat(mail.getHeader("Return-Path", null)).isEqualTo("<noreply@reach.example>");
        }
    }

    private static String sender() {
        return new Messages().text(org.aeoreach.platform.Language.ZH, "web.product");
    }

    @Test
    void reachesTheOneRecipientWhateverHisNameLooksLike() throws Exception {
        List<String> names = List.of(
                "x, spy@evil.example",
                "<spy@evil.example>",
                "\" <spy@evil.example>, \"",
                "=?UTF-8?B?DQpCY2M6IHNweUBldmlsLmV4YW1wbGU=?=",
                "瘊瘍Bcc: spy@evil.example",
                "上上上");
        for (String name : names) {
            OutboxRows.add("liang@customs.example", name, name);
        }
        worker("one").run();
        MimeMessage[] mails = mailbox.getReceivedMessages();
        assertThat(mails).hasSize(names.size());
        List<String> arrived = new ArrayList<>();
        for (MimeMessage mail : mails) {
            assertThat(mail.getAllRecipients()).singleElement().satisfies(address -> assertThat(
                            ((InternetAddress) address).getAddress())
                    .isEqualTo("liang@customs.example"));
            assertThat(mail.getSubject()).isEqualTo(((InternetAddress) mail.getAllRecipients()[0]).getPersonal());
            arrived.add(mail.getSubject());
        }
        assertThat(arrived).containsExactlyElementsOf(names);
    }

    @Test
    void sendsEachMailOnceThoughManyWorkersRun() throws Exception {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 150; i++) {
            OutboxRows.add("person" + i + "@customs.example");
        }
        OutboxRows.all().forEach(mail -> expected.add(mail.messageId()));
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            DeliverMail worker = worker("worker" + i);
            workers.add(new Thread(worker::run));
        }
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join(60_000);
        }
        List<String> arrived = new ArrayList<>();
        for (MimeMessage mail : mailbox.getReceivedMessages()) {
            arrived.add(mail.getMessageID());
        }
        assertThat(arrived).hasSize(150).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(OutboxRows.all()).allSatisfy(mail -> {
            assertThat(mail.status()).isEqualTo("SENT");
            assertThat(mail.attempts()).isEqualTo(1);
        });
    }
}
