package org.aeoreach.library.editing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.library.take.DocumentJson;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** A draft as it is published. */
final class DraftPayload {

    private DraftPayload() {}

    /**
     * Only the languages that say something new, or both when the other one needs no change: a language that is not
     * given falls behind.
     *
     * @param published texts by language, as a version keeps them
     */
    static JsonArray of(DraftView draft, JsonObject published) {
        List<ContentText> texts = draft.languages().stream()
                .filter(language -> draft.inStep() || changed(draft.side(language), published.getJsonObject(language)))
                .map(language -> draft.side(language).text(language))
                .toList();
        return JsonText.JSON
                .createArrayBuilder()
                .add(JsonText.JSON
                        .createObjectBuilder()
                        .add("code", draft.code())
                        .add("digest", "")
                        .add("content", draft.facts())
                        .add("links", JsonText.array(draft.links()))
                        .add("texts", DocumentJson.texts(texts))
                        .add("sections", DocumentJson.sections(texts)))
                .build();
    }

    private static boolean changed(DraftView.Side side, @Nullable JsonObject before) {
        return before == null
                || !side.title().equals(before.getString("title"))
                || !side.summary().equals(before.getString("summary"))
                || !side.markdown().strip().equals(before.getString("markdown").strip());
    }
}
