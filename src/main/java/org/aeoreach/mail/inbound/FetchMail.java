package org.aeoreach.mail.inbound;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Node;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mailboxes, where a server for them is configured: each by one node, which stays connected where the server
 * can tell of new mail, and comes again after a pause where it cannot.
 */
@ApplicationScoped
public class FetchMail implements Tick {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int MOST_AT_ONCE = 50;
    // The connection is given up after 30 s of silence.
    private static final int WAKE_EVERY = 9;

    private @Nullable ImapSettings settings;
    private MailboxLeases leases;
    private InboundQueue queue;
    private Executor executor;
    private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
    private int runs;

    @Resource
    private ManagedExecutorService managed;

    @SuppressWarnings("NullAway.Init")
    FetchMail() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    FetchMail(SystemDatabase database, Configuration configuration) {
        this.settings = ImapSettings.of(configuration).orElse(null);
        this.leases = new MailboxLeases(database, Node.ID, LEASE);
        this.queue = new InboundQueue(database, Node.ID);
        this.executor = work -> managed.execute(work);
    }

    @SuppressWarnings("NullAway.Init")
    FetchMail(@Nullable ImapSettings settings, MailboxLeases leases, InboundQueue queue, Executor executor) {
        this.settings = settings;
        this.leases = leases;
        this.queue = queue;
        this.executor = executor;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        ImapSettings server = settings;
        if (server == null) {
            return;
        }
        runs++;
        if (runs % WAKE_EVERY == 0) {
            visits.values().forEach(Visit::wake);
        }
        int room = MOST_AT_ONCE - visits.size();
        if (room > 0) {
            leases.claim(visits.keySet(), room).forEach(mailbox -> begin(server, mailbox));
        }
    }

    private void begin(ImapSettings server, Mailbox mailbox) {
        Visit visit = new Visit(server, leases, queue, mailbox);
        visits.put(mailbox.id(), visit);
        try {
            executor.execute(() -> {
                try {
                    visit.run();
                } finally {
                    visits.remove(mailbox.id(), visit);
                }
            });
        } catch (RejectedExecutionException stopping) {
            visits.remove(mailbox.id(), visit);
            leases.leave(mailbox, Duration.ZERO);
        }
    }

    /** Lets go of all mailboxes, so that another node takes them at once. */
    @PreDestroy
    void stop() {
        visits.values().forEach(Visit::end);
    }
}
