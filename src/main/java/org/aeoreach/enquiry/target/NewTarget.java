package org.aeoreach.enquiry.target;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * In how many working hours a level is to be done from a day on, for the viewer's unit and those below it.
 *
 * @param targetTopic code of a subject of the library; null: any
 * @param targetPriority 1 urgent, 2 normal, 3 low; null: any
 * @param warnHours working hours before the end at which one is warned
 */
public record NewTarget(
        @NotNull @Nullable TargetLevel targetLevel,
        @Nullable String targetTopic,
        @Nullable @Min(1) @Max(3) Integer targetPriority,
        @NotNull @Min(1) @Max(1600) @Nullable Integer targetHours,
        @NotNull @Min(0) @Max(1599) @Nullable Integer warnHours,
        @NotNull @Nullable LocalDate validFrom) {}
