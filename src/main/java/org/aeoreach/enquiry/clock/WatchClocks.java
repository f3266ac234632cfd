package org.aeoreach.enquiry.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.Tick;

/** Looks after the clocks again and again. */
@ApplicationScoped
public class WatchClocks implements Tick {

    @Inject
    private Warnings warnings;

    @Inject
    private ReckonAgain calendar;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        calendar.run();
        while (warnings.levels() >= Warnings.BATCH) {
            // More are waiting.
        }
        while (warnings.totals() >= Warnings.BATCH) {
            // More are waiting.
        }
    }
}
