package org.aeoreach.library.retrieval.language;

import org.aeoreach.search.text.Folding;

/** Letters as they are compared, each one still in its place. */
final class Letters {

    private static final char[] FOLDED = folded();

    private Letters() {}

    /** The text letter by letter: as long as it was, so that places in it stay what they are. */
    static char[] fold(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = FOLDED[letters[i]];
        }
        return letters;
    }

    static boolean isHan(char letter) {
        return letter >= '\u3005' && Character.isIdeographic(letter);
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** A letter of a word that is neither Chinese nor a digit. */
    static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z' || letter > 127 && Character.isLetter(letter) && !isHan(letter);
    }

    private static char[] folded() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            char letter = (char) i;
            if (Character.isSurrogate(letter)) {
                table[i] = letter;
                continue;
            }
            String one = Folding.fold(String.valueOf(letter));
            table[i] = one.length() == 1 ? one.charAt(0) : Character.toLowerCase(letter);
        }
        // What stands for a hyphen, an apostrophe or a pair of brackets in texts of either language.
        "\u2010\u2011\u2012\u2013\u2014".chars().forEach(dash -> table[dash] = '-');
        table['\u2019'] = '\'';
        table['\u3014'] = '[';
        table['\u3015'] = ']';
        return table;
    }
}
