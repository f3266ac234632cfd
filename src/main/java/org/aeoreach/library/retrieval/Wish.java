package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed, taken apart.
 *
 * @param words plain words
 * @param phrases what stood in quotation marks
 * @param excluded words and phrases with a minus in front
 */
record Wish(String words, List<String> phrases, List<String> excluded) {

    /** Longer questions are read up to here; nobody types more, and what is pasted says what it is about early. */
    static final int LONGEST = 400;

    private static final int MOST = 8;
    private static final String OPENING = "\"\u201c\u300c\u300e\uff02";
    private static final String CLOSING = "\"\u201d\u300d\u300f\uff02";

    static Wish of(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        StringBuilder words = new StringBuilder();
        List<String> phrases = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean minus = isMinus(text, at);
            int from = minus ? at + 1 : at;
            int end = quoted(text, from);
            if (end > from) {
                keep(minus ? excluded : phrases, text.substring(from + 1, end));
                at = end + 1;
            } else if (minus) {
                end = blank(text, from);
                keep(excluded, text.substring(from, end));
                at = end;
            } else {
                words.append(text.charAt(at));
                at++;
            }
        }
        return new Wish(words.toString(), List.copyOf(phrases), List.copyOf(excluded));
    }

    private static void keep(List<String> list, String part) {
        if (!part.isBlank() && list.size() < MOST) {
            list.add(part);
        }
    }

    /** A minus that stands before a word and behind a blank; one inside a word joins it. */
    private static boolean isMinus(String text, int at) {
        char sign = text.charAt(at);
        boolean first = at == 0 || Character.isWhitespace(text.charAt(at - 1));
        boolean before = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        return first && before && (sign == '-' || sign == '\uff0d' || sign == '\u2212');
    }

    /** Where the quotation that begins here ends; the place itself when none does. */
    private static int quoted(String text, int at) {
        if (at >= text.length() || OPENING.indexOf(text.charAt(at)) < 0) {
            return at;
        }
        for (int end = at + 1; end < text.length(); end++) {
            if (CLOSING.indexOf(text.charAt(end)) >= 0) {
                return end;
            }
        }
        return at;
    }

    private static int blank(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Words and phrases together. */
    String all() {
        return phrases.isEmpty() ? words : words + " \n " + String.join(" \n ", phrases);
    }
}
