package org.aeoreach.mail;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure, each time shortened by up to a fifth at random, so that what failed together does not
 * come back together. A mail its server puts off waits ever longer, for three days in all; a server that takes nothing is
 * asked again after a quarter of an hour at most, since with it everybody waits.
 */
final class Pauses {

    /** Tries before a mail is given up, about three days after the first. */
    static final int MOST_ATTEMPTS = 28;

    private static final List<Integer> MAIL_MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 240);
    private static final List<Integer> SERVER_MINUTES = List.of(1, 2, 5, 10, 15);
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures of one mail so far, from 1 */
    Duration after(int failures) {
        return pause(MAIL_MINUTES, failures);
    }

    /** @param failures of the server in a row so far, from 1 */
    Duration ofServer(int failures) {
        return pause(SERVER_MINUTES, failures);
    }

    private Duration pause(List<Integer> minutes, int failures) {
        int longest = minutes.get(Math.min(Math.max(failures, 1), minutes.size()) - 1);
        return Duration.ofMillis((long) (longest * 60_000 * (1 - JITTER * random.nextDouble())));
    }
}
