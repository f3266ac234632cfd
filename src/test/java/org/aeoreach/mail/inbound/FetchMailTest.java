package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mailbox on a real IMAP server, read by one node or several, which stop at the worst moment. */
@Tag("db")
class FetchMailTest {

    private static final String PASSWORD = "correct horse";
    private static final String HOST = "127.0.0.1";

    private GreenMail server = server(0, 0);
    private Mailbox mailbox;

    private static GreenMail server(int smtp, int imap) {
        return new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, HOST, ServerSetup.PROTOCOL_IMAP)
        });
    }

    @BeforeEach
    void start() throws Exception {
        InboundRows.clear();
        begin();
        mailbox = InboundRows.mailbox();
    }

    private void begin() {
        server.start();
        server.setUser(InboundRows.ADDRESS, InboundRows.ADDRESS, PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        InboundRows.clear();
    }

    private ImapSettings settings(boolean idle) {
        return new ImapSettings(
                HOST,
                server.getImap().getPort(),
                ImapSettings.Tls.NONE,
                Map.of("", PASSWORD),
                "AEO-Reach",
                Duration.ofSeconds(30),
                idle,
                null);
    }

    private void deliver(String subject) throws Exception {
        deliver(subject, "<" + subject + "@firm.test>");
    }

    private void deliver(String subject, String id) throws Exception {
        String raw = "Message-ID: " + id + "\r\nFrom: Li <li@firm.test>\r\nTo: " + InboundRows.ADDRESS + "\r\nSubject: "
                + subject + "\r\n\r\nWords of " + subject + "\r\n";
        Session session = GreenMailUtil.getSession(server.getSmtp().getServerSetup());
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(HOST, server.getSmtp().getPort(), null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private int count(String folder) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, server.getImap().getPort(), InboundRows.ADDRESS, PASSWORD);
            Folder found = store.getFolder(folder);
            return found.exists() ? found.getMessageCount() : 0;
        }
    }

    @Test
    void keepsEachMailAsItCameAndMovesIt() throws Exception {
        deliver("one");
        deliver("two");
        InboundRows.fetcher("one", settings(false)).run();
        assertThat(InboundRows.all()).extracting(row -> row.text("subject")).containsExactly("one", "two");
        assertThat(Rows.number("select count(*) from inbound_mail where sha256 = sha256(raw)"
                        + " and convert_from(raw, 'UTF8') like '%Words of %'"))
                .isEqualTo(2);
        assertThat(count("INBOX")).isZero();
        assertThat(count("AEO-Reach")).isEqualTo(2);
        assertThat(Rows.number("select failures from mailbox where contact_at is not null and claimed_by is null"))
                .isZero();
    }

    @Test
    void readsAFullMailboxToItsEnd() throws Exception {
        for (int i = 0; i < 250; i++) {
            deliver("mail" + i);
        }
        InboundRows.fetcher("one", settings(false)).run();
        assertThat(InboundRows.all()).hasSize(250);
        assertThat(count("INBOX")).isZero();
        assertThat(count("AEO-Reach")).isEqualTo(250);
    }

    @Test
    void makesOneEntryOfAMailThatIsThereTwice() throws Exception {
        deliver("same");
        deliver("same");
        InboundRows.fetcher("one", settings(false)).run();
        deliver("same");
        InboundRows.elapse();
        InboundRows.fetcher("two", settings(false)).run();
        assertThat(InboundRows.all()).singleElement().satisfies(row -> assertThat(row.text("copies"))
                .isEqualTo("2"));
        assertThat(count("INBOX")).isZero();
    }

    @Test
    void keepsTwoMailsApartThatSomebodyGaveTheSameMessageId() throws Exception {
        deliver("first", "<x@firm.test>");
        deliver("second", "<x@firm.test>");
        InboundRows.fetcher("one", settings(false)).run();
        assertThat(InboundRows.all()).extracting(row -> row.text("subject")).containsExactly("first", "second");
    }

    @Test
    void fetchesAMailThatHasTheNumberOfAnotherInAMailboxMadeAnew() throws Exception {
        deliver("new");
        try (ImapConnection connection = ImapConnection.open(settings(false), InboundRows.ADDRESS)) {
            ImapConnection.Found found = connection.first().get(0);
            byte[] raw = Objects.requireNonNull(connection.raw(List.of(found)).get(found.uid()));
            byte[] old = new String(raw, StandardCharsets.UTF_8)
                    .replace("new", "old")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(old).hasSameSizeAs(raw);
            new InboundQueue(InboundRows.asJobs(), "before")
                    .keep(new InboundQueue.Place(mailbox, connection.uidValidity(), found.uid()), old, found.bytes());
        }
        InboundRows.fetcher("one", settings(false)).run();
        assertThat(InboundRows.all()).extracting(row -> row.text("subject")).containsExactly("old", "new");
        assertThat(InboundRows.all()).allMatch(row -> row.text("copies").equals("0"));
        assertThat(count("AEO-Reach")).isEqualTo(1);
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledBetweenKeepingAndMoving() throws Exception {
        deliver("one");
        deliver("two");
        // What the first node had done when it was killed: the first mail kept, none moved, the lease its own.
        MailboxLeases dead = new MailboxLeases(InboundRows.asJobs(), "dead", Duration.ofMinutes(2));
        assertThat(dead.claim(List.of(), 1)).hasSize(1);
        InboundQueue queue = new InboundQueue(InboundRows.asJobs(), "dead");
        try (ImapConnection connection = ImapConnection.open(settings(false), InboundRows.ADDRESS)) {
            ImapConnection.Found first = connection.first().get(0);
            queue.keep(
                    new InboundQueue.Place(mailbox, connection.uidValidity(), first.uid()),
                    Objects.requireNonNull(connection.raw(List.of(first)).get(first.uid())),
                    first.bytes());
        }
        FetchMail next = InboundRows.fetcher("next", settings(false));
        next.run();
        assertThat(InboundRows.all())
                .as("while the lease of the dead one lasts")
                .hasSize(1);
        InboundRows.elapse();
        next.run();
        assertThat(InboundRows.all()).extracting(row -> row.text("subject")).containsExactly("one", "two");
        assertThat(InboundRows.all()).allMatch(row -> row.text("copies").equals("0"));
        assertThat(count("INBOX")).isZero();
    }

    @Test
    void leavesAServerThatIsAwayForAnHourAloneForAGrowingTimeAndGoesOnWhereItWas() throws Exception {
        deliver("before");
        ImapSettings settings = settings(false);
        InboundRows.fetcher("one", settings).run();
        int smtp = server.getSmtp().getPort();
        server.stop();
        List<Long> pauses = new ArrayList<>();
        for (long away = 0; away < Duration.ofHours(1).toSeconds(); away += pauses.get(pauses.size() - 1)) {
            InboundRows.elapse();
            InboundRows.fetcher("one", settings).run();
            pauses.add(Rows.number("select round(extract(epoch from retry_at - now()))::bigint from mailbox"));
        }
        assertThat(pauses).isSorted().startsWith(5L, 10L).endsWith(300L);
        assertThat(Rows.number("select count(*) from mailbox where error <> '' and failures = ?", pauses.size()))
                .isEqualTo(1);
        server = server(smtp, settings.port());
        begin();
        deliver("after");
        InboundRows.elapse();
        InboundRows.fetcher("one", settings).run();
        assertThat(InboundRows.all()).extracting(row -> row.text("subject")).containsExactly("before", "after");
        assertThat(Rows.number("select count(*) from mailbox where error is null and failures = 0"))
                .isEqualTo(1);
    }

    @Test
    void neverTellsThePasswordWhenItIsRefused() throws Exception {
        ImapSettings wrong = new ImapSettings(
                HOST,
                server.getImap().getPort(),
                ImapSettings.Tls.NONE,
                Map.of("", "not the password"),
                "AEO-Reach",
                Duration.ofSeconds(30),
                false,
                null);
        InboundRows.fetcher("one", wrong).run();
        assertThat(Rows.one("select error from mailbox").text("error")).isEqualTo("sign-in refused");
        assertThat(wrong.toString()).doesNotContain("not the password");
    }

    @Test
    void isReadByOneOfManyNodes() throws Exception {
        for (int i = 0; i < 30; i++) {
            deliver("mail" + i);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            FetchMail node = InboundRows.fetcher("node" + i, settings(false));
            nodes.submit(() -> {
                node.run();
                node.run();
            });
        }
        nodes.shutdown();
        assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(InboundRows.all()).hasSize(30).allMatch(row -> row.text("copies")
                .equals("0"));
        assertThat(count("AEO-Reach")).isEqualTo(30);
    }

    @Test
    void isToldOfNewMailWhileItWaits() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        FetchMail fetcher = new FetchMail(
                settings(true),
                new MailboxLeases(InboundRows.asJobs(), "one", Duration.ofMinutes(2)),
                new InboundQueue(InboundRows.asJobs(), "one"),
                threads);
        fetcher.run();
        await("select count(*) from mailbox where contact_at is not null");
        deliver("pushed");
        await("select count(*) from inbound_mail where subject = 'pushed'");
        // Whoever waits holds the mailbox; told to stop, it lets go of it.
        assertThat(Rows.number("select count(*) from mailbox where claimed_by = 'one'"))
                .isEqualTo(1);
        fetcher.stop();
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Rows.number("select count(*) from mailbox where claimed_by is null"))
                .isEqualTo(1);
    }

    private static void await(String count) throws Exception {
        for (int i = 0; i < 600 && Rows.number(count) == 0; i++) {
            Thread.sleep(50);
        }
        assertThat(Rows.number(count)).as(count).isPositive();
    }
}
