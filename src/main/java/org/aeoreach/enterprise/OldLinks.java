package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Links that can no longer be used; for a month they still explain a question at the counter. */
@ApplicationScoped
class OldLinks implements Expiring {

    @Override
    public String table() {
        return "enterprise_link";
    }

    @Override
    public String over() {
        return "expires_at < now() - interval '30 days'";
    }
}
