package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the worker leaves alone: addresses that failed, topics declined, everything while stopped, more than the rates. */
class HeldBackMailIT {

    private ScriptedSmtp smtp;

    @BeforeEach
    void emptyOutbox() throws Exception {
        OutboxRows.clear();
        smtp = new ScriptedSmtp(null);
    }

    @AfterEach
    void stop() throws Exception {
        smtp.close();
        OutboxRows.clear();
    }

    private DeliverMail worker() {
        return new DeliverMail(
                DeliverMailIT.settings(smtp.port(), Tls.NONE),
                new MailQueue(OutboxRows.asJobs(), "one"),
                new Messages(),
                Clock.systemUTC());
    }

    private List<String> subjects() {
        return smtp.taken().stream().map(DeliverMailIT::subject).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 no such user",
                "550 Mailbox not found",
                "551 User unknown",
                "553 sorry, this recipient does not exist",
                "550 5.1.1 unknown",
                "550-5.1.10 takes no mail",
                "550 5.2.1 disabled"
            })
    void writesNoMoreToAnAddressTheServerDoesNotKnow(String reply) throws Exception {
        OutboxRows.add("gone@customs.example");
        smtp.on("RCPT", reply.contains("550-") ? reply + "\r\n550 5.1.10 really" : reply);
        DeliverMail worker = worker();
        worker.run();
        OutboxRows.add("Gone@Customs.example", "梁晓川", "second");
        worker.run();
        assertThat(OutboxRows.gaveUp()).containsExactly("ADDRESS", "BLOCKED");
        assertThat(smtp.taken()).isEmpty();
        assertThat(OutboxRows.blocked()).singleElement().asString().startsWith("gone@customs.example: " + reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "554 5.7.1 blocked by policy",
                "550 5.4.4 no route",
                "552 5.2.2 mailbox full",
                "550 relay not permitted",
                "550 Ip frequency limited",
                "550 sender not found",
                "553 5.3.0 unknown",
                "554 unknown"
            })
    void barsNoAddressForARefusalThatSaysNothingAboutIt(String reply) throws Exception {
        OutboxRows.add("there@customs.example");
        DeliverMail worker = worker();
        for (int attempt = 1; attempt <= 2; attempt++) {
            smtp.on("RCPT", reply);
            worker.run();
            OutboxRows.elapse();
        }
        assertThat(OutboxRows.gaveUp()).containsExactly("REFUSED");
        assertThat(OutboxRows.blocked()).isEmpty();
        OutboxRows.add("There@Customs.example", "梁晓川", "second");
        worker.run();
        assertThat(smtp.taken()).hasSize(1);
    }

    @Test
    void givesNothingUpForASenderTheServerDoesNotKnow() throws Exception {
        OutboxRows.add("there@customs.example");
        smtp.on("RCPT", "550 5.1.8 Sender address rejected: domain not found");
        worker().run();
        assertThat(OutboxRows.gaveUp()).containsOnlyNulls();
        assertThat(OutboxRows.only().attempts()).isZero();
        assertThat(OutboxRows.pauses()).hasSize(1);
        assertThat(OutboxRows.blocked()).isEmpty();
    }

    @Test
    void sendsNothingOfATopicItsReaderDeclinedMeanwhile() throws Exception {
        OutboxRows.add("liang@customs.example");
        OutboxRows.update("update mail set topic = 'CAMPAIGN', link = repeat('b', 43)");
        OutboxRows.add("Liang@customs.example", "梁晓川", "service");
        OutboxRows.update("insert into mail_choice values ('liang@customs.example', array['CAMPAIGN'])");
        worker().run();
        assertThat(OutboxRows.gaveUp()).containsExactly("DECLINED", null);
        assertThat(subjects()).containsExactly("service");
    }

    @Test
    void writesAgainOnceTheBarIsLifted() throws Exception {
        OutboxRows.add("liang@customs.example");
        OutboxRows.update("insert into mail_block (address, org_path, cause, reason) values ('liang@customs.example',"
                + " '0000.', 'BOUNCED', 'x')");
        DeliverMail worker = worker();
        worker.run();
        assertThat(OutboxRows.gaveUp()).containsExactly("BLOCKED");
        assertThat(smtp.commands()).isEmpty();
        OutboxRows.update("delete from mail_block");
        OutboxRows.update("update mail set status = 'WAITING'");
        worker.run();
        assertThat(smtp.taken()).hasSize(1);
    }

    @Test
    void sendsNothingWhileStoppedAndAllAfterwards() throws Exception {
        OutboxRows.add("liang@customs.example");
        OutboxRows.add("zhou@customs.example");
        OutboxRows.update("update mail_control set stopped_at = now(), reason = 'x'");
        DeliverMail worker = worker();
        worker.run();
        assertThat(smtp.commands()).isEmpty();
        assertThat(OutboxRows.all())
                .allSatisfy(mail -> assertThat(mail.status()).isEqualTo("WAITING"));
        OutboxRows.update("update mail_control set stopped_at = null, reason = null");
        worker.run();
        assertThat(smtp.taken()).hasSize(2);
    }

    @Test
    void sendsNoMoreThanTheOneOnItsWayWhenStoppedMeanwhile() throws Exception {
        for (int i = 0; i < 10; i++) {
            OutboxRows.add("person" + i + "@customs.example");
        }
        smtp.before("DATA", () -> OutboxRows.update("update mail_control set stopped_at = now(), reason = 'x'"));
        worker().run();
        assertThat(smtp.taken()).hasSize(1);
        assertThat(OutboxRows.all())
                .filteredOn(mail -> mail.status().equals("WAITING"))
                .hasSize(9);
        assertThat(OutboxRows.all()).extracting(OutboxRows.Mail::attempts).containsOnly(0, 1);
    }

    @Test
    void keepsToTheRateOfADomainWithoutHoldingBackOthers() throws Exception {
        OutboxRows.update("update mail_control set per_domain = 3");
        OutboxRows.update("insert into mail_domain values ('slow.example', 1)");
        for (int i = 0; i < 4; i++) {
            OutboxRows.add("person" + i + "@slow.example");
        }
        for (int i = 0; i < 3; i++) {
            OutboxRows.add("person" + i + "@other.example");
        }
        MailQueue queue = new MailQueue(OutboxRows.asJobs(), "one");
        List<QueuedMail> first = queue.claim(20, Duration.ofMinutes(5));
        assertThat(first)
                .extracting(mail -> mail.recipient().split("@")[1])
                .containsExactly("slow.example", "other.example", "other.example", "other.example");
        assertThat(OutboxRows.turns()).containsExactly(1, 2, 3);
        DeliverMail worker = worker();
        worker.run();
        assertThat(OutboxRows.all())
                .filteredOn(mail -> mail.status().equals("WAITING"))
                .isEmpty();
        assertThat(smtp.taken()).hasSize(3);
    }

    @Test
    void findsWhatMayGoBehindManyThatWaitForTheirTurnAndGivesNoTurnToTheBarred() throws Exception {
        OutboxRows.update("insert into mail_domain values ('slow.example', 1)");
        OutboxRows.update("insert into mail_block (address, org_path, cause, reason) values ('gone@slow.example',"
                + " '0000.', 'BOUNCED', 'x')");
        OutboxRows.add("gone@slow.example");
        for (int i = 0; i < 30; i++) {
            OutboxRows.add("person" + i + "@slow.example");
        }
        OutboxRows.add("liang@other.example");
        OutboxRows.add("zhou@other.example");
        MailQueue queue = new MailQueue(OutboxRows.asJobs(), "one");
        assertThat(queue.claim(20, Duration.ofMinutes(5)))
                .extracting(QueuedMail::recipient)
                .containsExactly("person0@slow.example", "liang@other.example", "zhou@other.example");
        assertThat(OutboxRows.gaveUp()).containsOnlyOnce("BLOCKED").first().isEqualTo("BLOCKED");
        assertThat(OutboxRows.turns()).hasSize(29).startsWith(1, 2, 3).endsWith(28, 29);
    }

    @Test
    void givesNoTurnToWhatItLeavesForTheNextClaim() throws Exception {
        OutboxRows.update("update mail_control set per_domain = 10");
        for (int i = 0; i < 8; i++) {
            OutboxRows.add("person" + i + "@customs.example");
        }
        MailQueue queue = new MailQueue(OutboxRows.asJobs(), "one");
        assertThat(queue.claim(3, Duration.ofMinutes(5))).hasSize(3);
        assertThat(OutboxRows.turns()).isEmpty();
        assertThat(queue.claim(3, Duration.ofMinutes(5)))
                .extracting(QueuedMail::recipient)
                .containsExactly("person3@customs.example", "person4@customs.example", "person5@customs.example");
        assertThat(queue.claim(20, Duration.ofMinutes(5))).hasSize(2);
    }

    @Test
    void keepsToTheRateOfAll() throws Exception {
        OutboxRows.update("update mail_control set per_second = 2");
        for (int i = 0; i < 5; i++) {
            OutboxRows.add("person" + i + "@customs.example");
        }
        MailQueue queue = new MailQueue(OutboxRows.asJobs(), "one");
        assertThat(queue.claim(20, Duration.ofMinutes(5))).hasSize(2);
        assertThat(new MailQueue(OutboxRows.asJobs(), "two").claim(20, Duration.ofMinutes(5)))
                .hasSizeLessThan(2);
    }
}
