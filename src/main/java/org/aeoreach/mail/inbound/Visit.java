package org.aeoreach.mail.inbound;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.platform.InFlight;
import org.aeoreach.platform.SystemDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mailbox: keeps what is there, moves it out of the way, and where the server can waits for more. Every mail is
 * kept in a transaction of its own before it is moved; whatever breaks off in between is made good the next time.
 */
final class Visit implements Runnable {

    private static final System.Logger LOG = System.getLogger(Visit.class.getName());
    private static final long MOST_BYTES = 40L << 20;
    private static final long TOGETHER_BYTES = 4L << 20;

    private final ImapSettings settings;
    private final MailboxLeases leases;
    private final InboundQueue queue;
    private final Mailbox mailbox;
    private volatile @Nullable ImapConnection waiting;
    private volatile boolean ended;

    Visit(ImapSettings settings, MailboxLeases leases, InboundQueue queue, Mailbox mailbox) {
        this.settings = settings;
        this.leases = leases;
        this.queue = queue;
        this.mailbox = mailbox;
    }

    @Override
    public void run() {
        try (ImapConnection connection = ImapConnection.open(settings, mailbox.address())) {
            boolean more = true;
            while (more && leases.reached(mailbox) && !stopping()) {
                more = takeSome(connection) || stay(connection);
            }
            leases.leave(mailbox, settings.poll());
        } catch (MessagingException | IOException | IllegalStateException fault) {
            failed(fault);
        } catch (SystemDatabase.DatabaseFault away) {
            LOG.log(System.Logger.Level.WARNING, "Mailbox {0} is left: the database does not answer", id());
        }
    }

    /** @return whether there may be more at once */
    private boolean takeSome(ImapConnection connection) throws MessagingException, IOException {
        InFlight.begin();
        try {
            List<ImapConnection.Found> found = connection.first();
            long validity = connection.uidValidity();
            Map<Long, Long> known = queue.cut(
                    mailbox,
                    validity,
                    found.stream()
                            .filter(Visit::large)
                            .map(ImapConnection.Found::uid)
                            .toList());
            List<ImapConnection.Found> done = new ArrayList<>();
            for (List<ImapConnection.Found> some : together(found)) {
                done.addAll(kept(connection, some, validity, known));
            }
            connection.move(done);
            return !done.isEmpty() && !stopping();
        } finally {
            InFlight.end();
        }
    }

    /** In sets that are asked for at once: a server far away answers once for each. */
    private static List<List<ImapConnection.Found>> together(List<ImapConnection.Found> found) {
        List<List<ImapConnection.Found>> sets = new ArrayList<>();
        long bytes = 0;
        for (ImapConnection.Found mail : found) {
            bytes += mail.bytes();
            if (sets.isEmpty() || bytes > TOGETHER_BYTES) {
                sets.add(new ArrayList<>());
                bytes = mail.bytes();
            }
            sets.get(sets.size() - 1).add(mail);
        }
        return sets;
    }

    /**
     * Keeps what is there. A number says nothing of a mail: another server, or a mailbox made anew, gives it again; so each
     * is fetched, and the queue knows it by its content.
     *
     * @param known sizes of those of which the head is kept, by their numbers
     * @return which may leave their place: one too large to be fetched stays there
     */
    private List<ImapConnection.Found> kept(
            ImapConnection connection, List<ImapConnection.Found> some, long validity, Map<Long, Long> known)
            throws MessagingException, IOException {
        if (stopping()) {
            return List.of();
        }
        Map<Long, byte[]> raw =
                connection.raw(some.stream().filter(mail -> !large(mail)).toList());
        List<ImapConnection.Found> done = new ArrayList<>();
        for (ImapConnection.Found mail : some) {
            boolean there = Objects.equals(known.get(mail.uid()), mail.bytes());
            if (!there && !stopping() && keep(connection, mail, validity, raw.get(mail.uid()))) {
                done.add(mail);
            }
        }
        return done;
    }

    /** @param raw null of one that is too large, or gone by now. @return whether it is kept whole */
    private boolean keep(ImapConnection connection, ImapConnection.Found mail, long validity, byte @Nullable [] raw)
            throws MessagingException, IOException {
        InboundQueue.Place place = new InboundQueue.Place(mailbox, validity, mail.uid());
        if (raw != null) {
            queue.keep(place, raw, raw.length);
        } else if (large(mail)) {
            queue.keep(place, connection.head(mail), mail.bytes());
        }
        return raw != null;
    }

    private static boolean large(ImapConnection.Found mail) {
        return mail.bytes() > MOST_BYTES;
    }

    private boolean stay(ImapConnection connection) throws MessagingException {
        if (!settings.idle() || !connection.canWait() || stopping()) {
            return false;
        }
        waiting = connection;
        try {
            connection.await();
        } finally {
            waiting = null;
        }
        return true;
    }

    /** Ends a wait, so that the lease is renewed and the connection is not given up. */
    void wake() {
        ImapConnection connection = waiting;
        if (connection != null) {
            connection.wake();
        }
    }

    /** Has it end as soon as it can. */
    void end() {
        ended = true;
        wake();
    }

    private boolean stopping() {
        return ended || InFlight.draining();
    }

    private void failed(Exception fault) {
        String reason = fault instanceof AuthenticationFailedException ? "sign-in refused" : reason(fault);
        LOG.log(System.Logger.Level.WARNING, "Mailbox {0} at {1} is not reached: {2}", id(), settings, reason);
        leases.failed(mailbox, reason);
    }

    private static String reason(Exception fault) {
        String line = String.valueOf(fault.getMessage()).replaceAll("[\\p{Cc}\\s]+", " ");
        return line.length() > 300 ? line.substring(0, 300) : line;
    }

    private String id() {
        return Long.toString(mailbox.id());
    }
}
