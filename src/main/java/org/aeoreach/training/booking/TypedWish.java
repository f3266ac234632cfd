package org.aeoreach.training.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/**
 * A room wanted for some time, as it is typed: by the clock of Shanghai.
 *
 * @param lastDay null: the same day
 */
public record TypedWish(
        @NotBlank @Size(max = 200) String purpose,
        @NotNull LocalDate day,
        @NotNull LocalTime fromTime,
        @Nullable LocalDate lastDay,
        @NotNull LocalTime untilTime,
        boolean block) {

    Wish wish() {
        return new Wish(purpose, at(day, fromTime), at(lastDay == null ? day : lastDay, untilTime), block);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Time.ZONE).toInstant();
    }
}
