package org.aeoreach.training.course;

import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A question of a check in its present wording.
 *
 * @param id of this edition; what answers name
 * @param number within the course, for ever
 * @param edition from 1; another wording has the next one
 * @param rightOption index of the right option, from 0
 */
public record CheckQuestionView(
        long id,
        int number,
        int edition,
        String textZh,
        @Nullable String textEn,
        List<Choice> options,
        int rightOption) {

    /** One of the options. */
    public record Choice(String zh, @Nullable String en) {}

    static CheckQuestionView of(Rows.Row row) {
        return new CheckQuestionView(
                row.id(0),
                Math.toIntExact(row.id(1)),
                Math.toIntExact(row.id(2)),
                row.text(3),
                row.textOrNull(4),
                JsonText.array(row.text(5)).getValuesAs(JsonObject.class).stream()
                        .map(each -> new Choice(each.getString("zh"), each.getString("en", null)))
                        .toList(),
                Math.toIntExact(row.id(6)));
    }
}
