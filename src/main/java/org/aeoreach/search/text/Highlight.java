package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which parts of a name answer to what was typed. */
public final class Highlight {

    private Highlight() {}

    /** A part of the name, as it is written. */
    public record Part(String text, boolean hit) {}

    /** The name in parts, whole and unmarked when nothing of it was typed as such. */
    public static List<Part> of(String name, String typed) {
        String folded = sameLength(name);
        BitSet hits = new BitSet(name.length());
        for (String part : Folding.fold(typed).strip().split("\\s+", -1)) {
            if (!part.isEmpty() && !mark(folded, part, hits)) {
                markPinyin(folded, part, hits);
            }
        }
        return parts(name, hits);
    }

    /** Folded letter by letter, so that places stay what they are. */
    private static String sameLength(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            String one = Folding.fold(name.substring(i, i + 1));
            folded.append(one.length() == 1 ? one.charAt(0) : name.charAt(i));
        }
        return folded.toString();
    }

    private static boolean mark(String folded, String part, BitSet hits) {
        int at = folded.indexOf(part);
        if (at >= 0) {
            hits.set(at, at + part.length());
        }
        return at >= 0;
    }

    private static void markPinyin(String folded, String letters, BitSet hits) {
        for (int from = 0; from < folded.length(); from++) {
            int end = Math.max(initials(folded, from, letters), syllables(folded, from, letters));
            if (end > from) {
                hits.set(from, end);
                return;
            }
        }
    }

    /** Where the characters end whose initials the letters are, or 0. */
    private static int initials(String folded, int from, String letters) {
        if (letters.length() < 2 || from + letters.length() > folded.length()) {
            return 0;
        }
        for (int i = 0; i < letters.length(); i++) {
            String letter = letters.substring(i, i + 1);
            if (readings(folded, from + i).stream().noneMatch(reading -> reading.startsWith(letter))) {
                return 0;
            }
        }
        return from + letters.length();
    }

    /** Where the characters end that the letters are the pinyin of, or 0. */
    private static int syllables(String folded, int from, String letters) {
        int at = from;
        String rest = letters;
        while (!rest.isEmpty()) {
            String left = rest;
            String reading = at < folded.length()
                    ? readings(folded, at).stream()
                            .filter(each -> left.startsWith(each) || each.startsWith(left))
                            .findFirst()
                            .orElse("")
                    : "";
            if (reading.isEmpty()) {
                return 0;
            }
            rest = rest.substring(Math.min(rest.length(), reading.length()));
            at++;
        }
        return letters.length() < 2 ? 0 : at;
    }

    private static List<String> readings(String folded, int at) {
        return Pinyin.of(folded.substring(at, at + 1));
    }

    private static List<Part> parts(String name, BitSet hits) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < name.length(); ) {
            boolean hit = hits.get(from);
            int next = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            int to = next < 0 ? name.length() : Math.min(next, name.length());
            parts.add(new Part(name.substring(from, to), hit));
            from = to;
        }
        return parts;
    }
}
