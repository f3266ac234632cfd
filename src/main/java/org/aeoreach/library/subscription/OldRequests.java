package org.aeoreach.library.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** What nobody confirmed in time. */
@ApplicationScoped
class OldRequests implements Expiring {

    @Override
    public String table() {
        return "library_subscription_request";
    }

    @Override
    public String over() {
        return "expires_at < now()";
    }
}
