package org.aeoreach.launcher;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting, where an interruption means the program is to end. */
final class Pause {
    private Pause() {}

    static void seconds(long seconds) {
        millis(seconds * 1000);
    }

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** Whether the process ended within the limit. */
    static boolean untilEnd(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
