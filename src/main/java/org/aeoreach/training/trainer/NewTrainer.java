package org.aeoreach.training.trainer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.aeoreach.training.TeachingLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A trainer as he is entered.
 *
 * @param accountId of an officer, who goes by the name of his account; null for a person from outside
 * @param name of a person from outside, who needs an organisation too
 * @param teachesUntil last day on which he teaches; null: no end is known
 * @param courses numbers of the courses he can teach
 */
public record NewTrainer(
        @Nullable Long accountId,
        @Nullable @Size(max = 100) String name,
        @Nullable @Size(max = 150) String latinName,
        @Nullable @Size(max = 200) String organisation,
        @NotBlank @Size(max = 500) String qualificationZh,
        @Nullable @Size(max = 1000) String qualificationEn,
        @NotEmpty List<TeachingLanguage> languages,
        @Nullable LocalDate teachesUntil,
        @Size(max = 100) List<Long> courses) {

    public NewTrainer {
        courses = Objects.requireNonNullElse(courses, List.of());
    }
}
