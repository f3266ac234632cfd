package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** What devices sent long ago: none sends it again. */
@ApplicationScoped
class OldMarks implements Expiring {

    @Override
    public String table() {
        return "training_check_in_mark";
    }

    @Override
    public String over() {
        return "created_at < now() - interval '60 days'";
    }
}
