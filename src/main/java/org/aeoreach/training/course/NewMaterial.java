package org.aeoreach.training.course;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said of a file that is added to a course. */
public record NewMaterial(
        @NotNull MaterialStage stage,
        @NotBlank @Size(max = 200) String materialZh,
        @Nullable @Size(max = 300) String materialEn) {}
