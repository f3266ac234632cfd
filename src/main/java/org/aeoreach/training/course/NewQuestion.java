package org.aeoreach.training.course;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a check as it is written.
 *
 * @param optionsZh what there is to choose from, 2 to 8, a line each
 * @param optionsEn the same in English, in the same order; with {@code textEn} or not at all
 * @param rightOption which one is right, from 1
 */
public record NewQuestion(
        @NotBlank @Size(max = 500) String textZh,
        @Nullable @Size(max = 1000) String textEn,
        @NotBlank @Size(max = 2000) String optionsZh,
        @Nullable @Size(max = 4000) String optionsEn,
        @NotNull @Min(1) @Max(8) Integer rightOption) {

    /** The lines of a text that say something. */
    static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
