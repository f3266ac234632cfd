package org.aeoreach.training.knowledge;

import java.util.List;
import org.aeoreach.training.after.AfterSessions;

/**
 * What a check shows of a session or a course.
 *
 * @param before how many gave it before
 * @param after how many gave it after
 * @param both how many gave both
 */
public record CheckResult(long before, long after, long both, List<ItemGain> items) {

    /** Whether there are shares to be told. */
    public boolean told() {
        return both >= AfterSessions.FEWEST;
    }
}
