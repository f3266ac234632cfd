package org.aeoreach.worktime.calendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** One day made something else. */
public record DayChange(
        @NotNull LocalDate day,
        @NotNull Kind kind,
        @Nullable @Size(max = 50) String nameZh,
        @Nullable @Size(max = 100) String nameEn) {

    /** What it becomes. */
    public enum Kind {
        OFF,
        WORK,
        /** What its weekday makes it. */
        ORDINARY
    }

    /** @throws Problem 400 when a name is missing, or a day is made up that is worked anyway */
    @Nullable
    WorkDay checked() {
        if (kind == Kind.ORDINARY) {
            return null;
        }
        if (nameZh == null || nameZh.isBlank()) {
            throw Problem.invalid("nameZh", "web.invalid.NotBlank");
        }
        WorkDay made = new WorkDay(day, kind == Kind.WORK, nameZh, nameEn);
        YearChange.requireSense(made, "kind");
        return made;
    }
}
