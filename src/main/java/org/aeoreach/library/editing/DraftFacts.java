package org.aeoreach.library.editing;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.content.Relation;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** The facts of a document as drafts keep them and {@code library_take} reads them. */
final class DraftFacts {

    private DraftFacts() {}

    /** Of a document that is begun. */
    static JsonObject begun(Beginning beginning, String owner) {
        JsonObjectBuilder facts = JsonText.JSON
                .createObjectBuilder()
                .add("kind", beginning.kind().name())
                .add("certainty", "CONFIRMED")
                .add("owner", owner)
                .add("issuer", owner)
                .add("archived", false);
        for (String list : List.of("audience", "tracks", "topics", "journey", "sources")) {
            facts.add(list, JsonText.JSON.createArrayBuilder());
        }
        return facts.build();
    }

    /** With what an editor wrote; what he cannot change stays. */
    static JsonObject written(JsonObject before, Writing writing) {
        JsonObjectBuilder facts = JsonText.JSON
                .createObjectBuilder(before)
                .add("certainty", writing.certainty().name())
                .add("audience", names(writing.audience()))
                .add("tracks", names(writing.tracks()))
                .add("topics", names(writing.topics()))
                .add("journey", names(writing.journey()))
                .add(
                        "sources",
                        names(writing.sources()
                                .lines()
                                .map(String::strip)
                                .filter(s -> !s.isEmpty())
                                .toList()));
        text(facts, "issuer", writing.issuer());
        if (before.getString("kind").equals(DocumentKind.POLICY.name())) {
            ofPolicy(facts, writing);
        }
        day(facts, "effective", writing.effective());
        day(facts, "repealed", writing.repealed());
        day(facts, "review", writing.review());
        return facts.build();
    }

    /** What the form of a policy alone asks. */
    private static void ofPolicy(JsonObjectBuilder facts, Writing writing) {
        text(facts, "number", writing.number());
        day(facts, "published", writing.published());
    }

    /** What it has to do with other documents, as {@code library_take} reads it. */
    static JsonArray links(Writing writing) {
        JsonArrayBuilder links = JsonText.JSON.createArrayBuilder();
        for (Relation relation : Relation.values()) {
            List<String> targets = writing.linked(relation);
            for (int i = 0; i < targets.size(); i++) {
                links.add(JsonText.JSON
                        .createObjectBuilder()
                        .add("relation", relation.name())
                        .add("position", i)
                        .add("target", targets.get(i)));
            }
        }
        return links.build();
    }

    private static void day(JsonObjectBuilder facts, String name, @Nullable LocalDate day) {
        text(facts, name, day == null ? null : day.toString());
    }

    private static void text(JsonObjectBuilder facts, String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            facts.remove(name);
        } else {
            facts.add(name, text.strip());
        }
    }

    private static JsonArrayBuilder names(Collection<?> values) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        values.forEach(value -> all.add(value.toString()));
        return all;
    }
}
