package org.aeoreach.enquiry.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;

/** Looks for answers that rest on documents which have changed. */
@ApplicationScoped
public class FindRechecks implements Tick {

    private static final int BATCH = 200;

    @Inject
    private SystemDatabase database;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        long looked = BATCH;
        while (looked == BATCH) {
            looked = database.list("select enquiry_rechecks_found(?)", row -> row.id(0), BATCH)
                    .get(0);
        }
    }
}
