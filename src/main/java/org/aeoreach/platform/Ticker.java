package org.aeoreach.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs every {@link Tick} of this node until the server stops. */
@ApplicationScoped
public class Ticker {

    private static final System.Logger LOG = System.getLogger(Ticker.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    @Any
    private Instance<Tick> ticks;

    private final List<ScheduledFuture<?>> running = new ArrayList<>();

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        for (Tick tick : ticks) {
            long pause = tick.pause().toMillis();
            running.add(executor.scheduleWithFixedDelay(() -> once(tick), pause, pause, TimeUnit.MILLISECONDS));
        }
    }

    /** A run that throws, whatever it be, would be the last one: the executor gives a task up that fails. */
    static void once(Tick tick) {
        if (Boolean.getBoolean("aeo.draining")) {
            return;
        }
        try {
            tick.run();
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.WARNING, "A recurring task failed and will be tried again: " + tick, e);
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(future -> future.cancel(false));
    }
}
