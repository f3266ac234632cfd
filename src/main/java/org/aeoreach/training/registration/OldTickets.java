package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Secret links to registrations that open nothing any more. */
@ApplicationScoped
class OldTickets implements Expiring {

    @Override
    public String table() {
        return "training_ticket";
    }

    @Override
    public String over() {
        return "expires_at < now()";
    }
}
