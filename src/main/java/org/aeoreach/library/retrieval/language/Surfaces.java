package org.aeoreach.library.retrieval.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** English words as they are written, folded. */
public final class Surfaces {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 24;

    private Surfaces() {}

    /** Those long enough for a slip to be told from another word, each once. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        places(text).forEach(word -> words.add(word.text()));
        return words;
    }

    /** The same with their places. */
    public static List<Term> places(String text) {
        return Atoms.of(text).stream()
                .filter(Surfaces::isLong)
                .map(atom -> new Term(atom.text(), atom.start(), atom.end(), 1))
                .toList();
    }

    private static boolean isLong(Atom atom) {
        int length = atom.text().length();
        return atom.kind() == Atom.Kind.WORD
                && length >= SHORTEST
                && length <= LONGEST
                && !English.isEmpty(atom.text());
    }
}
