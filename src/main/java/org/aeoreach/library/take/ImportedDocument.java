package org.aeoreach.library.take;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.platform.JsonText;

/** The lines of an import about one document, one for each language: of two in one language the later one counts. */
final class ImportedDocument {
    // Asked once: each call of Json looks through the class path for its provider again.
    // Backwards, so that Chinese comes first.
    private final Map<String, ContentDocument> texts = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, JsonObject> read = new HashMap<>();
    private int lines;
    private int line;

    void add(ContentDocument document, int number) {
        String language = document.texts().get(0).language();
        texts.put(language, document);
        read.remove(language);
        lines++;
        line = number;
    }

    int lines() {
        return lines;
    }

    /** Number of the last one. */
    int line() {
        return line;
    }

    /** Whether each of its lines was taken before and is what its text came from last. */
    boolean isAsIn(ImportBatch.Present there) {
        if (there.lines().isEmpty()) {
            return earlier().anyMatch(there.digest()::equals);
        }
        // A line that comes again after the other language was changed says that it is in step.
        return texts.keySet().stream()
                .allMatch(language -> digest(language).equals(there.lines().get(language))
                        && !there.behind().contains(language));
    }

    /** Digests such a document had before each line got its own: the texts of the line that came later stood first. */
    private Stream<String> earlier() {
        List<ContentText> forth =
                texts.values().stream().flatMap(one -> one.texts().stream()).toList();
        List<ContentText> back = new ArrayList<>(forth);
        Collections.reverse(back);
        return texts.values().stream()
                .flatMap(one -> Stream.of(one.withTexts(forth), one.withTexts(back)))
                .map(one -> DocumentJson.of(one).getString("digest"));
    }

    /** As {@code library_import} reads it. */
    JsonObject json() {
        JsonArrayBuilder digests = JsonText.JSON.createArrayBuilder();
        texts.keySet()
                .forEach(language -> digests.add(JsonText.JSON
                        .createObjectBuilder()
                        .add("language", language)
                        .add("digest", digest(language))));
        return JsonText.JSON.createObjectBuilder(whole()).add("lines", digests).build();
    }

    private String digest(String language) {
        return of(language).getString("digest");
    }

    private JsonObject of(String language) {
        return read.computeIfAbsent(language, each -> DocumentJson.of(Objects.requireNonNull(texts.get(each))));
    }

    /** Its facts are those of the first line. */
    private JsonObject whole() {
        return texts.size() == 1
                ? of(texts.keySet().iterator().next())
                : DocumentJson.of(texts.values().stream()
                        .reduce(ContentDocument::withTextsOf)
                        .orElseThrow());
    }
}
