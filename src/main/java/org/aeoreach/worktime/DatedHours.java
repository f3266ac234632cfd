package org.aeoreach.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The hours that hold in one unit, day by day: those of the nearest unit above that has an entry valid on the day. */
final class DatedHours {

    private final long[] from;
    private final Day[] days;

    /**
     * What a unit has set, by first day; null means what holds in the unit above.
     *
     * @param unitId whose entries they are
     */
    record Line(long unitId, NavigableMap<LocalDate, Optional<Hours>> entries) {}

    /**
     * What holds from a day on.
     *
     * @param since first day of the entry it comes from, null for the standard hours
     * @param unitId whose entry it is, null for the standard hours
     */
    record Day(
            Hours hours,
            Span[] spans,
            long length,
            @Nullable LocalDate since,
            @Nullable Long unitId) {

        static Day of(Hours hours, @Nullable LocalDate since, @Nullable Long unitId) {
            return new Day(hours, hours.array(), hours.length(), since, unitId);
        }

        long end() {
            return hours.last().toNano();
        }
    }

    static final Day STANDARD = Day.of(Hours.STANDARD, null, null);

    /** @param lines of the unit itself first, then of those above it */
    DatedHours(List<Line> lines) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        lines.forEach(line -> changes.addAll(line.entries().keySet()));
        from = changes.stream().mapToLong(LocalDate::toEpochDay).toArray();
        days = changes.stream().map(day -> nearest(lines, day)).toArray(Day[]::new);
    }

    private static Day nearest(List<Line> lines, LocalDate day) {
        for (Line line : lines) {
            Map.Entry<LocalDate, Optional<Hours>> entry = line.entries().floorEntry(day);
            if (entry != null && entry.getValue().isPresent()) {
                return Day.of(entry.getValue().get(), entry.getKey(), line.unitId());
            }
        }
        return STANDARD;
    }

    /** @param day of the epoch */
    Day on(long day) {
        for (int i = from.length - 1; i >= 0; i--) {
            if (from[i] <= day) {
                return days[i];
            }
        }
        return STANDARD;
    }
}
