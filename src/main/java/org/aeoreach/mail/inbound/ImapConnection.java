package org.aeoreach.mail.inbound;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aeoreach.mail.TrustAnchors;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/** One mailbox, open. Every wait has an end: 10 s to connect, 30 s for a reply. */
final class ImapConnection implements AutoCloseable {

    private static final String CONNECT_MILLIS = "10000";
    private static final String WAIT_MILLIS = "30000";
    private static final int MOST_AT_ONCE = 100;

    private final IMAPStore store;
    private final IMAPFolder inbox;
    private final Folder kept;

    /** A mail in the mailbox. @param bytes its size as the server tells it */
    record Found(long uid, long bytes, Message message) {}

    private ImapConnection(IMAPStore store, String folder) throws MessagingException {
        this.store = store;
        this.inbox = (IMAPFolder) store.getFolder("INBOX");
        this.kept = store.getFolder(folder);
        inbox.open(Folder.READ_WRITE);
        if (!kept.exists()) {
            kept.create(Folder.HOLDS_MESSAGES);
        }
    }

    /** @throws MessagingException when the server is away, not the one it should be, or does not let us in */
    static ImapConnection open(ImapSettings settings, String address) throws MessagingException {
        String protocol = settings.tls() == ImapSettings.Tls.TLS ? "imaps" : "imap";
        Session session = Session.getInstance(properties(settings, "mail." + protocol + "."));
        IMAPStore store = (IMAPStore) session.getStore(protocol);
        store.connect(settings.host(), settings.port(), address, settings.password(address));
        try {
            return new ImapConnection(store, settings.folder());
        } catch (MessagingException failed) {
            close(store);
            throw failed;
        }
    }

    private static Properties properties(ImapSettings settings, String prefix) {
        Properties properties = new Properties();
        boolean starttls = settings.tls() == ImapSettings.Tls.STARTTLS;
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", WAIT_MILLIS);
        properties.put(prefix + "writetimeout", WAIT_MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "starttls.enable", Boolean.toString(starttls));
        properties.put(prefix + "starttls.required", Boolean.toString(starttls));
        properties.put(prefix + "fetchsize", Integer.toString(1 << 20));
        properties.put(prefix + "connectionpoolsize", "1");
        if (settings.trust() != null) {
            properties.put(prefix + "ssl.socketFactory", TrustAnchors.sockets(settings.trust()));
            properties.put(prefix + "socketFactory.fallback", "false");
        }
        return properties;
    }

    /** The server changes it when it gives its mails new numbers. */
    long uidValidity() throws MessagingException {
        return inbox.getUIDValidity();
    }

    /** The oldest mails there are, some at a time. */
    List<Found> first() throws MessagingException {
        int count = Math.min(inbox.getMessageCount(), MOST_AT_ONCE);
        if (count <= 0) {
            return List.of();
        }
        Message[] messages = inbox.getMessages(1, count);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        inbox.fetch(messages, profile);
        List<Found> found = new ArrayList<>();
        for (Message message : messages) {
            if (!message.isExpunged()) {
                found.add(new Found(inbox.getUID(message), Math.max(message.getSize(), 0), message));
            }
        }
        return found;
    }

    /** Mails as they came, by their numbers, asked for together; the server is not told that they were read. */
    Map<Long, byte[]> raw(List<Found> wanted) throws MessagingException {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        String uids = wanted.stream().map(each -> Long.toString(each.uid())).collect(Collectors.joining(","));
        Map<Long, byte[]> raw = new TreeMap<>();
        inbox.doCommand(protocol -> {
            Response[] answers = protocol.command("UID FETCH " + uids + " (UID BODY.PEEK[])", null);
            for (Response answer : answers) {
                if (answer instanceof FetchResponse fetched) {
                    put(fetched, raw);
                }
            }
            protocol.notifyResponseHandlers(answers);
            protocol.handleResult(answers[answers.length - 1]);
            return raw;
        });
        return raw;
    }

    private static void put(FetchResponse fetched, Map<Long, byte[]> raw) {
        UID uid = fetched.getItem(UID.class);
        BODY body = fetched.getItem(BODY.class);
        if (uid != null && body != null && body.getByteArray() != null) {
            raw.put(uid.uid, body.getByteArray().getNewBytes());
        }
    }

    /** The head alone. */
    byte[] head(Found found) throws MessagingException, IOException {
        ((IMAPMessage) found.message()).setPeek(true);
        return ((IMAPMessage) found.message()).getMimeStream().readNBytes(Head.MOST_BYTES);
    }

    /** Takes mails that are kept here out of the way of those that come. */
    void move(List<Found> done) throws MessagingException {
        if (done.isEmpty()) {
            return;
        }
        Message[] messages = done.stream().map(Found::message).toArray(Message[]::new);
        if (store.hasCapability("MOVE")) {
            inbox.moveMessages(messages, kept);
        } else {
            inbox.copyMessages(messages, kept);
            inbox.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();
        }
        // Mails that are gone keep their places in an open folder, and those behind them would never come first.
        inbox.close(false);
        inbox.open(Folder.READ_WRITE);
    }

    boolean canWait() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits until the server tells of something, or {@link #wake} is called. */
    void await() throws MessagingException {
        inbox.idle(true);
    }

    /** From another thread: ends the wait, and keeps the connection from being given up. */
    void wake() {
        try {
            inbox.getMessageCount();
        } catch (MessagingException | IllegalStateException gone) {
            // Who waits learns it too.
        }
    }

    @Override
    public void close() {
        close(store);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException alreadyGone) {
            // Everything that was to be known is known.
        }
    }
}
