package org.aeoreach.importing.cell;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of short lists, such as grades: in either language and as codes when read, in the reader's when told. */
public final class Vocabulary {

    private final Map<FileField, Map<String, String>> codes = new HashMap<>();
    private final Map<FileField, Map<String, String>> labels = new HashMap<>();

    /** Adds one way to say a code. */
    public Vocabulary with(FileField field, @Nullable String word, String code) {
        if (word != null) {
            codes.computeIfAbsent(field, each -> new HashMap<>()).put(key(word), code);
        }
        return this;
    }

    /** Says what the reader is told of a code. */
    public Vocabulary called(FileField field, String label, String code) {
        labels.computeIfAbsent(field, each -> new HashMap<>()).put(code, label);
        return this;
    }

    /** What the reader is told of a code; the code itself when it has no name. */
    public String label(FileField field, String code) {
        return labels.getOrDefault(field, Map.of()).getOrDefault(code, code);
    }

    /** The code of a word, or null when nobody calls anything so. */
    public @Nullable String code(FileField field, String word) {
        Map<String, String> known = codes.getOrDefault(field, Map.of());
        String code = known.get(word);
        return code != null ? code : known.get(key(word));
    }

    private static String key(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .replaceAll("[\\s_-]", "")
                .toUpperCase(Locale.ROOT);
    }
}
