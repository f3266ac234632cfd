package org.aeoreach.training.presence;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Lists about which nobody decided. */
@ApplicationScoped
class OldPresences implements Expiring {

    @Override
    public String table() {
        return "training_presence";
    }

    @Override
    public String over() {
        return "created_at < now() - interval '14 days'";
    }
}
