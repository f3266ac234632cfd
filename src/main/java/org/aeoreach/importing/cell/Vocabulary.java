package org.aeoreach.importing.cell;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of short lists, such as grades, in either language and as codes. */
public final class Vocabulary {

    private final Map<FileField, Map<String, String>> codes = new HashMap<>();

    /** Adds one way to say a code. */
    public Vocabulary with(FileField field, @Nullable String word, String code) {
        if (word != null) {
            codes.computeIfAbsent(field, each -> new HashMap<>()).put(key(word), code);
        }
        return this;
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
