package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Sign-ins at the provider from which nobody came back. */
@ApplicationScoped
class OldFlows implements Expiring {

    @Override
    public String table() {
        return "provider_flow";
    }

    @Override
    public String over() {
        return "expires_at < now()";
    }
}
