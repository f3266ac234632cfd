package org.aeoreach.campaign.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated activity as it is written into a plan.
 *
 * @param id of the one it is, or null for a new one
 * @param endsOn its last day, or null when it is over on the first
 * @param unit code of the house that holds it, or null for the whole district
 */
public record Activity(
        @Nullable @Positive Long id,
        @NotNull ActivityKind kind,
        @NotBlank @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String unit,
        @Nullable @Size(max = 200) String place) {

    public LocalDate lastDay() {
        return endsOn == null ? startsOn : endsOn;
    }
}
