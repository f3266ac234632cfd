package org.aeoreach.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a conflict page sends: {@code mine.<field>} and {@code theirs.<field>} as they stood, and
 * {@code take.<field>} saying which of them to keep. What the other person saved is the new original.
 */
final class Choices {

    static final String MINE = "mine.";
    static final String THEIRS = "theirs.";
    static final String TAKE = "take.";

    private Choices() {}

    static Map<String, List<String>> settled(Map<String, List<String>> sent) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        sent.forEach((name, texts) -> {
            if (name.startsWith(TAKE)) {
                String field = name.substring(TAKE.length());
                String from = texts.contains("theirs") ? THEIRS : MINE;
                values.put(field, List.copyOf(sent.getOrDefault(from + field, List.of(""))));
            } else if (name.startsWith(THEIRS)) {
                values.put("was." + name.substring(THEIRS.length()), List.copyOf(texts));
            } else if (!name.startsWith(MINE)) {
                values.put(name, List.copyOf(texts));
            }
        });
        return values;
    }
}
