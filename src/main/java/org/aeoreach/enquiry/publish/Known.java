package org.aeoreach.enquiry.publish;

import java.util.regex.Pattern;

/** Words by which who asked would be known again. */
record Known(Kind kind, String words) {

    private static final int SHORTEST = 2;

    /** What words are. */
    enum Kind {
        PERSON,
        ENTERPRISE,
        CONTACT
    }

    /** Whether there is enough of it to be looked for. */
    boolean telling() {
        return words.strip().length() >= SHORTEST;
    }

    /** Finds it however its letters are cased and its figures are parted; a Latin word only as a whole. */
    Pattern pattern() {
        StringBuilder all = new StringBuilder();
        String text = words.strip();
        if (latin(text.charAt(0))) {
            all.append("(?<![\\p{IsLatin}\\d])");
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (Character.isWhitespace(each) || each == '-') {
                all.append("[\\s-]*");
            } else {
                all.append(Pattern.quote(String.valueOf(each)));
                if (Character.isDigit(each) && i + 1 < text.length()) {
                    all.append("[\\s-]?");
                }
            }
        }
        if (latin(text.charAt(text.length() - 1))) {
            all.append("(?![\\p{IsLatin}\\d])");
        }
        return Pattern.compile(all.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean latin(char each) {
        return Character.isDigit(each) || Character.UnicodeScript.of(each) == Character.UnicodeScript.LATIN;
    }
}
