package org.aeoreach.enquiry.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeoreach.mail.inbound.Post;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Mails from an asker's mail program to the mailbox of a house, and what becomes of them. */
abstract class MailTrip implements ServerTest {

    static final String LI = "li@firm.test";

    Post post;

    @BeforeEach
    void begin() throws Exception {
        post = new Post("5304");
    }

    @AfterEach
    void end() throws Exception {
        post.close();
    }

    /** What became of the mail of this Message-ID, once something has. */
    static Rows.Row fate(String id) throws Exception {
        for (int i = 0; i < 1200; i++) {
            List<Rows.Row> rows = Rows.all(
                    "select status, coalesce(became, reason, '') as fate, coalesce(error, '') as error,"
                            + " coalesce(thread, '') as thread from inbound_mail where message_id = ?"
                            + " and status in ('DONE', 'ASIDE')",
                    id);
            if (!rows.isEmpty()) {
                return rows.get(0);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Nothing became of " + id);
    }

    long taken(String id, String became) throws Exception {
        post.fetch();
        Rows.Row fate = fate(id);
        assertThat(fate.text("fate")).as(fate.toString()).isEqualTo(became);
        return Long.parseLong(fate.text("thread").substring("enquiry/".length()));
    }

    long ask(String id, String subject, String text) throws Exception {
        post.send(LI, "Message-ID: " + id + "\nFrom: Li Xiao <" + LI + ">\nSubject: " + subject, text);
        return taken(id, "NEW");
    }

    static List<String> messages(long enquiry) throws Exception {
        return Rows.all(
                        "select kind || ' ' || body as line from enquiry_message where enquiry_id = ? order by id",
                        enquiry)
                .stream()
                .map(row -> row.text("line"))
                .toList();
    }
}
