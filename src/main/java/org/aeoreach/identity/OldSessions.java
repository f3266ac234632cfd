package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Sessions past their end; nobody can use them any more. */
@ApplicationScoped
class OldSessions implements Expiring {

    @Override
    public String table() {
        return "session";
    }

    @Override
    public String over() {
        return "expires_at < now()";
    }
}
