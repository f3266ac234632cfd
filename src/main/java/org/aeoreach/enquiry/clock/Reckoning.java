package org.aeoreach.enquiry.clock;

import java.time.Duration;
import java.time.Instant;
import org.aeoreach.worktime.WorkTime;

/**
 * The arithmetic of one clock in the working time of one unit. What is left is in whole minutes, rounded in favour of
 * whoever works, below zero when it has run out.
 */
record Reckoning(WorkTime time) {

    private static final long SECONDS = 60;
    private static final Duration LONGEST_LATE = Duration.ofDays(1100);

    /** When a clock runs out that has so much left; when it did, if that is negative. */
    Instant end(Instant since, int left) {
        return left >= 0 ? time.after(since, Duration.ofMinutes(left)) : before(since, Duration.ofMinutes(-left));
    }

    /** When to warn; the beginning at the earliest. */
    Instant warning(Instant since, int left, int before) {
        return left <= before ? since : time.after(since, Duration.ofMinutes(left - before));
    }

    /** What is left later of what was left at a moment. */
    int left(Instant since, int left, Instant now) {
        long seconds = left * SECONDS - time.between(since, now).toSeconds();
        return Math.toIntExact(seconds >= 0 ? -Math.floorDiv(-seconds, SECONDS) : Math.floorDiv(seconds, SECONDS));
    }

    /** Whole working minutes between two moments. */
    int worked(Instant from, Instant to) {
        return Math.toIntExact(Math.max(0, time.between(from, to).toMinutes()));
    }

    /** The last second from which so much working time passes until the end. */
    private Instant before(Instant end, Duration working) {
        long early = end.minus(LONGEST_LATE).getEpochSecond();
        long late = end.getEpochSecond();
        while (late - early > 1) {
            long middle = (early + late) / 2;
            if (time.between(Instant.ofEpochSecond(middle), end).compareTo(working) >= 0) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return Instant.ofEpochSecond(early);
    }
}
