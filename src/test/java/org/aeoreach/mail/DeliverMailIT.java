package org.aeoreach.mail;

import static org.aeoreach.mail.ScriptedSmtp.CUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker against servers that fail in every way they do. */
class DeliverMailIT {

    private static final int NOTHING_LISTENS = 1;

    private final Moving clock = new Moving();
    private ScriptedSmtp smtp;

    /** Stands still until it is moved. */
    static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-12-01T00:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

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

    static MailSettings settings(int port, Tls tls) {
        return settings(port, tls, MailSettings.Waits.USUAL);
    }

    private static MailSettings settings(int port, Tls tls, MailSettings.Waits waits) {
        return new MailSettings(
                "localhost",
                port,
                tls,
                null,
                null,
                new MailAddress("noreply@reach.example"),
                Set.of("reach.example", "customs.example"),
                null,
                "https://reach.example",
                waits);
    }

    private DeliverMail worker(String name, MailSettings settings) {
        return new DeliverMail(settings, new MailQueue(OutboxRows.asJobs(), name), new Messages(), clock);
    }

    private DeliverMail worker() {
        return worker("one", settings(smtp.port(), Tls.NONE));
    }

    @Test
    void sendsOnceWhenTheServerComesBack() throws Exception {
        OutboxRows.add("liang@customs.example");
        int port = smtp.port();
        smtp.close();
        DeliverMail worker = worker("one", settings(port, Tls.NONE));
        for (int hour = 0; hour < 4; hour++) {
            worker.run();
            clock.move(Duration.ofMinutes(15));
        }
        assertThat(OutboxRows.only().status()).isEqualTo("WAITING");
        assertThat(OutboxRows.only().attempts()).isZero();
        try (ScriptedSmtp back = new ScriptedSmtp(null)) {
            DeliverMail again = worker("one", settings(back.port(), Tls.NONE));
            again.run();
            again.run();
            assertThat(back.taken()).hasSize(1);
        }
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
    }

    @Test
    void leavesAServerThatIsAwayAloneForAGrowingTime() throws Exception {
        OutboxRows.add("liang@customs.example");
        smtp.on("EHLO", "421 closing", "421 closing").on("HELO", "421 closing", "421 closing");
        DeliverMail worker = worker();
        worker.run();
        long begun = greetings();
        clock.move(Duration.ofSeconds(40));
        worker.run();
        assertThat(greetings()).isEqualTo(begun);
        clock.move(Duration.ofSeconds(21));
        worker.run();
        assertThat(greetings()).isGreaterThan(begun);
        clock.move(Duration.ofSeconds(61));
        worker.run();
        assertThat(smtp.taken()).isEmpty();
        clock.move(Duration.ofSeconds(60));
        worker.run();
        assertThat(smtp.taken()).hasSize(1);
    }

    /** Conversations begun; the end of one is heard a moment later. */
    private long greetings() {
        return smtp.commands().stream()
                .filter(command -> command.startsWith("EHLO"))
                .count();
    }

    @Test
    void sendsUnderTheSameMessageIdAfterACutBeforeTheAnswer() throws Exception {
        OutboxRows.add("liang@customs.example");
        smtp.on(".", CUT);
        DeliverMail worker = worker();
        worker.run();
        assertThat(OutboxRows.only().status()).isEqualTo("WAITING");
        assertThat(OutboxRows.only().minutesToNext()).isEqualTo(1);
        worker.run();
        assertThat(smtp.taken()).hasSize(1);
        OutboxRows.elapse();
        worker.run();
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
        assertThat(smtp.taken()).hasSize(2).allSatisfy(message -> assertThat(message)
                .contains("Message-ID: " + OutboxRows.only().messageId()));
        assertThat(withoutBoundary(smtp.taken().get(0)))
                .isEqualTo(withoutBoundary(smtp.taken().get(1)));
    }

