package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worker against a server that takes none of many mails. */
class SetbacksIT {

    private final DeliverMailIT.Moving clock = new DeliverMailIT.Moving();
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
                clock);
    }

    /** What holds of the server as a whole, and of no mail or address. */
    @ParameterizedTest
    @CsvSource({
        "DATA, 554 5.7.1 you are on a list",
        "RCPT, 550 relay not permitted",
        "RCPT, 550 Ip frequency limited",
        "RCPT, 550 5.7.1 <person9@customs.example>: relay access denied",
        "RCPT, 554 5.4.6 loops"
    })
    void givesNothingUpWhileOneMailAfterTheOtherIsRefusedInTheSameWordsAndSaysSo(String command, String reply)
            throws Exception {
        for (int i = 0; i < Setbacks.MOST; i++) {
            OutboxRows.add("person" + i + "@customs.example");
        }
        DeliverMail worker = worker();
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < Setbacks.ALIKE; i++) {
                smtp.on(command, reply.replace("9", Integer.toString(round * 9 + i)));
            }
            OutboxRows.elapse();
            worker.run();
            long begun = begun();
            worker.run();
            assertThat(begun()).as("it holds back").isEqualTo(begun);
            clock.move(Duration.ofMinutes(15));
            smtp.forget(command);
        }
        assertThat(OutboxRows.gaveUp()).containsOnlyNulls();
        assertThat(OutboxRows.blocked()).isEmpty();
        assertThat(OutboxRows.pauses())
                .singleElement()
                .asString()
                .contains(reply.substring(reply.length() - 6, reply.length()));
        OutboxRows.elapse();
        worker.run();
        assertThat(OutboxRows.all()).extracting(OutboxRows.Mail::status).containsOnly("SENT");
        assertThat(OutboxRows.pauses()).isEmpty();
    }

    /** Mails begun; the end of a conversation is heard a moment later. */
    private long begun() {
        return smtp.commands().stream().filter(each -> each.startsWith("MAIL")).count();
    }

    @Test
    void holdsBackForAGrowingTimeWhileTheServerPutsEverythingOff() throws Exception {
        DeliverMail worker = worker();
        for (int i = 0; i < 3 * Setbacks.MOST; i++) {
            OutboxRows.add("person" + i + "@customs.example");
            smtp.on("RCPT", "451 4.3.0 try later");
        }
        worker.run();
        assertThat(smtp.commands()).filteredOn(each -> each.startsWith("RCPT")).hasSize(Setbacks.MOST);
        assertThat(OutboxRows.pauses()).singleElement().asString().contains("try later");
        clock.move(Duration.ofMinutes(1));
        worker.run();
        assertThat(smtp.commands()).filteredOn(each -> each.startsWith("RCPT")).hasSize(2 * Setbacks.MOST);
        assertThat(OutboxRows.pauses()).as("one put off does not end it").hasSize(1);
        clock.move(Duration.ofMinutes(1));
        worker.run();
        assertThat(smtp.commands())
                .as("the second time is longer")
                .filteredOn(each -> each.startsWith("RCPT"))
                .hasSize(2 * Setbacks.MOST);
        clock.move(Duration.ofMinutes(1));
        worker.run();
        assertThat(smtp.commands()).filteredOn(each -> each.startsWith("RCPT")).hasSize(3 * Setbacks.MOST);
        clock.move(Duration.ofMinutes(5));
        OutboxRows.elapse();
        worker.run();
        assertThat(OutboxRows.all()).extracting(OutboxRows.Mail::status).containsOnly("SENT");
        assertThat(OutboxRows.pauses()).isEmpty();
    }
}
