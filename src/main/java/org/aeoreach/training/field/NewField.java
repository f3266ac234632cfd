package org.aeoreach.training.field;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is to be asked.
 *
 * @param choiceZh what there is to choose from, a line each; for a choice only
 * @param choiceEn the same in English, in the same order; with {@code questionEn} or not at all
 * @param shownWhen the number of the question it hangs on and the answer, such as {@code 12=YES}; null: asked of everybody
 * @param place where it stands, smaller first; null: last
 */
public record NewField(
        @NotBlank @Size(max = 200) String questionZh,
        @Nullable @Size(max = 400) String questionEn,
        @NotNull FieldKind answerKind,
        @Nullable @Size(max = 2000) String choiceZh,
        @Nullable @Size(max = 4000) String choiceEn,
        boolean needed,
        @Nullable @Size(max = 40) String shownWhen,
        @Nullable @Min(1) @Max(1000) Integer place) {

    List<String> zh() {
        return lines(choiceZh);
    }

    List<String> en() {
        return lines(choiceEn);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
