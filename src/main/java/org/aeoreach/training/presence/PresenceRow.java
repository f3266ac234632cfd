package org.aeoreach.training.presence;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of participants: somebody was there once.
 *
 * @param left null, with neither {@code minutes}: at the end of the session
 * @param minutes how long; where it is known from when to when, too, how much of that he was there
 */
public record PresenceRow(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 254) String mail,
        @Nullable Instant joined,
        @Nullable Instant left,
        @Nullable @Min(0) Integer minutes) {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    /** Whether it is of our time. */
    boolean believable() {
        return believable(joined) && believable(left);
    }

    static boolean believable(@Nullable Instant at) {
        return at == null || !at.isBefore(FIRST) && at.isBefore(LAST);
    }
}
