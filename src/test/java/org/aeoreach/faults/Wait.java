package org.aeoreach.faults;

import java.time.Duration;
import java.time.Instant;

/** Waiting with a limit. */
final class Wait {

    private static final long STEP_MILLIS = 50;

    private Wait() {}

    /** What is waited for; may fail while it is not there. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** How long it took; fails with the name of the thing when it does not come in time. */
    static Duration until(String what, Duration limit, Condition condition) {
        Instant begin = Instant.now();
        Exception last = null;
        while (Duration.between(begin, Instant.now()).compareTo(limit) < 0) {
            try {
                if (condition.holds()) {
                    return Duration.between(begin, Instant.now());
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            millis(STEP_MILLIS);
        }
        throw new AssertionError("not within " + limit.toSeconds() + " s: " + what, last);
    }

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
