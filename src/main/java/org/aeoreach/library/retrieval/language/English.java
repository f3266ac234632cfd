package org.aeoreach.library.retrieval.language;

import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/** English words: what is left of them without endings, and which say nothing. Not for several threads at once. */
final class English {

    private static final Set<String> EMPTY =
            Set.of(("a an and are as at be been being but by can could did do does for from"
                            + " had has have having he her his how i if in into is it its just may me might must my of on or our ours"
                            + " she should so some such than that the their them then there these they this those to too us was we were"
                            + " what when where which while who whom whose why will with would you your yours not no any about also"
                            + " s t ll re ve d m")
                    .split(" ", -1));

    private final EnglishStemmer stemmer = new EnglishStemmer();

    /** Whether nobody looks for it. */
    static boolean isEmpty(String word) {
        return EMPTY.contains(word);
    }

    String stem(String word) {
        String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word.replace("'", "");
        stemmer.setCurrent(bare);
        return stemmer.stem() ? stemmer.getCurrent() : bare;
    }
}
