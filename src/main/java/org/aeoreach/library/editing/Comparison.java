package org.aeoreach.library.editing;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * Two states of a document: its facts and links one by one, and its texts language by language, of which one that is the
 * same in both is left out.
 *
 * @param names of topics and other documents that are mentioned, by their codes
 */
public record Comparison(List<Fact> facts, List<Side> sides, Map<String, String> names) {

    /** @param language {@code zh} or {@code en} */
    public record Side(String language, Differences differences) {}

    /**
     * @param before facts, {@code links} and {@code texts} as a version keeps them
     * @param after in the same form
     */
    static Comparison of(JsonObject before, JsonObject after, Map<String, String> names) {
        List<Side> sides = List.of("zh", "en").stream()
                .map(language -> new Side(language, Differences.of(text(before, language), text(after, language))))
                .filter(side -> !side.differences().none())
                .toList();
        return new Comparison(Fact.all(before, after), sides, names);
    }

    /** Facts and links that are not the same. */
    public List<Fact> changed() {
        return facts.stream().filter(Fact::changed).toList();
    }

    /** Whether a document would be archived, or taken back. */
    public boolean archives(boolean archived) {
        return changed().stream()
                .filter(fact -> fact.field().equals("archived"))
                .flatMap(fact -> fact.values().stream())
                .anyMatch(value -> value.change() == Differences.Change.ADDED
                        && value.name().equals(Boolean.toString(archived)));
    }

    /** Whether nothing a reader is told would change. */
    public boolean same() {
        return sides.isEmpty() && changed().isEmpty();
    }

    private static String text(JsonObject content, String language) {
        JsonObject texts = content.getJsonObject("texts");
        JsonObject text = texts == null ? null : texts.getJsonObject(language);
        return text == null
                ? ""
                : text.getString("title") + "\n" + text.getString("summary") + "\n"
                        + text.getString("markdown").strip();
    }
}
