package org.aeoreach.mail.inbound;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.InFlight;
import org.aeoreach.platform.Node;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;
import org.aeoreach.web.ProblemAnswer;

/**
 * Leads mail that was fetched along the chain: what one sender wrote in the order it came, what different ones wrote side
 * by side. A fault of one mail concerns that mail only.
 */
@Dependent
public class TakeMail implements Tick {

    private static final System.Logger LOG = System.getLogger(TakeMail.class.getName());
    private static final int BATCH = 40;
    private static final int LANES = 2;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final InboundQueue queue;
    private final Steps steps;
    private final Ready ready;
    private final String server;
    private Executor beside;

    @Resource
    private ManagedExecutorService managed;

    /** Whether mail can be handed over, and how. */
    interface Ready {
        boolean possible();

        void take(InboundMail mail);
    }

    @Inject
    @SuppressWarnings("NullAway.Init")
    TakeMail(SystemDatabase database, HandOver handOver, Configuration configuration) {
        this(
                new InboundQueue(database, Node.ID),
                new Steps(
                        new OurMail(database),
                        handOver::cameBack,
                        new Steps.Limits(
                                configuration.number("aeo.mail.imap.hourly", 30),
                                configuration.number("aeo.mail.imap.receipts", 5))),
                new Ready() {
                    @Override
                    public boolean possible() {
                        return handOver.possible();
                    }

                    @Override
                    public void take(InboundMail mail) {
                        handOver.take(mail, Node.ID);
                    }
                },
                configuration.text("aeo.mail.imap.authserv", ""),
                Runnable::run);
        this.beside = work -> managed.execute(work);
    }

    /**
     * @param server whose findings about senders are believed, or an empty text
     * @param beside runs what goes side by side
     */
    @SuppressWarnings("NullAway.Init")
    TakeMail(InboundQueue queue, Steps steps, Ready ready, String server, Executor beside) {
        this.queue = queue;
        this.steps = steps;
        this.ready = ready;
        this.server = server;
        this.beside = beside;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        boolean more = ready.possible();
        while (more && !InFlight.draining()) {
            List<InboundQueue.Claimed> batch = queue.claim(BATCH, LEASE);
            more = !batch.isEmpty();
            sideBySide(batch);
        }
    }

    private void sideBySide(List<InboundQueue.Claimed> batch) {
        Map<Integer, Deque<InboundQueue.Claimed>> lanes = batch.stream()
                .collect(Collectors.groupingBy(
                        mail -> Math.floorMod(mail.sender().hashCode(), LANES),
                        Collectors.toCollection(ArrayDeque::new)));
        CompletableFuture<?>[] all = lanes.values().stream().map(this::begun).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException fault) {
            throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
        }
    }

    private CompletableFuture<?> begun(Deque<InboundQueue.Claimed> lane) {
        try {
            return CompletableFuture.runAsync(() -> lead(lane), beside);
        } catch (RejectedExecutionException stopping) {
            queue.release(lane);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void lead(Deque<InboundQueue.Claimed> lane) {
        try {
            while (!lane.isEmpty() && !InFlight.draining()) {
                take(lane.remove().id());
            }
        } finally {
            queue.release(lane);
        }
    }

    private void take(long id) {
        InFlight.begin();
        try {
            Passing mail = new Passing(queue.read(id));
            mail.proof = queue.proven(id, Proof.of(mail.head, server));
            Fate fate = steps.look(mail);
            if (fate == null) {
                ready.take(Writing.of(mail));
            } else {
                queue.done(id, fate);
            }
        } catch (LaidAside aside) {
            queue.aside(id, aside.reason, aside.detail);
        } catch (SystemDatabase.DatabaseFault away) {
            throw away;
        } catch (RuntimeException | StackOverflowError fault) {
            failed(id, fault);
        } finally {
            InFlight.end();
        }
    }

    private void failed(long id, Throwable fault) {
        boolean passes = fault instanceof Exception problem
                && ProblemAnswer.explain(problem).retryAfter() > 0;
        LOG.log(System.Logger.Level.WARNING, "Inbound mail " + id + " could not be taken in and is tried again", fault);
        queue.later(id, fault.getClass().getSimpleName(), !passes);
    }
}
