package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.aeoreach.platform.Tick;

/** Puts the slots that have come in the queue. Every node does; the database keeps each slot once. */
@ApplicationScoped
public class JobSchedule implements Tick {

    private JobQueue queue;
    private JobKinds kinds;

    @SuppressWarnings("NullAway.Init")
    JobSchedule() {}

    @Inject
    JobSchedule(JobQueue queue, JobKinds kinds) {
        this.queue = queue;
        this.kinds = kinds;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        Instant now = queue.now();
        for (JobKind kind : kinds.all().values()) {
            Schedule schedule = kind.schedule();
            if (schedule != null) {
                queue.fill(kind.name(), schedule.latest(now));
            }
        }
    }
}
