package org.aeoreach.training.course;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.aeoreach.training.TeachingLanguage;
import org.aeoreach.training.TrainingAudience;
import org.jspecify.annotations.Nullable;

/**
 * A course as it is written.
 *
 * @param code names it within its unit: capital letters, digits and hyphens
 * @param minutes of teaching, 5 to 9600
 * @param documents codes of documents of the library, between spaces, commas or on lines of their own, in their order
 */
public record NewCourse(
        @NotBlank @Size(max = 30) String code,
        @NotBlank @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @NotEmpty List<TrainingAudience> audience,
        @NotNull @Min(5) @Max(9600) Integer minutes,
        @NotEmpty List<TeachingLanguage> languages,
        @Nullable @Size(max = 2000) String summaryZh,
        @Nullable @Size(max = 4000) String summaryEn,
        @Nullable @Size(max = 2000) String documents) {}
