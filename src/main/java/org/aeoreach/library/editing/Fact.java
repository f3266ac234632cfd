package org.aeoreach.library.editing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aeoreach.library.DocumentNumber;
import org.aeoreach.library.content.Relation;
import org.aeoreach.web.Page;

/**
 * A fact of a document before and after, or the documents it has to do with in one way.
 *
 * @param field its name in the content of a version, or of a relation
 * @param values what it was and is; none when it is empty in both
 */
public record Fact(String field, List<Value> values) {
    private static final List<String> FIELDS = List.of(
            "kind",
            "number",
            "published",
            "effective",
            "repealed",
            "review",
            "certainty",
            "audience",
            "tracks",
            "topics",
            "journey",
            "sources",
            "issuer",
            "owner",
            "archived");

    /** Before the code of a unit among the names of a comparison. */
    static final String UNIT = "unit ";

    private static final Set<String> DAYS = Set.of("published", "effective", "repealed", "review");
    private static final String FILES = "files";

    /** @param name as it is kept; of a file its SHA-256 @param title of a file its name, else the same */
    public record Value(String name, String title, Differences.Change change) {}

    private record Kept(String name, String title) {}

    /** Those that have a value before or after, in the order of the form. */
    static List<Fact> all(JsonObject before, JsonObject after) {
        Stream<Fact> facts =
                FIELDS.stream().map(field -> new Fact(field, marked(values(before, field), values(after, field))));
        Stream<Fact> links = Stream.of(Relation.values())
                .map(relation -> new Fact(relation.field(), marked(linked(before, relation), linked(after, relation))));
        Stream<Fact> files = Stream.of(new Fact(FILES, marked(files(before), files(after))));
        return Stream.of(facts, links, files)
                .flatMap(each -> each)
                .filter(fact -> !fact.values().isEmpty())
                .toList();
    }

    public boolean changed() {
        return values.stream().anyMatch(value -> value.change() != Differences.Change.SAME);
    }

    /** Key of its name. */
    public String label() {
        return field.equals(FILES) ? "library.attachment.title" : "library.field." + field;
    }

    /** A value of it in the reader's words. */
    public String words(Page page, Value value, Comparison comparison) {
        String name = value.name();
        if (DAYS.contains(field)) {
            return page.on(LocalDate.parse(name));
        }
        return switch (field) {
            case "kind" -> page.t("library.kinds." + name);
            case "certainty" -> page.t("library.certainty." + name);
            case "audience", "tracks" -> page.t("library.for." + name);
            case "journey" -> page.t("enterprise.step." + name);
            case "archived" -> page.t("library.archived." + name);
            case "number" -> DocumentNumber.text(page, name);
            case "topics" -> comparison.names().getOrDefault(name, name);
            case "issuer", "owner" -> comparison.names().getOrDefault(UNIT + name, name);
            case "sources", FILES -> value.title();
            default -> name + " " + comparison.names().getOrDefault(name, "");
        };
    }

    private static List<Value> marked(List<Kept> before, List<Kept> after) {
        if (before.equals(after)) {
            return marked(after, Differences.Change.SAME);
        }
        List<Kept> gone = before.stream().filter(one -> !after.contains(one)).toList();
        List<Kept> come = after.stream().filter(one -> !before.contains(one)).toList();
        List<Value> all = new ArrayList<>();
        if (gone.isEmpty() && come.isEmpty()) {
            // Only in another order.
            all.addAll(marked(before, Differences.Change.REMOVED));
            all.addAll(marked(after, Differences.Change.ADDED));
            return List.copyOf(all);
        }
        all.addAll(marked(gone, Differences.Change.REMOVED));
        all.addAll(marked(after.stream().filter(one -> !come.contains(one)).toList(), Differences.Change.SAME));
        all.addAll(marked(come, Differences.Change.ADDED));
        return List.copyOf(all);
    }

    private static List<Value> marked(List<Kept> values, Differences.Change change) {
        return values.stream()
                .map(value -> new Value(value.name(), value.title(), change))
                .toList();
    }

    private static List<Kept> values(JsonObject content, String field) {
        JsonValue value = content.get(field);
        if (value == null || value == JsonValue.NULL) {
            return List.of();
        }
        if (value instanceof JsonArray many) {
            return many.stream().map(Fact::kept).toList();
        }
        return List.of(kept(value));
    }

    private static Kept kept(JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return new Kept(text, text);
    }

    private static List<Kept> linked(JsonObject content, Relation relation) {
        return objects(content, "links")
                .filter(link -> link.getString("relation").equals(relation.name()))
                .map(link -> new Kept(link.getString("target"), link.getString("target")))
                .toList();
    }

    private static List<Kept> files(JsonObject content) {
        return objects(content, FILES)
                .map(file -> new Kept(file.getString("sha256"), file.getString("name")))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonObject content, String field) {
        JsonArray many = content.getJsonArray(field);
        return many == null ? Stream.of() : many.getValuesAs(JsonObject.class).stream();
    }
}
