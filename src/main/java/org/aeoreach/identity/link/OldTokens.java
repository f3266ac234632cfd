package org.aeoreach.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Tokens that expired a month ago; until then an administrator sees that an invitation was not taken up. */
@ApplicationScoped
class OldTokens implements Expiring {

    @Override
    public String table() {
        return "single_use";
    }

    @Override
    public String over() {
        return "expires_at < now() - interval '30 days'";
    }
}
