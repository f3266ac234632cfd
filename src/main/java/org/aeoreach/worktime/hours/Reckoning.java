package org.aeoreach.worktime.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.worktime.Provisional;
import org.aeoreach.worktime.WorkTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of a moment or of two in the working time of a unit.
 *
 * @param seconds of working time from one to the other
 * @param working whether the unit works at the first of them
 * @param opens when it works next, from the first on; the first itself when it works then
 * @param provisional years in between whose days are not announced: the answer may change
 */
public record Reckoning(
        Instant from, Instant to, long seconds, boolean working, Instant opens, List<Provisional> provisional) {

    static final int MOST_DAYS = 2_500;
    static final int MOST_MINUTES = 600_000;

    /**
     * From a moment to another, or to the end of so many working days or minutes; exactly one of the three.
     *
     * @throws Problem 400 when none or several are given, or too much
     */
    static Reckoning of(
            WorkTime time, Instant from, @Nullable Instant to, @Nullable Integer days, @Nullable Integer minutes) {
        int given = (to == null ? 0 : 1) + (days == null ? 0 : 1) + (minutes == null ? 0 : 1);
        if (given != 1) {
            throw Problem.invalid("to", "worktime.invalid.one-of");
        }
        Instant end = to != null ? to : days != null ? afterDays(time, from, days) : afterMinutes(time, from, minutes);
        if (Duration.between(from, end).abs().compareTo(WorkTime.LONGEST) > 0) {
            throw Problem.invalid("to", "worktime.invalid.too-far");
        }
        return new Reckoning(
                from,
                end,
                time.between(from, end).toSeconds(),
                time.isWorking(from),
                time.nextOpening(from),
                time.provisional(from, end));
    }

    private static Instant afterDays(WorkTime time, Instant from, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("days", "web.invalid.limit", MOST_DAYS);
        }
        return time.after(from, days);
    }

    private static Instant afterMinutes(WorkTime time, Instant from, @Nullable Integer minutes) {
        if (minutes == null || minutes < 1 || minutes > MOST_MINUTES) {
            throw Problem.invalid("minutes", "web.invalid.limit", MOST_MINUTES);
        }
        return time.after(from, Duration.ofMinutes(minutes));
    }
}
