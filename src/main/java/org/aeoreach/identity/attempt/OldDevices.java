package org.aeoreach.identity.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Browsers nobody has signed in with for half a year. */
@ApplicationScoped
class OldDevices implements Expiring {

    @Override
    public String table() {
        return "known_device";
    }

    @Override
    public String over() {
        return "expires_at < now()";
    }
}
