package org.aeoreach.training.opinion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a session; 5 is best.
 *
 * @param trainersRating of all together, where it is not known who taught
 */
public record Said(
        @NotNull @Min(1) @Max(5) Integer contentRating,
        @Nullable @Min(1) @Max(5) Integer trainersRating,
        @NotNull @Min(1) @Max(5) Integer valueRating,
        @Nullable @Size(max = 2000) String opinionWords) {}
