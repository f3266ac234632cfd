package org.aeoreach.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.InFlight;
import org.aeoreach.platform.Node;
import org.aeoreach.platform.Tick;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on this node, a few at a time. Once a second it renews the leases of those at work, tells them to stop when
 * they have to, and claims more. A node that is killed renews nothing, and another takes its jobs over.
 */
@ApplicationScoped
public class JobRunner implements Tick {

    private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final int LET_GO_MILLIS = 5_000;
    private static final int STEP_MILLIS = 50;

    @Inject
    private JobQueue queue;

    @Inject
    private JobKinds kinds;

    @Inject
    private JobWork work;

    @Inject
    private Clock clock;

    @Inject
    private Configuration configuration;

    @Resource
    private ManagedExecutorService managed;

    private Executor executor;
    private Settings settings;
    private final Map<Long, Attempt> running = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    public JobRunner() {}

    @SuppressWarnings("NullAway.Init")
    JobRunner(JobQueue queue, JobWork work, Executor executor, Settings settings) {
        this.queue = queue;
        this.work = work;
        this.executor = executor;
        this.settings = settings;
        this.clock = Clock.systemUTC();
    }

    /**
     * How this node runs jobs.
     *
     * @param node unlike every other node's, and that of this one before its last start
     * @param most jobs at a time
     * @param lease after which a job whose node is silent is taken over; several times the pause of the tick
     */
    record Settings(String node, int most, Duration lease, JobKinds kinds) {}

    /** A job at work, or ended but not yet stored as such. */
    private static final class Attempt {
        final JobContext context;
        volatile @Nullable Outcome outcome;

        Attempt(JobContext context) {
            this.context = context;
        }
    }

    @PostConstruct
    void configure() {
        executor = managed;
        Duration lease = Duration.ofSeconds(configuration.number("aeo.job.lease.seconds", 30));
        settings = new Settings(Node.ID, configuration.number("aeo.job.threads", 2), lease, kinds);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        running.values().forEach(this::attend);
        queue.sweep();
        while (running.size() < settings.most() && claim()) {
            continue;
        }
    }

    private void attend(Attempt attempt) {
        if (attempt.outcome != null) {
            settle(attempt);
            return;
        }
        queue.renew(attempt.context, settings.lease(), Time.today(clock)).ifPresent(attempt.context::ask);
    }

    private boolean claim() {
        Optional<JobQueue.Claimed> claimed =
                queue.claim(settings.kinds().all().keySet(), settings.node(), settings.lease());
        claimed.ifPresent(this::start);
        return claimed.isPresent();
    }

    private void start(JobQueue.Claimed job) {
        Attempt attempt = new Attempt(new JobContext(job));
        Attempt earlier = running.put(job.id(), attempt);
        if (earlier != null) {
            // Our own lease ran out while the database stood still.
            earlier.context.ask(JobContext.Stop.TAKEN_OVER);
        }
        try {
            executor.execute(() -> work(attempt));
        } catch (RuntimeException refused) {
            attempt.outcome = Outcome.givenBack();
            settle(attempt);
        }
    }

    private void work(Attempt attempt) {
        InFlight.begin();
        try {
            attempt.outcome = work.run(attempt.context);
            settle(attempt);
        } catch (RuntimeException unstored) {
            // The database is away; the next tick tries again as long as the lease is ours.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The end of job {0} could not be stored yet: {1}",
                    attempt.context.id(),
                    unstored.toString());
        } finally {
            InFlight.end();
        }
    }

    private void settle(Attempt attempt) {
        queue.end(attempt.context, Objects.requireNonNull(attempt.outcome));
        running.remove(attempt.context.id(), attempt);
    }

    /** Asks the jobs at work to let go, so that another node takes them at once and not after the lease. */
    @PreDestroy
    void stop() {
        running.values().forEach(attempt -> attempt.context.ask(JobContext.Stop.SERVER_STOPS));
        try {
            for (int waited = 0; waited < LET_GO_MILLIS && !running.isEmpty(); waited += STEP_MILLIS) {
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
