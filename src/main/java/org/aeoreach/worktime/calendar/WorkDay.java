package org.aeoreach.worktime.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not what its weekday makes it, or a statutory holiday at a weekend.
 *
 * @param working whether it is worked
 * @param nameZh of the holiday, also where it is made up for
 */
public record WorkDay(
        @NotNull LocalDate day,
        boolean working,
        @NotBlank @Size(max = 50) String nameZh,
        @Nullable @Size(max = 100) String nameEn) {

    boolean sameAs(WorkDay other) {
        return working == other.working
                && nameZh.equals(other.nameZh)
                && java.util.Objects.equals(nameEn, other.nameEn);
    }
}
