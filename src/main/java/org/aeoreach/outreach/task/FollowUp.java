package org.aeoreach.outreach.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done.
 *
 * @param title at most 300 characters
 * @param dueOn last day on which it is in time
 * @param ownerId account of the officer who does it; null: the one who writes it
 */
public record FollowUp(
        @NotBlank @Size(max = FollowUp.LONGEST) String title,
        @NotNull LocalDate dueOn,
        @Nullable Long ownerId) {

    /** Characters of a title. */
    public static final int LONGEST = 300;
}
