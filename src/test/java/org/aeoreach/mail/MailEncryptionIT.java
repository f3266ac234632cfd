package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        MailSettings settings = new MailSettings(
                "localhost",
                smtp.port(),
                Tls.STARTTLS,
                "reach",
                "a secret",
                new MailAddress("noreply@reach.example"),
                trust,
                "reach.example");
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
