package org.aeoreach.training.reminder;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.training.session.SessionTime;
import org.jspecify.annotations.Nullable;

/** A break-out of a conference its delegate has chosen. */
record ChosenPart(
        String titleZh,
        @Nullable String titleEn,
        Instant starts,
        Instant ends,
        @Nullable String placeZh,
        @Nullable String placeEn) {

    /** As the database tells them, in the order they begin. @param json null: he has chosen none */
    static List<ChosenPart> read(@Nullable String json) {
        return json == null
                ? List.of()
                : JsonText.array(json).getValuesAs(JsonObject.class).stream()
                        .map(ChosenPart::of)
                        .toList();
    }

    private static ChosenPart of(JsonObject each) {
        return new ChosenPart(
                each.getString("zh"),
                text(each, "en"),
                Instant.parse(each.getString("from")),
                Instant.parse(each.getString("until")),
                text(each, "placeZh"),
                text(each, "placeEn"));
    }

    private static @Nullable String text(JsonObject each, String name) {
        return each.isNull(name) ? null : each.getString(name);
    }

    /** A line of a letter. @param zone of the conference */
    String line(String zone, Language language) {
        String line = SessionTime.of(starts, ends, zone, language) + " " + language.pick(titleZh, titleEn);
        return placeZh == null ? line : line + " · " + language.pick(placeZh, placeEn);
    }
}
