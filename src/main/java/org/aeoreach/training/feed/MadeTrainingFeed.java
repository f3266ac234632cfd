package org.aeoreach.training.feed;

import org.aeoreach.web.ShownOnce;
import org.jspecify.annotations.Nullable;

/** A link just made. @param address for the calendar program; only in the first answer */
public record MadeTrainingFeed(TrainingFeed feed, @Nullable String address) implements ShownOnce {

    @Override
    public MadeTrainingFeed withoutSecret() {
        return new MadeTrainingFeed(feed, null);
    }
}
