package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** A window of a rate limit lasts an hour at most, and counts in the one after it. */
@ApplicationScoped
class OldCounters implements Expiring {

    @Override
    public String table() {
        return "rate_counter";
    }

    @Override
    public String over() {
        return "window_start < now() - interval '3 hours'";
    }
}
