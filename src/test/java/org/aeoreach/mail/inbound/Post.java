package org.aeoreach.mail.inbound;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.aeoreach.mail.TestDelivery;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A mail server with the mailbox of a unit; mail is fetched from it and delivered to it when a test says so. With {@code
 * aeo.post.port} it is the one that {@code deployment/check/mail.sh} started there.
 */
public final class Post implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String PASSWORD = "round-trip";
    private static final int TRIES = 600;

    private final @Nullable GreenMail server;
    private final int smtp;
    private final int imap;
    private final Mailbox mailbox;

    public Post(String unit) throws Exception {
        clear();
        Integer port = Integer.getInteger("aeo.post.port");
        mailbox = InboundRows.mailbox(unit, "ask." + unit + "@customs.test");
        if (port == null) {
            server = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
            });
            server.start();
            server.setUser(mailbox.address(), mailbox.address(), PASSWORD);
            server.setUser("li@firm.test", "li@firm.test", PASSWORD);
            smtp = server.getSmtp().getPort();
            imap = server.getImap().getPort();
        } else {
            server = null;
            smtp = port;
            imap = port + 2;
        }
        empty(mailbox.address());
        empty("li@firm.test");
    }

    private static void clear() throws Exception {
        Rows.change("delete from inbound_mail");
        Rows.change("delete from mailbox");
        Rows.change("delete from mail_block where address like '%.test'");
        Rows.change("delete from mail where recipient like '%.test'");
    }

    /** Puts a mail into the unit's mailbox. @param head its fields, each on a line */
    public void send(String from, String head, String body) throws Exception {
        int before = count();
        Session session = Session.getInstance(new Properties());
        byte[] raw = (head + "\n\n" + body).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        session.getProperties().put("mail.smtp.from", from);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(HOST, smtp, null, null);
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(raw)),
                    new Address[] {new InternetAddress(mailbox.address())});
        }
        for (int i = 0; i < TRIES && count() == before; i++) {
            Thread.sleep(50);
        }
    }

    /**
     * Hands the server a letter of ours to somebody who does not exist, and waits for what it reports; a server that
     * reports nothing by itself is given a report as another one wrote it.
     */
    public void undeliverable(String messageId) throws Exception {
        if (System.getProperty("aeo.post.config") == null) {
            String report = new String(Samples.bytes("bounce-hard"), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .replace("OUR-MESSAGE-ID", messageId);
            String[] parts = report.split("\n\n", 2);
            send("mailer-daemon@mail.test", parts[0], parts[1]);
            return;
        }
        int before = count();
        ProcessBuilder sendmail =
                new ProcessBuilder("/usr/sbin/sendmail", "-f", mailbox.address(), "ghost@elsewhere.invalid");
        sendmail.environment().put("MAIL_CONFIG", System.getProperty("aeo.post.config"));
        Process process = sendmail.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(("Message-ID: " + messageId + "\nSubject: letter\n\nwords\n").getBytes(StandardCharsets.UTF_8));
        }
        process.waitFor();
        for (int i = 0; i < TRIES && count() == before; i++) {
            Thread.sleep(50);
        }
    }

    /** Has a node fetch what is there. */
    public void fetch() throws Exception {
        Rows.change("update mailbox set retry_at = now() - interval '1 second'");
        ImapSettings settings = new ImapSettings(
                HOST,
                imap,
                ImapSettings.Tls.NONE,
                Map.of("", PASSWORD),
                "AEO-Reach",
                Duration.ofSeconds(1),
                false,
                null);
        InboundRows.fetcher("post", settings).run();
    }

    /** All mail somebody got, in its order, once that has been sent which waits; so many are waited for. */
    public List<MimeMessage> received(String address, int expected) throws Exception {
        TestDelivery.deliver(smtp);
        List<MimeMessage> all = List.of();
        for (int i = 0; i < TRIES && all.size() < expected; i++) {
            all = read(address);
            Thread.sleep(i == 0 ? 0 : 50);
        }
        return all;
    }

    private List<MimeMessage> read(String address) throws Exception {
        List<MimeMessage> all = new ArrayList<>();
        try (Store store = store(address);
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            for (Message message : inbox.getMessages()) {
                all.add(new MimeMessage((MimeMessage) message));
            }
        }
        return all;
    }

    private int count() throws Exception {
        return read(mailbox.address()).size();
    }

    private Store store(String address) throws Exception {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(HOST, imap, address, PASSWORD);
        return store;
    }

    private void empty(String address) throws Exception {
        try (Store store = store(address);
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            for (Message message : inbox.getMessages()) {
                message.setFlag(jakarta.mail.Flags.Flag.DELETED, true);
            }
            inbox.expunge();
        }
    }

    @Override
    public void close() throws Exception {
        if (server != null) {
            server.stop();
        }
        clear();
    }
}
