package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Registrations whose addresses nobody confirmed in time. */
@ApplicationScoped
class UnconfirmedRegistrations implements Expiring {

    @Override
    public String table() {
        return "training_registration";
    }

    @Override
    public String over() {
        return "status = 'UNCONFIRMED' and created_at < now() - interval '" + Tickets.CONFIRMED_WITHIN.toHours()
                + " hours'";
    }
}
