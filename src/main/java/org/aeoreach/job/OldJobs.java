package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Scheduled jobs that ended a month ago. What people started stays, and so do results an outsider may ask for. */
@ApplicationScoped
class OldJobs implements Expiring {

    @Override
    public String table() {
        return "job";
    }

    @Override
    public String over() {
        return "slot is not null and kind not like 'audit-%' and finished_at < now() - interval '30 days'";
    }
}
