package org.aeoreach.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.worktime.DatedHours.Day;
import org.jspecify.annotations.Nullable;

/**
 * Reckons in the working time of one unit. Days are days in Shanghai, always eight hours ahead of Greenwich; a span ends
 * before its last minute, so that nobody works at 12:00 when hours are 09:00–12:00. Immutable, asks nobody.
 */
public final class WorkTime {

    /** The longest stretch anything is reckoned over. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    private static final long OFFSET = 8 * 3600L;
    private static final long SECONDS = 86_400L;
    private static final long NANOS = 1_000_000_000L;

    private final WorkDays days;
    private final DatedHours hours;

    WorkTime(WorkDays days, DatedHours hours) {
        this.days = days;
        this.hours = hours;
    }

    /**
     * The first moment at which so much working time has passed since the start: the end of a span when it is used up
     * there, not the beginning of the next; the start itself for nothing.
     *
     * @throws IllegalArgumentException when it is negative, or not used up within {@link #LONGEST}
     */
    public Instant after(Instant start, Duration working) {
        if (working.isNegative() || working.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no working time to add: " + working);
        }
        if (working.isZero()) {
            return start;
        }
        long left = working.toNanos();
        long time = nano(start);
        long last = day(start) + LONGEST.toDays();
        for (long day = day(start); day <= last; day++) {
            long there = worked(day, time);
            if (left <= there) {
                return within(day, time, left);
            }
            left -= there;
            time = 0;
        }
        throw new IllegalArgumentException("more working time than is reckoned with: " + working);
    }

    /** Working time of a day from a moment of it on. */
    private long worked(long day, long time) {
        if (!days.worked(day)) {
            return 0;
        }
        Day that = hours.on(day);
        return time == 0 ? that.length() : sum(that, time, SECONDS * NANOS);
    }

    private Instant within(long day, long time, long working) {
        long left = working;
        for (Span span : hours.on(day).spans()) {
            long begin = Math.max(span.fromNano(), time);
            long there = span.toNano() - begin;
            if (there > 0) {
                if (left <= there) {
                    return instant(day, begin + left);
                }
                left -= there;
            }
        }
        throw new IllegalStateException("a day shorter than its hours");
    }

    /**
     * The end of hours of the n-th working day after the day of the start, whatever the time of day.
     *
     * @param workingDays from 1
     * @throws IllegalArgumentException when there are fewer, or more than within {@link #LONGEST}
     */
    public Instant after(Instant start, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("no working days to add: " + workingDays);
        }
        long last = day(start) + LONGEST.toDays();
        int left = workingDays;
        for (long day = day(start) + 1; day <= last; day++) {
            if (days.worked(day) && --left == 0) {
                return instant(day, hours.on(day).end());
            }
        }
        throw new IllegalArgumentException("more working days than are reckoned with: " + workingDays);
    }

    /**
     * Working time from one moment to another; negative when the other comes first.
     *
     * @throws IllegalArgumentException when they are further apart than {@link #LONGEST}
     */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        long first = day(from);
        long last = day(to);
        if (last - first > LONGEST.toDays()) {
            throw new IllegalArgumentException("too far apart: " + from + ", " + to);
        }
        long sum = 0;
        for (long day = first; day <= last; day++) {
            if (days.worked(day)) {
                Day that = hours.on(day);
                sum += day > first && day < last
                        ? that.length()
                        : sum(that, day == first ? nano(from) : 0, day == last ? nano(to) : SECONDS * NANOS);
            }
        }
        return Duration.ofNanos(sum);
    }

    private static long sum(Day day, long from, long to) {
        long sum = 0;
        for (Span span : day.spans()) {
            sum += Math.max(0, Math.min(span.toNano(), to) - Math.max(span.fromNano(), from));
        }
        return sum;
    }

    public boolean isWorking(Instant at) {
        return nextOpening(at).equals(at);
    }

    /** The moment itself when it is one of work, else the beginning of the next span. */
    public Instant nextOpening(Instant at) {
        long time = nano(at);
        // A calendar without any working day would be searched for ever.
        for (long day = day(at), last = day + LONGEST.toDays(); day <= last; day++, time = 0) {
            for (Span span : days.worked(day) ? hours.on(day).spans() : new Span[0]) {
                if (time < span.toNano()) {
                    return instant(day, Math.max(time, span.fromNano()));
                }
            }
        }
        throw new IllegalStateException("nobody works any more after " + at);
    }

    /** Years between two moments, both included, whose days are not announced: what was reckoned with them may change. */
    public List<Provisional> provisional(Instant from, Instant to) {
        int first = LocalDate.ofEpochDay(day(from)).getYear();
        int last = LocalDate.ofEpochDay(day(to)).getYear();
        return days.provisional(Math.min(first, last), Math.max(first, last));
    }

    /** The hours on a day; whether it is worked at all is another question. */
    public Hours hours(LocalDate day) {
        return hours.on(day.toEpochDay()).hours();
    }

    /** The unit whose entry gives the hours of a day, or null when nobody has set any. */
    public @Nullable Long hoursOf(LocalDate day) {
        return hours.on(day.toEpochDay()).unitId();
    }

    /** Since when the hours of a day have held, or null when nobody has set any. */
    public @Nullable LocalDate hoursSince(LocalDate day) {
        return hours.on(day.toEpochDay()).since();
    }

    private static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond() + OFFSET, SECONDS);
    }

    private static long nano(Instant at) {
        return Math.floorMod(at.getEpochSecond() + OFFSET, SECONDS) * NANOS + at.getNano();
    }

    private static Instant instant(long day, long nano) {
        return Instant.ofEpochSecond(day * SECONDS - OFFSET, nano);
    }
}
