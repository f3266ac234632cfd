package org.aeoreach.mail;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: 1, 2, 5, 10, then always 15 minutes, each shortened by up to a fifth at random, so
 * that what failed together does not come back together.
 */
final class Pauses {

    /** Tries before a mail is given up, about two hours after the first. */
    static final int MOST_ATTEMPTS = 12;

    private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15);
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures in a row so far, from 1 */
    Duration after(int failures) {
        int minutes = MINUTES.get(Math.min(Math.max(failures, 1), MINUTES.size()) - 1);
        return Duration.ofMillis((long) (minutes * 60_000 * (1 - JITTER * random.nextDouble())));
    }
}
