package org.aeoreach.training.field;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.platform.JsonText;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * An answer beside its question.
 *
 * @param value as {@link AskedField} says
 * @param choiceZh the words of the choice, or null
 */
public record GivenAnswer(
        long field,
        String labelZh,
        @Nullable String labelEn,
        FieldKind kind,
        String value,
        @Nullable String choiceZh,
        @Nullable String choiceEn) {

    /** As {@code training_answers} tells them. */
    public static List<GivenAnswer> read(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(GivenAnswer::of)
                .toList();
    }

    /** All of them with their questions, in a line. */
    public static String told(List<GivenAnswer> answers, Page page) {
        return answers.stream()
                .map(each -> page.t("field.answer", each.label(page), each.words(page)))
                .collect(Collectors.joining(page.t("field.answers-and")));
    }

    private static GivenAnswer of(JsonObject answer) {
        JsonValue choice = answer.get("choice");
        JsonObject words = choice instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return new GivenAnswer(
                answer.getJsonNumber("field").longValueExact(),
                answer.getString("zh"),
                answer.isNull("en") ? null : answer.getString("en"),
                FieldKind.valueOf(answer.getString("kind")),
                answer.getString("value"),
                words.getString("zh", null),
                words.getString("en", null));
    }

    /** The question, in the reader's words. */
    public String label(Page page) {
        return page.pick(labelZh, labelEn);
    }

    /** The answer, in the reader's words. */
    public String words(Page page) {
        if (kind == FieldKind.YES_NO) {
            return page.t(value.equals(AskedField.YES) ? "web.yes" : "web.no");
        }
        return choiceZh == null ? value : page.pick(choiceZh, choiceEn);
    }
}
