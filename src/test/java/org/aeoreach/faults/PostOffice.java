package org.aeoreach.faults;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A mail server on this machine: it takes whatever is sent, and has one mailbox people write to. */
final class PostOffice implements AutoCloseable {

    static final String ADDRESS = "ask.bench@customs.test";

    private static final String HOST = "127.0.0.1";
    private static final String PASSWORD = "correct horse";
    private static final String MAIL =
            "Message-ID: <%1$d.%2$d@bench.test>\r\nFrom: Li %1$d <li%1$d@firm%3$d.test>\r\nTo: "
                    + ADDRESS + "\r\nDate: Mon, 23 Nov 2026 09:00:00 +0800\r\nMIME-Version: 1.0\r\n"
                    + "Subject: =?UTF-8?B?6auY57qn6K6k6K+B5p2Q5paZ?= %1$d\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                    + "Content-Transfer-Encoding: 8bit\r\n\r\n请问申请高级认证需要准备哪些材料？第%1$d次。\r\n";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser box;

    PostOffice() {
        server.start();
        box = server.setUser(ADDRESS, ADDRESS, PASSWORD);
    }

    /** A program that sends and fetches its mail here. It is no demonstration: those do neither. */
    Setup used(Setup setup) {
        return setup.with("AEO_DEMO", "false")
                .with("AEO_MAIL_HOST", HOST)
                .with("AEO_MAIL_PORT", Integer.toString(server.getSmtp().getPort()))
                .with("AEO_MAIL_TLS", "none")
                .with("AEO_MAIL_FROM", "reach@customs.test")
                .with("AEO_MAIL_IMAP_HOST", HOST)
                .with("AEO_MAIL_IMAP_PORT", Integer.toString(server.getImap().getPort()))
                .with("AEO_MAIL_IMAP_TLS", "none")
                .with("AEO_MAIL_IMAP_PASSWORD", PASSWORD);
    }

    /** Questions of so many people, none of which was ever here before. */
    void fill(int mails) throws MessagingException {
        Session session = GreenMailUtil.getSession(server.getSmtp().getServerSetup());
        long run = System.nanoTime();
        for (int i = 0; i < mails; i++) {
            byte[] raw = MAIL.formatted(i, run, i % 500).getBytes(StandardCharsets.UTF_8);
            box.deliver(new MimeMessage(session, new ByteArrayInputStream(raw)));
        }
    }

    /** Has the mailbox be read from now on: that of a house that has none. */
    static void open(Store store) {
        store.execute("insert into aeo.mailbox (unit_id, org_path, address) select id, org_path, '" + ADDRESS
                + "' from aeo.unit u where u.kind = 'HOUSE' and u.code <> '5304' and not exists (select from aeo.mailbox b"
                + " where b.unit_id = u.id) order by u.code limit 1 on conflict (address) do update set active = true");
    }

    int left(String folder) throws MessagingException {
        try (jakarta.mail.Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, server.getImap().getPort(), ADDRESS, PASSWORD);
            Folder found = store.getFolder(folder);
            return found.exists() ? found.getMessageCount() : 0;
        }
    }

    /** How often each mail that was sent came, by its Message-ID. */
    Map<String, Integer> came() throws MessagingException {
        Map<String, Integer> came = new TreeMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (!mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(ADDRESS)) {
                came.merge(mail.getMessageID(), 1, Integer::sum);
            }
        }
        return came;
    }

    @Override
    public void close() {
        server.stop();
    }
}
