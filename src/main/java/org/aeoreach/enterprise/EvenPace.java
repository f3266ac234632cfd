package org.aeoreach.enterprise;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes an answer leave at the same time whatever was done for it, so that the time tells nothing. */
public final class EvenPace {

    /** Longer than any of the ways through takes; a request slower than this is slow for another reason. */
    static final Duration SPAN = Duration.ofMillis(400);

    private EvenPace() {}

    /** Waits until the span is over. @param began {@link System#nanoTime()} when the request came */
    public static void keep(long began) {
        long left = SPAN.toNanos() - (System.nanoTime() - began);
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = SPAN.toNanos() - (System.nanoTime() - began);
        }
    }
}
