package org.aeoreach.campaign.freeze;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.campaign.counting.Levels;
import org.aeoreach.job.JobContext;

/** Judges the members of a campaign anew, a district at a time, as the person who asks. */
@ApplicationScoped
class Relevel {

    private static final int PAUSE_MILLIS = 200;

    /** Whatever is under way so long is left to the night. */
    private static final int PATIENCE_MILLIS = 600_000;

    @Inject
    private Levels levels;

    /** @return how many had been judged otherwise */
    long all(long campaign, JobContext context) {
        List<String> districts = levels.districts();
        long changed = 0;
        for (int i = 0; i < districts.size(); i++) {
            context.progress(i, districts.size());
            changed += levels.follow(campaign, districts.get(i), context::checkpoint);
        }
        return changed;
    }

    /** The same, once all that was under way at the beginning is over. */
    void settle(long campaign, JobContext context) {
        long limit = levels.newest();
        for (int waited = 0; waited < PATIENCE_MILLIS && levels.oldest() < limit; waited += PAUSE_MILLIS) {
            context.checkpoint();
            pause();
        }
        all(campaign, context);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
