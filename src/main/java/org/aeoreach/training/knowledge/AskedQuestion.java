package org.aeoreach.training.knowledge;

import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is asked of somebody.
 *
 * @param id of the edition
 * @param rightOption from 0; told with what he chose when he has given the check after the session, else null
 */
public record AskedQuestion(
        long id,
        long number,
        String textZh,
        @Nullable String textEn,
        List<Choice> options,
        @Nullable Long rightOption,
        @Nullable Long beforeChosen,
        @Nullable Long afterChosen) {

    /** One of the answers there are. */
    public record Choice(String zh, @Nullable String en) {}

    /** The name of its field in the form. */
    public String field() {
        return "q" + id;
    }

    static AskedQuestion of(Rows.Row row) {
        return new AskedQuestion(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                JsonText.array(row.text(4)).getValuesAs(JsonObject.class).stream()
                        .map(each -> new Choice(each.getString("zh"), each.getString("en", null)))
                        .toList(),
                row.idOrNull(5),
                row.idOrNull(6),
                row.idOrNull(7));
    }
}
