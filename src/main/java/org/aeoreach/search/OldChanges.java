package org.aeoreach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.Tick;

/** Deletes changes that all indexes have taken in. */
@ApplicationScoped
public class OldChanges implements Tick {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    @Inject
    private ChangeFeed feed;

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        feed.purge();
    }
}
