package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.library.take.ContentStore;
import org.aeoreach.platform.Tick;

/** Publishes approved drafts when their time has come. Every node looks; the database gives each to one. */
@ApplicationScoped
public class PublishDue implements Tick {

    @Inject
    private ContentStore store;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        store.publishDue();
    }
}
