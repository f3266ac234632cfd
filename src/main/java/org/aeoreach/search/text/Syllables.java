package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads letters typed without gaps as syllables of pinyin, in all the likely ways. */
final class Syllables {

    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST = 6;
    private static final int MOST_MISTYPED = 48;
    private static final int LONGEST = 24;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Syllables() {}

    /** A reading: whole syllables, and what stands behind them as the beginning of one more, or empty. */
    record Reading(List<String> whole, String begun) {}

    /** The likely readings, those with long syllables first; none when the letters are no pinyin. */
    static List<Reading> of(String letters) {
        List<Reading> found = new ArrayList<>();
        if (letters.length() <= LONGEST) {
            read(letters, 0, new ArrayList<>(), found);
        }
        return found;
    }

    private static void read(String letters, int from, List<String> before, List<Reading> found) {
        if (found.size() >= MOST) {
            return;
        }
        if (from == letters.length()) {
            found.add(new Reading(List.copyOf(before), ""));
            return;
        }
        for (int to = Math.min(letters.length(), from + LONGEST_SYLLABLE); to > from; to--) {
            String part = letters.substring(from, to);
            if (Pinyin.isSyllable(part)) {
                before.add(part);
                read(letters, to, before, found);
                before.remove(before.size() - 1);
            }
        }
        String rest = letters.substring(from);
        boolean begins = !before.isEmpty() && rest.length() < LONGEST_SYLLABLE && !Pinyin.isSyllable(rest);
        if (begins && !Pinyin.beginning(rest).isEmpty() && found.size() < MOST) {
            found.add(new Reading(List.copyOf(before), rest));
        }
    }

    /** Whole readings of what may have been meant if one letter is wrong, missing, too many or swapped. */
    static List<List<String>> mistyped(String letters) {
        Set<List<String>> readings = new LinkedHashSet<>();
        for (String variant : variants(letters)) {
            for (Reading reading : of(variant)) {
                if (reading.begun().isEmpty() && reading.whole().size() > 1 && readings.size() < MOST_MISTYPED) {
                    readings.add(reading.whole());
                }
            }
        }
        return List.copyOf(readings);
    }

    private static Set<String> variants(String letters) {
        Set<String> variants = new LinkedHashSet<>();
        for (int i = 0; i + 1 < letters.length(); i++) {
            variants.add(
                    letters.substring(0, i) + letters.charAt(i + 1) + letters.charAt(i) + letters.substring(i + 2));
        }
        for (int i = 0; i < letters.length(); i++) {
            variants.add(letters.substring(0, i) + letters.substring(i + 1));
        }
        for (int i = 1; i <= letters.length(); i++) {
            for (char letter : LETTERS.toCharArray()) {
                variants.add(letters.substring(0, i) + letter + letters.substring(i));
                if (i < letters.length()) {
                    variants.add(letters.substring(0, i) + letter + letters.substring(i + 1));
                }
            }
        }
        variants.remove(letters);
        return variants;
    }
}
