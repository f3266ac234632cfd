package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The program is killed, and then its database, while letters leave and questions come by mail. Afterwards each letter has
 * left, and of each question there is one enquiry. Only the letter in hand at that moment may come twice, under one
 * Message-ID.
 */
@EnabledOnOs(OS.LINUX)
class MailFaultsIT {

    private static final int LETTERS = 300;
    private static final int QUESTIONS = 1200;
    // Each question is answered by a receipt.
    private static final int ALL = LETTERS + QUESTIONS;
    private static final int FAULTS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LEASE_OUT = Duration.ofMinutes(15);
    private static final Duration LEASE_IN = Duration.ofMinutes(5);
    private static final String SENT = "select count(*) from aeo.mail where status = 'SENT'";
    private static final String TAKEN = "select count(*) from aeo.inbound_mail where status = 'DONE'";

    private final PostOffice post = new PostOffice();
    private Program program = Program.start(post.used(Setup.fresh("mail-faults")));

    @Test
    @Timeout(900)
    void nothingIsLostOrDoubledWhenServerAndDatabaseDieInTheMiddle() throws Exception {
        try (post) {
            program.awaitReady();
            begin();
            inTheMiddle(6);
            killServer();
            inTheMiddle(2);
            killDatabase();
            Store store = Store.of(program);
            Wait.until(
                    "all letters and all questions",
                    PATIENCE,
                    () -> store.number(SENT) == ALL && store.number(TAKEN) == QUESTIONS);
            requireEachLetterOnce(store);
            requireEachQuestionOnce(store);
        } finally {
            program.close();
        }
    }

    private void begin() throws MessagingException {
        Store store = Store.of(program);
        store.execute("update aeo.mail_control set per_second = 60, per_domain = 1000");
        post.fill(QUESTIONS);
        store.execute(
                "insert into aeo.mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path) select '<' || gen_random_uuid() || '@reach.example>', 'campaign-mailing', 'zh',"
                        + " 'person' || i || '@d' || i % 40 || '.example', '梁晓川', '关于高级认证企业标准的通知', '您好，请看。',"
                        + " '<p>您好，请看。</p>', '0000.' from generate_series(1, " + LETTERS + ") i");
        PostOffice.open(store);
    }

    /** @param part which part of all has left and come, at least */
    private void inTheMiddle(int part) {
        Store store = Store.of(program);
        Wait.until(
                "a part of all letters and questions",
                PATIENCE,
                () -> store.number(SENT) >= ALL / part && store.number(TAKEN) >= QUESTIONS / part);
        assertThat(store.number(SENT)).as("more are to leave").isLessThan(ALL);
    }

    private void killServer() {
        Signal.KILL.to(program.server());
        program.awaitExit(Duration.ofSeconds(60));
        program = Program.ready(program.setup());
        leasesEnd(Store.of(program), "now()");
    }

    private void killDatabase() {
        Signal.KILL.to(program.postgres());
        Wait.until(
                "the database",
                Duration.ofSeconds(90),
                () -> program.client().get("/health/ready").status() == 200);
        // Whoever had something in hand has let go of it by now.
        Wait.millis(5_000);
        // What was at work without its master may have claimed something still.
        leasesEnd(Store.of(program), "pg_postmaster_start_time()");
    }

    /** What was claimed before that moment is anybody's, as if the time had passed. */
    private static void leasesEnd(Store store, String moment) {
        String before = " <= " + moment + " + interval '%d minutes'";
        for (String each : List.of(
                "mail set next_attempt_at = now(), claimed_until = now() where status = 'SENDING' and claimed_until"
                        + before.formatted(LEASE_OUT.toMinutes()),
                "inbound_mail set next_attempt_at = now() where status = 'WORKING' and next_attempt_at"
                        + before.formatted(LEASE_IN.toMinutes()),
                "mailbox set claimed_until = now()")) {
            store.execute("update aeo." + each);
        }
    }

    private void requireEachLetterOnce(Store store) throws MessagingException {
        Map<String, Integer> came = post.came();
        assertThat(came.keySet()).containsExactlyInAnyOrderElementsOf(store.list("select message_id from aeo.mail"));
        assertThat(came.values().stream().mapToInt(times -> times - 1).sum())
                .as("came twice")
                .isLessThanOrEqualTo(FAULTS);
    }

    private void requireEachQuestionOnce(Store store) throws MessagingException {
        assertThat(store.number("select count(*) from aeo.inbound_mail")).isEqualTo(QUESTIONS);
        assertThat(store.number("select count(*) from aeo.enquiry")).isEqualTo(QUESTIONS);
        assertThat(store.number("select count(distinct i.id) from aeo.inbound_mail i"
                        + " join aeo.enquiry_message m on m.inbound_id = i.id join aeo.enquiry_work w on w.enquiry_id = m.enquiry_id"
                        + " join aeo.enquiry_step s on s.enquiry_id = m.enquiry_id"))
                .as("with its work and its clock")
                .isEqualTo(QUESTIONS);
        Wait.until("an empty mailbox", PATIENCE, () -> post.left("INBOX") == 0);
        assertThat(post.left("AEO-Reach")).isEqualTo(QUESTIONS);
    }
}
