package org.aeoreach.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Which days are worked, from the days that are not what their weekday makes them. */
final class WorkDays {

    private static final int WEEK = 7;
    private static final int WORKED = 5;
    // The first day of the epoch was a Thursday.
    private static final int THURSDAY = 3;

    private final Map<Integer, Boolean> announced;
    private final long first;
    private final int length;
    private final BitSet worked;

    /**
     * @param special by day, whether it is worked
     * @param announced by year that is known, whether the State Council has announced it
     */
    WorkDays(Map<LocalDate, Boolean> special, Map<Integer, Boolean> announced) {
        this.announced = Map.copyOf(announced);
        first = special.keySet().stream().mapToLong(LocalDate::toEpochDay).min().orElse(0);
        long last =
                special.keySet().stream().mapToLong(LocalDate::toEpochDay).max().orElse(-1);
        length = (int) (last - first + 1);
        worked = new BitSet(length);
        for (int i = 0; i < length; i++) {
            worked.set(i, weekday(first + i));
        }
        special.forEach((day, working) -> worked.set((int) (day.toEpochDay() - first), working));
    }

    /** @param day of the epoch */
    boolean worked(long day) {
        long place = day - first;
        return place >= 0 && place < length ? worked.get((int) place) : weekday(day);
    }

    private static boolean weekday(long day) {
        return Math.floorMod(day + THURSDAY, WEEK) < WORKED;
    }

    /** The years from one to another that are not announced. */
    List<Provisional> provisional(int from, int to) {
        List<Provisional> found = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            Boolean known = announced.get(year);
            if (known == null || !known) {
                found.add(new Provisional(year, known != null));
            }
        }
        return found;
    }
}
