package org.aeoreach.library.retrieval.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Terms of a text: stems of words, numbers, and Chinese either in pairs of characters or in words. */
public final class Terms {

    private static final int GAP = 2;

    private final List<Atom> atoms;
    private final List<Term> terms = new ArrayList<>();
    private int lastEnd;
    private int skipped;

    private Terms(List<Atom> atoms) {
        this.atoms = atoms;
    }

    /** Chinese by overlapping pairs of characters; a character that stands alone is a term by itself. */
    public static List<Term> pairs(String text) {
        Terms made = new Terms(Atoms.of(text));
        for (int i = 0; i < made.atoms.size(); i++) {
            if (made.atoms.get(i).isHan()) {
                made.addPairs(made.atoms.get(i));
            } else {
                made.addPlain(i);
            }
        }
        return Collections.unmodifiableList(made.terms);
    }

    /**
     * Chinese by single characters, and words of several at the place of their last one: what is no word of the trade
     * is found by its characters, and so is a part of one that is.
     */
    public static List<Term> words(String text, Dictionary dictionary) {
        Terms made = new Terms(Atoms.of(text));
        for (int i = 0; i < made.atoms.size(); i++) {
            if (made.atoms.get(i).isHan()) {
                made.addWords(made.atoms.get(i), dictionary);
            } else {
                made.addPlain(i);
            }
        }
        return Collections.unmodifiableList(made.terms);
    }

    private void addPairs(Atom run) {
        String text = run.text();
        if (text.length() == 1) {
            add(text, run.start(), run.end());
        }
        for (int i = 0; i + 1 < text.length(); i++) {
            add(text.substring(i, i + 2), run.start() + i, run.start() + i + 2);
        }
        lastEnd = run.end();
    }

    private void addWords(Atom run, Dictionary dictionary) {
        int from = 0;
        for (int end : dictionary.ends(run.text())) {
            for (int i = from; i < end; i++) {
                add(run.text().substring(i, i + 1), run.start() + i, run.start() + i + 1);
            }
            if (end - from > 1) {
                terms.add(new Term(run.text().substring(from, end), run.start() + from, run.start() + end, 0));
            }
            from = end;
        }
    }

    private void addPlain(int place) {
        Atom atom = atoms.get(place);
        if (atom.isNumber()) {
            add(atom.text(), atom.start(), atom.end());
            for (String citation : Citations.of(atoms, place)) {
                terms.add(new Term(citation, atom.start(), atom.end(), 0));
            }
        } else if (English.isEmpty(atom.text())) {
            skipped++;
        } else {
            add(English.stem(atom.text()), atom.start(), atom.end());
        }
    }

    /** Terms that do not follow each other closely are no phrase. */
    private void add(String text, int start, int end) {
        boolean close = start - lastEnd <= GAP || skipped > 0;
        terms.add(new Term(text, start, end, (close ? 1 : GAP) + skipped));
        skipped = 0;
        lastEnd = end;
    }
}
