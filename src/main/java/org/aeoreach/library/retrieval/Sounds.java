package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.search.text.Pinyin;

/** The terms of the trade by how they sound. */
final class Sounds {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    private final Map<String, String> terms = new HashMap<>();

    /** @param names in Chinese; of several that sound the same the first counts */
    Sounds(Collection<String> names) {
        for (String name : names.stream().sorted().toList()) {
            if (name.length() >= SHORTEST && name.length() <= LONGEST) {
                sounds(name).forEach(sound -> terms.putIfAbsent(sound, name));
            }
        }
    }

    /** The term that sounds like these characters and is written otherwise; empty when there is none. */
    String meant(String characters) {
        for (String sound : sounds(characters)) {
            String term = terms.get(sound);
            if (term != null) {
                return term.equals(characters) ? "" : term;
            }
        }
        return "";
    }

    private static List<String> sounds(String characters) {
        List<String> sounds = List.of("");
        for (int i = 0; i < characters.length() && sounds.size() <= 8; i++) {
            List<String> longer = new ArrayList<>();
            for (String reading : Pinyin.of(characters.substring(i, i + 1))) {
                sounds.forEach(sound -> longer.add(sound + ' ' + reading));
            }
            sounds = longer;
        }
        return sounds;
    }
}
