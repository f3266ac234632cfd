package org.aeoreach.identity.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Attempts are forgotten a day after the last one. */
@ApplicationScoped
class OldAttempts implements Expiring {

    @Override
    public String table() {
        return "attempt";
    }

    @Override
    public String over() {
        return "last_at < now() - interval '1 day'";
    }
}
