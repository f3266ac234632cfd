package org.aeoreach.campaign;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Strength;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** What a campaign says as editions keep it. */
public final class ContentText {

    private ContentText() {}

    public static String write(CampaignContent content) {
        JsonArrayBuilder audiences = JsonText.JSON.createArrayBuilder();
        content.audiences().forEach(rule -> audiences.add(rule(rule)));
        JsonObjectBuilder object = JsonText.JSON.createObjectBuilder();
        text(object, "titleZh", content.titleZh());
        text(object, "titleEn", content.titleEn());
        text(object, "purposeZh", content.purposeZh());
        text(object, "purposeEn", content.purposeEn());
        text(object, "startsOn", content.startsOn());
        text(object, "endsOn", content.endsOn());
        text(object, "acknowledgeBy", content.acknowledgeBy());
        text(object, "planBy", content.planBy());
        return object.add("reportsOn", texts(content.reportsOn()))
                .add("sisterSums", content.sisterSums())
                .add("audiences", audiences)
                .add("documents", texts(content.documents()))
                .build()
                .toString();
    }

    private static JsonObject rule(AudienceRule rule) {
        JsonObjectBuilder object = JsonText.JSON.createObjectBuilder();
        text(object, "audience", rule.audience());
        text(object, "textZh", rule.textZh());
        text(object, "textEn", rule.textEn());
        text(object, "leastStrength", rule.leastStrength());
        return object.add("expected", rule.expected())
                .add("channels", texts(rule.channels()))
                .build();
    }

    private static void text(JsonObjectBuilder object, String name, @Nullable Object value) {
        if (value != null) {
            object.add(name, value.toString());
        }
    }

    private static JsonArrayBuilder texts(Collection<?> values) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    public static CampaignContent read(String text) {
        JsonObject object = JsonText.object(text);
        return new CampaignContent(
                object.getString("titleZh"),
                object.getString("titleEn", null),
                object.getString("purposeZh"),
                object.getString("purposeEn", null),
                LocalDate.parse(object.getString("startsOn")),
                LocalDate.parse(object.getString("endsOn")),
                day(object, "acknowledgeBy"),
                day(object, "planBy"),
                list(object.getJsonArray("reportsOn"), LocalDate::parse),
                object.getBoolean("sisterSums"),
                object.getJsonArray("audiences").stream()
                        .map(JsonValue::asJsonObject)
                        .map(ContentText::rule)
                        .toList(),
                list(object.getJsonArray("documents"), code -> code));
    }

    private static AudienceRule rule(JsonObject object) {
        return new AudienceRule(
                Audience.valueOf(object.getString("audience")),
                object.getString("textZh"),
                object.getString("textEn", null),
                object.getInt("expected"),
                Strength.valueOf(object.getString("leastStrength")),
                list(object.getJsonArray("channels"), Channel::valueOf));
    }

    private static @Nullable LocalDate day(JsonObject object, String name) {
        String text = object.getString(name, null);
        return text == null ? null : LocalDate.parse(text);
    }

    private static <T> List<T> list(JsonArray array, Function<String, T> read) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .map(read)
                .toList();
    }
}
