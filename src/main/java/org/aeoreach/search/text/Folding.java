package org.aeoreach.search.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is compared: wide characters narrow, small letters, simplified characters. */
public final class Folding {

    private static final char[] SIMPLIFIED = simplified();

    private Folding() {}

    /** The text folded, with its blanks. */
    public static String fold(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        char[] chars = narrow.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = SIMPLIFIED[chars[i]];
        }
        return new String(chars);
    }

    /** Only letters, digits and characters, folded: two names that differ in nothing else are the same. */
    public static String compact(String text) {
        String folded = fold(text);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Whether it is a Chinese character. */
    static boolean isHan(int character) {
        return Character.isIdeographic(character);
    }

    private static char[] simplified() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) i;
        }
        String pairs = Resource.text("simplified.txt").strip();
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            table[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
        return table;
    }
}
