package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Links of askers that are over. */
@ApplicationScoped
class OldTokens implements Expiring {

    @Override
    public String table() {
        return "enquiry_token";
    }

    @Override
    public String over() {
        return "expires_at < now()";
    }
}
