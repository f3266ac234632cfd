package org.aeoreach.campaign.feed;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Links that were revoked a year ago; until then their owner sees where they were last used. */
@ApplicationScoped
class OldFeeds implements Expiring {

    @Override
    public String table() {
        return "calendar_feed";
    }

    @Override
    public String over() {
        return "revoked_at < now() - interval '1 year'";
    }
}
