package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail goes to the server it is meant for, unread on the way, or stays here. */
class MailEncryptionIT {

    private static Path directory;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeAuthority(@TempDir Path temporary) throws Exception {
        directory = temporary;
        certificates = new TestCertificates(directory);
    }

    @BeforeEach
    void addMail() throws Exception {
        OutboxRows.clear();
        OutboxRows.add("liang@customs.example");
    }

    @AfterAll
    static void emptyOutbox() throws Exception {
        OutboxRows.clear();
    }

    private static void deliver(ScriptedSmtp smtp, @Nullable Path trust) {
        deliver(smtp, Tls.STARTTLS, trust, MailSettings.Waits.USUAL);
    }

    private static void deliver(ScriptedSmtp smtp, Tls tls, @Nullable Path trust, MailSettings.Waits waits) {
        MailSettings settings = new MailSettings(
                "localhost",
                smtp.port(),
                tls,
                "reach",
                "a secret",
                new MailAddress("noreply@reach.example"),
                Set.of("reach.example", "customs.example"),
                trust,
                "https://reach.example",
                waits);
        new DeliverMail(settings, new MailQueue(OutboxRows.asJobs(), "one"), new Messages(), Clock.systemUTC()).run();
    }

    private static void assertNothingLeft(ScriptedSmtp smtp) throws Exception {
        assertThat(smtp.commands()).noneMatch(command -> command.matches("(?i)(MAIL|AUTH|RCPT|DATA).*"));
        assertThat(smtp.taken()).isEmpty();
        assertThat(OutboxRows.only().status()).isEqualTo("WAITING");
        assertThat(OutboxRows.only().attempts()).isZero();
    }

    @Test
    void sendsToTheServerWithTheRightCertificate() throws Exception {
        SSLContext server = certificates.server("localhost", "-1H");
        try (ScriptedSmtp smtp = new ScriptedSmtp(server)) {
            smtp.on("EHLO", "250-scripted\r\n250 STARTTLS", "250-scripted\r\n250 AUTH PLAIN");
            deliver(smtp, certificates.authority());
            assertThat(smtp.commands()).anyMatch(command -> command.startsWith("AUTH PLAIN"));
            assertThat(smtp.taken()).hasSize(1);
        }
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"STARTTLS", "TLS"})
    void waitsLongForTheReplyToAWholeMailOverAProtectedConnectionToo(Tls tls) throws Exception {
        var waits = new MailSettings.Waits(Duration.ofSeconds(10), Duration.ofMillis(700), Duration.ofMinutes(1));
        SSLContext server = certificates.server("localhost", tls == Tls.TLS ? "-2H" : "-3H");
        try (ScriptedSmtp smtp = tls == Tls.TLS ? ScriptedSmtp.protectedAtOnce(server) : new ScriptedSmtp(server)) {
            if (tls == Tls.STARTTLS) {
                smtp.on("EHLO", "250-scripted\r\n250 STARTTLS");
            }
            smtp.on("EHLO", "250-scripted\r\n250 AUTH PLAIN");
            smtp.late(".", Duration.ofMillis(1_800));
            deliver(smtp, tls, certificates.authority(), waits);
            assertThat(smtp.taken()).hasSize(1);
        }
        assertThat(OutboxRows.only().status()).isEqualTo("SENT");
        assertThat(OutboxRows.only().attempts()).isEqualTo(1);
    }

    @Test
    void sendsNothingOverTlsToAHostThatDoesNotProveItsName() throws Exception {
        SSLContext server = certificates.server("elsewhere.example", "-2H");
        try (ScriptedSmtp smtp = ScriptedSmtp.protectedAtOnce(server)) {
            deliver(smtp, Tls.TLS, certificates.authority(), MailSettings.Waits.USUAL);
            assertNothingLeft(smtp);
        }
    }

    @Test
    void sendsNothingInTheClearWhenStarttlsIsStripped() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(null)) {
            smtp.on("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN");
            deliver(smtp, certificates.authority());
            assertNothingLeft(smtp);
        }
    }

    @Test
    void sendsNothingWhenStarttlsIsOfferedAndThenRefused() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(certificates.server("refusing", "-1H"))) {
            smtp.on("STARTTLS", "454 not now");
            deliver(smtp, certificates.authority());
            assertNothingLeft(smtp);
        }
    }

    @Test
    void refusesACertificateOfAnotherHost() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(certificates.server("elsewhere.example", "-1H"))) {
            deliver(smtp, certificates.authority());
            assertNothingLeft(smtp);
        }
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(certificates.server("localhost", "-3d"))) {
            deliver(smtp, certificates.authority());
            assertNothingLeft(smtp);
        }
    }

    @Test
    void refusesAnAuthorityThatIsNotTrusted() throws Exception {
        Path apart = Files.createDirectory(directory.resolve("unknown"));
        TestCertificates unknown = new TestCertificates(apart);
        SSLContext server = unknown.server("localhost", "-1H");
        for (Path trust : new Path[] {null, certificates.authority()}) {
            try (ScriptedSmtp smtp = new ScriptedSmtp(server)) {
                deliver(smtp, trust);
                assertNothingLeft(smtp);
            }
        }
    }
}
