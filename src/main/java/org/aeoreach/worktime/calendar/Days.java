package org.aeoreach.worktime.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.aeoreach.platform.Problem;

/** Days and moments as they stand in addresses. */
public final class Days {

    private Days() {}

    /** @throws Problem 400 at the field when it is no day of the years 2000 to 2100 */
    public static LocalDate read(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= WorkYears.FIRST && day.getYear() <= WorkYears.LAST) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "web.invalid.date");
        }
        throw Problem.invalid(field, "web.invalid.date");
    }

    /** @throws Problem 400 at the field when it is no moment with an offset in the years 2000 to 2100 */
    public static Instant moment(String field, String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text.strip());
            if (at.getYear() >= WorkYears.FIRST && at.getYear() <= WorkYears.LAST) {
                return at.toInstant();
            }
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "worktime.invalid.moment");
        }
        throw Problem.invalid(field, "worktime.invalid.moment");
    }
}
