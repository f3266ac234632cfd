package org.aeoreach.campaign.plan;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.aeoreach.campaign.activity.ActivityKind;
import org.aeoreach.campaign.activity.ActivityView;
import org.aeoreach.outreach.Channel;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** Words of a plan as the database writes them down. */
final class PlanText {

    private PlanText() {}

    static PlanView.Words words(String text) {
        JsonObject object = JsonText.object(text);
        return new PlanView.Words(
                object.getString("regionalZh", null),
                object.getString("regionalEn", null),
                list(object.getJsonArray("channels"), Channel::valueOf),
                object.getString("sessions", null),
                day(object, "beginsOn"),
                day(object, "finishesOn"),
                list(object.getJsonArray("documents"), code -> code));
    }

    static List<ActivityView> activities(String text) {
        JsonArray array = JsonText.object(text).getJsonArray("activities");
        return array == null
                ? List.of()
                : array.getValuesAs(JsonObject.class).stream()
                        .map(PlanText::activity)
                        .toList();
    }

    private static ActivityView activity(JsonObject object) {
        return new ActivityView(
                object.getJsonNumber("id").longValue(),
                ActivityKind.valueOf(object.getString("kind")),
                object.getString("titleZh"),
                object.getString("titleEn", null),
                LocalDate.parse(object.getString("startsOn")),
                LocalDate.parse(object.getString("endsOn")),
                object.getString("unit", null),
                null,
                null,
                object.getString("place", null),
                null,
                null);
    }

    static PlanView.@Nullable Former former(@Nullable String text) {
        if (text == null) {
            return null;
        }
        JsonObject object = JsonText.object(text);
        return new PlanView.Former(object.getInt("target"), day(object, "dueOn"));
    }

    private static @Nullable LocalDate day(JsonObject object, String name) {
        return object.containsKey(name) && !object.isNull(name) ? LocalDate.parse(object.getString(name)) : null;
    }

    private static <T> List<T> list(JsonArray array, Function<String, T> read) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .map(read)
                .toList();
    }
}
