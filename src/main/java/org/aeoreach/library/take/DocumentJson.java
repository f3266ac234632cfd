package org.aeoreach.library.take;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.ContentSection;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.library.content.DocumentStatus;
import org.aeoreach.library.content.Relation;
import org.aeoreach.platform.Digests;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** A document as the function {@code library_take} reads it. */
public final class DocumentJson {
    // Asked once: each call of Json looks through the class path for its provider again.
    private DocumentJson() {}

    public static JsonObject of(ContentDocument document) {
        JsonObject content = facts(document);
        JsonArray links = links(document.links());
        JsonArray texts = texts(document.texts());
        return JsonText.JSON
                .createObjectBuilder()
                .add("code", document.id())
                .add("digest", digest(content, links, texts))
                .add("content", content)
                .add("links", links)
                .add("texts", texts)
                .add("sections", sections(document.texts()))
                .build();
    }

    private static String digest(JsonValue... parts) {
        StringBuilder all = new StringBuilder();
        for (JsonValue part : parts) {
            all.append(part);
        }
        return HexFormat.of().formatHex(Digests.sha256(all.toString()));
    }

    private static JsonObject facts(ContentDocument document) {
        JsonObjectBuilder facts = JsonText.JSON
                .createObjectBuilder()
                .add("kind", document.kind().name())
                .add("audience", names(document.audience()))
                .add("tracks", names(document.tracks()))
                .add("topics", names(document.topics()))
                .add("journey", names(document.journey()))
                .add("certainty", document.certainty().name())
                .add("sources", names(document.sources()))
                .add("owner", document.owner())
                .add("archived", document.status() == DocumentStatus.ARCHIVED);
        put(facts, "issuer", document.issuer());
        put(facts, "number", document.number());
        put(facts, "published", document.published());
        put(facts, "effective", document.effective());
        put(facts, "repealed", document.repealed());
        put(facts, "review", document.review());
        return facts.build();
    }

    private static void put(JsonObjectBuilder into, String name, @Nullable String value) {
        if (value != null) {
            into.add(name, value);
        }
    }

    private static void put(JsonObjectBuilder into, String name, @Nullable LocalDate value) {
        put(into, name, value == null ? null : value.toString());
    }

    private static JsonArrayBuilder names(Collection<?> values) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        values.forEach(value -> all.add(value.toString()));
        return all;
    }

    private static JsonArray links(Map<Relation, List<String>> links) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (Relation relation : Relation.values()) {
            List<String> targets = links.getOrDefault(relation, List.of());
            for (int i = 0; i < targets.size(); i++) {
                all.add(JsonText.JSON
                        .createObjectBuilder()
                        .add("relation", relation.name())
                        .add("position", i)
                        .add("target", targets.get(i)));
            }
        }
        return all.build();
    }

    public static JsonArray texts(List<ContentText> texts) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (ContentText text : texts) {
            all.add(JsonText.JSON
                    .createObjectBuilder()
                    .add("language", text.language())
                    .add("title", text.title())
                    .add("summary", text.summary())
                    .add("markdown", text.markdown()));
        }
        return all.build();
    }

    public static JsonArrayBuilder sections(List<ContentText> texts) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (ContentText text : texts) {
            for (int i = 0; i < text.sections().size(); i++) {
                ContentSection section = text.sections().get(i);
                all.add(JsonText.JSON
                        .createObjectBuilder()
                        .add("language", text.language())
                        .add("position", i)
                        .add("anchor", section.anchor())
                        .add("heading", section.heading())
                        .add("level", section.level())
                        .add("plain", section.plain()));
            }
        }
        return all;
    }
}
