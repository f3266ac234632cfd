package org.aeoreach.training.conference;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A type of delegates as it is to be; one of that name gets these seats.
 *
 * @param typeSeats seats for these alone; null: they share those of everybody else
 */
public record NewDelegates(
        @NotBlank @Size(max = 100) String typeZh,
        @Nullable @Size(max = 200) String typeEn,
        @Nullable @Min(1) @Max(100_000) Integer typeSeats) {}
