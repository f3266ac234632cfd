package org.aeoreach.campaign.arrival;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which campaigns are looked at: those that run, or all that ran or run between two days.
 *
 * @param from first day, or null for those that run
 * @param to last day, or null
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2999, 12, 31);

    /** @throws Problem 400 for what is no day, and when the last one is before the first */
    static Period of(@Nullable String from, @Nullable String to) {
        Period period = new Period(day("from", from), day("to", to));
        if (period.last().isBefore(period.first())) {
            throw Problem.invalid("to", "arrival.invalid.period");
        }
        return period;
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(field, "web.invalid.date");
        }
    }

    public boolean running() {
        return from == null && to == null;
    }

    LocalDate first() {
        return from == null ? EVER : from;
    }

    LocalDate last() {
        return to == null ? END : to;
    }

    /** The same as parameters of an address, to be put behind others; empty for those that run. */
    public String parameters() {
        return (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
    }
}
