package org.aeoreach.enterprise.duplicate.likeness;

import java.util.function.LongConsumer;

/**
 * The shapes of a name: numbers of which two near names have at least one in common. They are made of its key, of its
 * key with one character left out, with two where so many may differ, and of its words in alphabetical order. Of Latin
 * names, which are long, at most one letter is left out: the scan finds those with two wrong letters when they are in
 * words of another order only.
 */
final class Shapes {

    private static final long PRIME = 1_099_511_628_211L;
    private static final long CHINESE = 17;
    private static final long LATIN = 31;
    private static final long SORTED = 59;
    /** Legal names are shorter; what lies behind does not matter for finding. */
    private static final int LONGEST = 40;

    private Shapes() {}

    static void of(Named name, LongConsumer shapes) {
        key(name.zh(), CHINESE, shapes);
        NameKey english = name.en();
        if (english != null && english.length() > 5) {
            key(english, LATIN, shapes);
        }
    }

    private static void key(NameKey key, long seed, LongConsumer shapes) {
        String text = key.text();
        if (text.length() < 2) {
            return;
        }
        shapes.accept(hash(text, seed, -1, -1));
        if (key.length() >= 4) {
            shapes.accept(hash(key.sorted(), seed * SORTED, -1, -1));
        }
        int wrong = key.latin() ? Math.min(1, key.tolerance()) : key.tolerance();
        int most = Math.min(LONGEST, text.length());
        for (int i = 0; wrong > 0 && i < most; i++) {
            shapes.accept(hash(text, seed, i, -1));
            for (int j = i + 1; wrong > 1 && j < most; j++) {
                shapes.accept(hash(text, seed, i, j));
            }
        }
    }

    /** Of a text without the characters at two places; the upper half is mixed into the lower. */
    private static long hash(String text, long seed, int without, int norThis) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            if (i != without && i != norThis) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        // The sign and the bits of the place are not used.
        return (hash ^ (hash >>> 29)) & ((1L << (63 - NearPairs.PLACE_BITS)) - 1);
    }
}
