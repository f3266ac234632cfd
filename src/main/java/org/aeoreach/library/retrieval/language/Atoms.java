package org.aeoreach.library.retrieval.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into runs of Chinese characters, of letters, and numbers. */
final class Atoms {

    private static final int LONGEST = 64;

    private final char[] letters;
    private final List<Atom> atoms = new ArrayList<>();

    private Atoms(String text) {
        letters = Letters.fold(text);
    }

    static List<Atom> of(String text) {
        Atoms cut = new Atoms(text);
        int at = 0;
        while (at < cut.letters.length) {
            at = cut.next(at);
        }
        return cut.atoms;
    }

    private int next(int at) {
        char letter = letters[at];
        if (Letters.isHan(letter)) {
            return run(Atom.Kind.HAN, at);
        }
        if (Letters.isDigit(letter)) {
            return number(at);
        }
        return Letters.isLatin(letter) ? run(Atom.Kind.WORD, at) : at + 1;
    }

    private int run(Atom.Kind kind, int start) {
        int end = start + 1;
        while (end < letters.length && (kind == Atom.Kind.HAN ? Letters.isHan(letters[end]) : inWord(end))) {
            end++;
        }
        if (kind == Atom.Kind.HAN || end - start <= LONGEST) {
            atoms.add(new Atom(kind, String.valueOf(letters, start, end - start), start, end));
        }
        return end;
    }

    /** An apostrophe belongs to the word it stands in. */
    private boolean inWord(int at) {
        return Letters.isLatin(letters[at])
                || letters[at] == '\'' && at + 1 < letters.length && Letters.isLatin(letters[at + 1]);
    }

    /** 50,000 and 5万 are the same number; 0.5 stays one. */
    private int number(int start) {
        int end = start;
        StringBuilder digits = new StringBuilder();
        while (end < letters.length && (Letters.isDigit(letters[end]) || joins(end))) {
            if (letters[end] != ',') {
                digits.append(letters[end]);
            }
            end++;
        }
        if (digits.length() <= LONGEST) {
            char unit = end < letters.length ? letters[end] : ' ';
            atoms.add(new Atom(Atom.Kind.NUMBER, Numerals.times(digits.toString(), unit), start, end));
        }
        return end;
    }

    private boolean joins(int at) {
        if (at + 1 >= letters.length || !Letters.isDigit(letters[at + 1])) {
            return false;
        }
        return letters[at] == '.' || letters[at] == ',' && threeDigits(at + 1);
    }

    private boolean threeDigits(int from) {
        int end = from;
        while (end < letters.length && Letters.isDigit(letters[end])) {
            end++;
        }
        return end - from == 3;
    }
}
