package org.aeoreach.campaign.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;

/** Folds what was added to the sums of campaigns in, so that there is little to add up when somebody looks. */
@ApplicationScoped
public class FoldSums implements Tick {

    static final int AT_ONCE = 20_000;

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    FoldSums() {}

    @Inject
    FoldSums(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        boolean more = true;
        while (more && !Boolean.getBoolean("aeo.draining")) {
            more = database.list("select campaign_fold(?)", row -> row.id(0), AT_ONCE)
                            .get(0)
                    == AT_ONCE;
        }
    }
}
