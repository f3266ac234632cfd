package org.aeoreach.library.retrieval.language;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tartarus.snowball.ext.EnglishStemmer;

/** English words: what is left of them without endings, and which say nothing. */
final class English {

    private English() {}

    private static final Set<String> EMPTY =
            Set.of(("a an and are as at be been being but by can could did do does for from"
                            + " had has have having he her his how i if in into is it its just may me might must my of on or our ours"
                            + " she should so some such than that the their them then there these they this those to too us was we were"
                            + " what when where which while who whom whose why will with would you your yours not no any about also"
                            + " s t ll re ve d m")
                    .split(" ", -1));

    /** The words of a library and of those who ask it; forgotten when somebody asks for all words there are. */
    private static final int MOST_STEMS = 50_000;

    private static final Map<String, String> STEMS = new ConcurrentHashMap<>();

    /** Whether nobody looks for it. */
    static boolean isEmpty(String word) {
        return EMPTY.contains(word);
    }

    static String stem(String word) {
        String known = STEMS.get(word);
        if (known == null) {
            known = cut(word);
            if (STEMS.size() >= MOST_STEMS) {
                STEMS.clear();
            }
            STEMS.put(word, known);
        }
        return known;
    }

    private static String cut(String word) {
        String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word.replace("'", "");
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(bare);
        return stemmer.stem() ? stemmer.getCurrent() : bare;
    }
}
