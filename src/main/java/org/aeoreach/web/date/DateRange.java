package org.aeoreach.web.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another in Shanghai, both included; an end that is null is open.
 *
 * @throws IllegalArgumentException when the last lies before the first
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final DateRange ALWAYS = new DateRange(null, null);

    public DateRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    /**
     * The three parameters of a range as they came.
     *
     * @param name of the field: {@code <name>} is the period, {@code <name>From} and {@code <name>To} are days
     */
    public record Typed(String name, String period, String from, String to) {

        public static Typed of(String name, @Nullable String period, @Nullable String from, @Nullable String to) {
            return new Typed(name, bare(period), bare(from), bare(to));
        }

        public static Typed empty(String name) {
            return new Typed(name, "", "", "");
        }

        private static String bare(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /**
     * Reads a range. A period goes before the days beside it.
     *
     * @throws Problem 400 at the field that is no day, or at the last day when it lies before the first
     */
    public static DateRange parse(Typed typed, LocalDate today) {
        Optional<Period> period = Period.of(typed.period());
        if (period.isPresent()) {
            return period.get().on(today);
        }
        if (!typed.period().isEmpty()) {
            throw Problem.invalid(typed.name(), "component.invalid.period");
        }
        LocalDate from = day(typed.name() + "From", typed.from());
        LocalDate to = day(typed.name() + "To", typed.to());
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid(typed.name() + "To", "component.invalid.range");
        }
        return new DateRange(from, to);
    }

    /**
     * Reads one day; null when nothing was typed.
     *
     * @throws Problem 400 at the field when it is no day of the years 1900 to 2999
     */
    public static @Nullable LocalDate day(String name, String text) {
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            if (day == null || (day.getYear() >= 1900 && day.getYear() <= 2999)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "web.invalid.date");
        }
        throw Problem.invalid(name, "web.invalid.date");
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The first moment, or null when open. */
    public @Nullable Instant begins() {
        return from == null ? null : from.atStartOfDay(Time.ZONE).toInstant();
    }

    /** The first moment after it, or null when open. */
    public @Nullable Instant ends() {
        return to == null ? null : to.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
    }
}
