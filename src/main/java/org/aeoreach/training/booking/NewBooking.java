package org.aeoreach.training.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A room wanted for some time, as a program asks for it.
 *
 * @param until the first moment at which it is not wanted any more
 * @param block whether nobody is to have it; only for whose room it is
 */
public record NewBooking(
        @NotNull Long roomId,
        @NotBlank @Size(max = 200) String purpose,
        @NotNull Instant from,
        @NotNull Instant until,
        boolean block) {

    Wish wish() {
        return new Wish(purpose, from, until, block);
    }
}
