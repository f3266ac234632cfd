package org.aeoreach.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Tokens that ended a year ago; until then their owner sees where they were last used. */
@ApplicationScoped
class OldTokens implements Expiring {

    @Override
    public String table() {
        return "access_token";
    }

    @Override
    public String over() {
        return "least(expires_at, revoked_at) < now() - interval '1 year'";
    }
}
