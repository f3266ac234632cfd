package org.aeoreach.web;

import org.aeoreach.platform.Problem;

/** The server cannot answer now but will soon: 503 with Retry-After. */
public class Unavailable extends Problem {

    private final int seconds;

    public Unavailable(String key, int seconds) {
        super(503, key);
        this.seconds = seconds;
    }

    @Override
    public int retryAfter() {
        return seconds;
    }
}
