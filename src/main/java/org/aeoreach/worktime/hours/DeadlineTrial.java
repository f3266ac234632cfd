package org.aeoreach.worktime.hours;

import java.time.Instant;
import java.util.List;
import org.aeoreach.worktime.Provisional;
import org.aeoreach.worktime.WorkTime;

/**
 * When a deadline ends that begins now.
 *
 * @param due end of {@link #DAYS} working days
 * @param provisional years it rests on that are not announced
 */
public record DeadlineTrial(Instant begun, Instant due, List<Provisional> provisional) {

    /** Working days of the deadline tried. */
    public static final int DAYS = 3;

    static DeadlineTrial of(WorkTime time, Instant begun) {
        Instant due = time.after(begun, DAYS);
        return new DeadlineTrial(begun, due, time.provisional(begun, due));
    }
}
