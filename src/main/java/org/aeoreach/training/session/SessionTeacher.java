package org.aeoreach.training.session;

import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who teaches at a session, as everybody may know him.
 *
 * @param organisation of somebody from outside, or null
 */
public record SessionTeacher(
        long id,
        String name,
        @Nullable String latinName,
        @Nullable String organisation) {

    /** As the database tells them, in their order. */
    public static List<SessionTeacher> read(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(each -> new SessionTeacher(
                        each.getJsonNumber("id").longValueExact(),
                        each.getString("zh"),
                        each.isNull("en") ? null : each.getString("en"),
                        each.isNull("of") ? null : each.getString("of")))
                .toList();
    }
}
