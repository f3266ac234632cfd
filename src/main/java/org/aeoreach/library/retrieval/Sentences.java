package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.List;

/** Cuts plain text into sentences, with what ends them. */
final class Sentences {

    private static final String ENDS = "。！？；\n";
    private static final String ENDS_BEFORE_BLANK = ".!?;";

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ends(text, i)) {
                add(sentences, text.substring(from, i + 1));
                from = i + 1;
            }
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static boolean ends(String text, int at) {
        char sign = text.charAt(at);
        boolean last = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        boolean abbreviated = sign == '.' && at >= 2 && text.startsWith("No", at - 2);
        return ENDS.indexOf(sign) >= 0 || ENDS_BEFORE_BLANK.indexOf(sign) >= 0 && last && !abbreviated;
    }

    private static void add(List<String> sentences, String sentence) {
        String bare = sentence.strip();
        if (!bare.isEmpty()) {
            sentences.add(bare);
        }
    }
}
