package org.aeoreach.enterprise.privacy.retention;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Looks at records that are older than the rule keeps them. */
@ApplicationScoped
class OldViews implements Expiring {

    @Override
    public String table() {
        return "record_view";
    }

    @Override
    public String over() {
        return "at < now() - (select make_interval(months => r.months) from retention_rule r where r.kind = 'RECORD_VIEW')";
    }
}
