package org.aeoreach.training.feed;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Links that were revoked a year ago; until then their owner sees when they were last used. */
@ApplicationScoped
class OldTrainingFeeds implements Expiring {

    @Override
    public String table() {
        return "training_feed";
    }

    @Override
    public String over() {
        return "revoked_at < now() - interval '1 year'";
    }
}
