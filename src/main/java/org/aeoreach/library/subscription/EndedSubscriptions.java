package org.aeoreach.library.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Subscriptions whose reader has wanted no such mail for thirty days; until then he may take that back. */
@ApplicationScoped
class EndedSubscriptions implements Expiring {

    @Override
    public String table() {
        return "library_subscription";
    }

    @Override
    public String over() {
        return "exists (select from mail_choice c where c.address = library_subscription.address"
                + " and 'LIBRARY' = any (c.declined) and c.changed_at < now() - interval '30 days')";
    }
}
