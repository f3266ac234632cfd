package org.aeoreach.web;

import org.aeoreach.platform.Problem;

/** A rate limit is used up: 429 with Retry-After. */
public class TooManyRequests extends Problem {

    private final int seconds;

    /** @param seconds until a request may pass again, at least 1 */
    public TooManyRequests(int seconds) {
        super(429, "web.problem.too-many-requests", seconds);
        this.seconds = seconds;
    }

    @Override
    public int retryAfter() {
        return seconds;
    }
}
