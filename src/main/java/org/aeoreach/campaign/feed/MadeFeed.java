package org.aeoreach.campaign.feed;

import org.aeoreach.web.ShownOnce;
import org.jspecify.annotations.Nullable;

/** A link just made. @param address for the calendar program; only in the first answer */
public record MadeFeed(Feed feed, @Nullable String address) implements ShownOnce {

    @Override
    public MadeFeed withoutSecret() {
        return new MadeFeed(feed, null);
    }
}
