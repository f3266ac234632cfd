package org.aeoreach.library.retrieval.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Numbers by which orders, announcements and items are cited: 第251号令, 251号 and Order 251 are the same, and so are
 * 2026年第34号, 〔2026〕34号 and 2026 No. 34.
 */
final class Citations {

    private static final Set<String> NUMBERED = Set.of("order", "no", "nos", "announcement", "decree", "notice");
    private static final String ITEM = "item";
    private static final int NEAR = 3;

    private Citations() {}

    /** Terms for what the number at a place of the list is cited as; mostly none. */
    static List<String> of(List<Atom> atoms, int place) {
        Atom number = atoms.get(place);
        Atom before = neighbour(atoms, place, -1);
        Atom behind = neighbour(atoms, place, 1);
        List<String> terms = new ArrayList<>(2);
        if (isNumbered(before, behind)) {
            terms.add("no" + number.text());
            String year = year(atoms, place, before);
            if (!year.isEmpty()) {
                terms.add(year + "no" + number.text());
            }
        } else if (isItem(before, behind)) {
            terms.add(ITEM + number.text());
        }
        return terms;
    }

    private static boolean isNumbered(Atom before, Atom behind) {
        return behind.text().startsWith("号") || NUMBERED.contains(before.text());
    }

    private static boolean isItem(Atom before, Atom behind) {
        return before.text().endsWith("第") && behind.text().startsWith("项")
                || before.text().equals(ITEM)
                || before.text().equals("items");
    }

    /** The year that stands before the number, with at most a word or some signs between them. */
    private static String year(List<Atom> atoms, int place, Atom before) {
        if (isYear(before)) {
            return before.text();
        }
        Atom further = neighbour(atoms, place - 1, -1);
        boolean joined = Set.of("年第", "年", "no", "第").contains(before.text());
        return joined && isYear(further) ? further.text() : "";
    }

    private static boolean isYear(Atom atom) {
        return atom.isNumber() && atom.text().matches("(19|20)[0-9]{2}");
    }

    private static Atom neighbour(List<Atom> atoms, int place, int step) {
        int other = place + step;
        if (place < 0 || other < 0 || other >= atoms.size()) {
            return NONE;
        }
        Atom here = atoms.get(place);
        Atom there = atoms.get(other);
        int gap = step > 0 ? there.start() - here.end() : here.start() - there.end();
        return gap <= NEAR ? there : NONE;
    }

    private static final Atom NONE = new Atom(Atom.Kind.WORD, "", 0, 0);
}
