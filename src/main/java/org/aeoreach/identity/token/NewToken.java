package org.aeoreach.identity.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A token wanted.
 *
 * @param lastDay tomorrow at the earliest, 365 days from today at the latest
 * @param assignmentId one of the person's own roles; null for the one he acts in, or his first when he stands in
 */
public record NewToken(
        @NotBlank @Size(max = 60) String name,
        @NotNull TokenScope scope,
        @NotNull LocalDate lastDay,
        @Nullable Long assignmentId) {}
