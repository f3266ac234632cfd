package org.aeoreach.worktime.hours;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.aeoreach.platform.Problem;
import org.aeoreach.worktime.Hours;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a unit and those below it from a day on.
 *
 * @param spans such as {@code 09:00-12:00, 13:30-17:30}; nothing when inherited
 * @param inherited whether those of the unit above hold
 */
public record NewHours(
        @NotNull LocalDate validFrom,
        @Nullable @Size(max = 100) String spans,
        boolean inherited) {

    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    /** Empty for those of the unit above. @throws Problem 400 when they cannot be read, or the day is out of range */
    Optional<Hours> read() {
        if (validFrom.getYear() < FIRST || validFrom.getYear() > LAST) {
            throw Problem.invalid(
                    "validFrom", "worktime.invalid.from", Integer.toString(FIRST), Integer.toString(LAST));
        }
        if (inherited) {
            if (spans != null && !spans.isBlank()) {
                throw Problem.invalid("spans", "worktime.invalid.spans-inherited");
            }
            return Optional.empty();
        }
        if (spans == null || spans.isBlank()) {
            throw Problem.invalid("spans", "worktime.invalid.spans-missing");
        }
        return Optional.of(Hours.parse("spans", spans));
    }
}
