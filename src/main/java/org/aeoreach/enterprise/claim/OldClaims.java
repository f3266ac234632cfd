package org.aeoreach.enterprise.claim;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Claims that came to nothing are personal data nobody needs after half a year; those confirmed stay as evidence. */
@ApplicationScoped
class OldClaims implements Expiring {

    @Override
    public String table() {
        return "enterprise_claim";
    }

    @Override
    public String over() {
        return "status <> 'CONFIRMED' and created_at < now() - interval '180 days'";
    }
}
