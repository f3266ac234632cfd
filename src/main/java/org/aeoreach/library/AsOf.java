package org.aeoreach.library;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The day of which the reader sees the law.
 *
 * @param chosen the day he asked for, as in the address, or null for today
 */
public record AsOf(LocalDate day, @Nullable String chosen) {

    /** @throws Problem 400 at the parameter when it is no day between 1900 and 2999 */
    public static AsOf of(String parameter, String asked, LocalDate today) {
        if (asked.isEmpty()) {
            return new AsOf(today, null);
        }
        try {
            LocalDate day = LocalDate.parse(asked);
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return new AsOf(day, day.equals(today) ? null : asked);
            }
        } catch (DateTimeParseException e) {
            throw Problem.invalid(parameter, "library.invalid.day");
        }
        throw Problem.invalid(parameter, "library.invalid.day");
    }

    /** To be put behind an address within the library, so that the reader keeps his day. */
    public String query() {
        return chosen == null ? "" : "?asOf=" + chosen;
    }
}