    private static String withoutBoundary(String message) {
        return message.replaceAll("----=_Part_[0-9_.]+", "boundary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "."})
    void triesAgainAfterATemporaryRefusal(String command) throws Exception {
        OutboxRows.add("liang@customs.example");
        smtp.on(command, "451 greylisted, come back later");
        DeliverMail worker = worker();
        worker.run();
        assertThat(OutboxRows.only().status()).isEqualTo("WAITING");
        assertThat(OutboxRows.only().lastError()).contains("451");
        OutboxRows.elapse();
        worker.run();
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
        assertThat(OutboxRows.only().attempts()).isEqualTo(2);
        assertThat(OutboxRows.only().lastError()).isNull();
    }

    @Test
    void waitsLongerForTheReplyToAWholeMailThanForAnyOther() throws Exception {
        var waits = new MailSettings.Waits(Duration.ofSeconds(10), Duration.ofMillis(400), Duration.ofMinutes(1));
        OutboxRows.add("liang@customs.example");
        OutboxRows.add("zhou@customs.example");
        smtp.late(".", Duration.ofMillis(1_500));
        worker("one", settings(smtp.port(), Tls.NONE, waits)).run();
        assertThat(OutboxRows.all()).extracting(OutboxRows.Mail::status).containsExactly("SENT", "SENT");
        assertThat(OutboxRows.all()).extracting(OutboxRows.Mail::attempts).containsExactly(1, 1);
        assertThat(smtp.taken()).hasSize(2);
        OutboxRows.add("liang@customs.example");
        smtp.late("RCPT", Duration.ofMillis(1_500));
        worker("one", settings(smtp.port(), Tls.NONE, waits)).run();
        assertThat(OutboxRows.all()).last().extracting(OutboxRows.Mail::status).isEqualTo("WAITING");
        assertThat(smtp.taken()).hasSize(2);
    }

    @Test
    void theLeaseOutlastsTheLongestWaitForOneMail() throws Exception {
        OutboxRows.add("liang@customs.example");
        smtp.before("DATA", () -> assertThat(OutboxRows.only().minutesToNext()).isGreaterThanOrEqualTo(13));
        worker().run();
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 no such user, 1", "DATA, 554 not this one, 2", "., 552 too large, 2"})
    void givesUpWhenTheServerSaysNeverAndMeansTheMail(String command, String reply, int tries) throws Exception {
        long refused = OutboxRows.add("nobody@customs.example");
        smtp.on(command, reply);
        DeliverMail worker = worker();
        worker.run();
        if (tries > 1) {
            assertThat(OutboxRows.only().status()).isEqualTo("WAITING");
            smtp.on(command, reply);
            OutboxRows.elapse();
            worker.run();
        }
        OutboxRows.add("liang@customs.example");
        worker.run();
        List<OutboxRows.Mail> mails = OutboxRows.all();
        assertThat(mails.get(0).id()).isEqualTo(refused);
        assertThat(mails.get(0).status()).isEqualTo("DEAD");
        assertThat(mails.get(0).attempts()).isEqualTo(tries);
        assertThat(mails.get(0).lastError()).contains(reply);
        assertThat(mails.get(1).status()).isEqualTo("SENT");
    }

    @Test
    void givesUpAfterThreeDaysOfTemporaryRefusals() throws Exception {
        OutboxRows.add("liang@customs.example");
        DeliverMail worker = worker();
        for (int i = 1; i <= Pauses.MOST_ATTEMPTS; i++) {
            smtp.on("RCPT", "450 mailbox busy");
            assertThat(OutboxRows.only().status()).isEqualTo("WAITING");
            worker.run();
            OutboxRows.elapse();
            clock.move(Duration.ofHours(4));
        }
        assertThat(OutboxRows.only().status()).isEqualTo("DEAD");
        assertThat(OutboxRows.only().attempts()).isEqualTo(Pauses.MOST_ATTEMPTS);
        assertThat(OutboxRows.gaveUp()).containsExactly("TRIED");
        assertThat(OutboxRows.blocked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL"})
    void blamesNoMailWhenTheServerTakesNoneFromUs(String command) throws Exception {
        OutboxRows.add("liang@customs.example");
        OutboxRows.add("zhou@customs.example");
        smtp.on(command, "550 sender not allowed").on("HELO", "550 not allowed");
        worker().run();
        assertThat(OutboxRows.all()).allSatisfy(mail -> {
            assertThat(mail.status()).isEqualTo("WAITING");
            assertThat(mail.attempts()).isZero();
        });
    }

    @Test
    void sendsWhatADeadWorkerHadClaimedOnceItsLeaseEnds() throws Exception {
        OutboxRows.add("liang@customs.example");
        MailQueue dead = new MailQueue(OutboxRows.asJobs(), "dead");
        List<QueuedMail> claimed = dead.claim(20, Duration.ofMinutes(5));
        assertThat(claimed).hasSize(1);
        DeliverMail worker = worker();
        worker.run();
        assertThat(smtp.taken()).isEmpty();
        OutboxRows.elapse();
        worker.run();
        assertThat(smtp.taken()).hasSize(1);
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
        assertThat(dead.later(claimed.get(0), "woke up late", Duration.ZERO)).isEqualTo(MailQueue.Noted.TOO_LATE);
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
    }

    @Test
    void keepsTheOrderOfMailToOnePerson() throws Exception {
        OutboxRows.add("liang@customs.example", "梁晓川", "first");
        OutboxRows.add("zhou@customs.example", "周海晴", "other");
        OutboxRows.add("liang@customs.example", "梁晓川", "second");
        smtp.on("RCPT", "450 later");
        DeliverMail worker = worker();
        worker.run();
        assertThat(subjects()).containsExactly("other");
        OutboxRows.elapse();
        worker.run();
        assertThat(subjects()).containsExactly("other", "first", "second");
    }

    @Test
    void keepsTheOrderWhateverTheCaseOfTheAddress() throws Exception {
        OutboxRows.add("Liang@Customs.example", "梁晓川", "first");
        OutboxRows.add("liang@customs.example", "梁晓川", "second");
        smtp.on("RCPT", "450 later");
        DeliverMail worker = worker();
        worker.run();
        assertThat(subjects()).isEmpty();
        OutboxRows.elapse();
        worker.run();
        assertThat(subjects()).containsExactly("first", "second");
    }

    private List<String> subjects() {
        return smtp.taken().stream().map(DeliverMailIT::subject).toList();
    }

    static String subject(String message) {
        return message.replaceFirst("(?s).*\nSubject: ([^\n]+)\n.*", "$1");
    }

    @Test
    void holdsNobodyBackForARowNoMailCanBeMadeFrom() throws Exception {
        OutboxRows.add("liang@customs.example", "x\r\nBcc: spy@evil.example", "s");
        OutboxRows.add("a@b.example\r\nRCPT TO:<spy@evil.example>");
        OutboxRows.add("zhou@customs.example");
        worker().run();
        assertThat(OutboxRows.all()).extracting(OutboxRows.Mail::status).containsExactly("DEAD", "DEAD", "SENT");
        assertThat(smtp.commands()).noneMatch(command -> command.contains("evil"));
        assertThat(smtp.taken()).singleElement().asString().doesNotContain("evil");
    }

    @Test
    void tellsThatItHoldsBackUntilTheServerTakesMailAgain() throws Exception {
        OutboxRows.add("liang@customs.example");
        smtp.on("EHLO", "421 closing").on("HELO", "421 closing");
        DeliverMail worker = worker();
        worker.run();
        assertThat(OutboxRows.pauses()).hasSize(1);
        clock.move(Duration.ofMinutes(1));
        worker.run();
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
        assertThat(OutboxRows.pauses()).isEmpty();
    }

    @Test
    void losesNothingAndDoublesNothingWhileTheServerIsAwayForAnHour() throws Exception {
        int port = smtp.port();
        smtp.close();
        DeliverMail worker = worker("one", settings(port, Tls.NONE));
        for (int minute = 0; minute < 60; minute++) {
            if (minute % 10 == 0) {
                OutboxRows.add("person" + minute + "@customs.example");
                OutboxRows.add("liang@customs.example", "梁晓川", "at" + minute);
            }
            worker.run();
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(OutboxRows.all())
                .allSatisfy(mail -> assertThat(mail.attempts()).isZero());
        try (ScriptedSmtp back = new ScriptedSmtp(null, port)) {
            for (int minute = 0; minute <= 15; minute++) {
                worker.run();
                clock.move(Duration.ofMinutes(1));
            }
            assertThat(back.taken()).hasSize(12);
            assertThat(back.taken().stream().map(DeliverMailIT::subject).filter(each -> each.startsWith("at")))
                    .containsExactly("at0", "at10", "at20", "at30", "at40", "at50");
        }
        assertThat(OutboxRows.all())
                .allSatisfy(mail -> assertThat(mail.status()).isEqualTo("SENT"));
    }

    @Test
    void sendsNothingWithoutAServer() throws Exception {
        OutboxRows.add("liang@customs.example");
        new DeliverMail(null, new MailQueue(OutboxRows.asJobs(), "one"), new Messages(), clock).run();
        worker("two", settings(NOTHING_LISTENS, Tls.NONE)).run();
        assertThat(OutboxRows.only().status()).isEqualTo("WAITING");
        assertThat(OutboxRows.only().attempts()).isZero();
    }
}
