package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins neighbours to terms. Each symbol may have alternatives, such as the readings of a character. */
final class Grams {

    /** Stands before the first symbol of a name; what begins with it is found at the beginning only. */
    static final String START = "^";
    /** Stands behind the last one. */
    static final String END = "$";

    private static final String BETWEEN = "|";
    private static final int LONGEST = 120;

    private Grams() {}

    static String pair(String first, String second) {
        return first + BETWEEN + second;
    }

    /** What all pairs with this first symbol begin with. */
    static String beginning(String first) {
        return first + BETWEEN;
    }

    /** The pairs of a whole name, its start and end included. */
    static List<List<String>> pairs(List<List<String>> symbols) {
        List<List<String>> framed = framed(symbols);
        List<List<String>> pairs = new ArrayList<>(framed.size());
        for (int i = 0; i + 1 < framed.size(); i++) {
            pairs.add(joined(framed.get(i), framed.get(i + 1)));
        }
        return pairs;
    }

    private static List<List<String>> framed(List<List<String>> symbols) {
        List<List<String>> framed = new ArrayList<>(symbols.size() + 2);
        framed.add(List.of(START));
        framed.addAll(symbols.subList(0, Math.min(LONGEST, symbols.size())));
        framed.add(List.of(END));
        return framed;
    }

    /** The pairs of a part of a name: one position less than it has symbols. */
    static List<List<String>> inner(List<List<String>> symbols) {
        List<List<String>> pairs = new ArrayList<>(symbols.size());
        for (int i = 0; i + 1 < symbols.size(); i++) {
            pairs.add(joined(symbols.get(i), symbols.get(i + 1)));
        }
        return pairs;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first.size() * second.size());
        for (String one : first) {
            for (String other : second) {
                all.add(pair(one, other));
            }
        }
        return all;
    }

    /** Two and three letters in a row at each position; each symbol gives its first letters. */
    static List<List<String>> letters(List<List<String>> symbols) {
        List<List<String>> framed = framed(symbols);
        framed.remove(framed.size() - 1);
        List<List<String>> all = new ArrayList<>(framed.size());
        for (int i = 0; i + 1 < framed.size(); i++) {
            Set<String> terms = new LinkedHashSet<>();
            for (String two : product(framed.get(i), framed.get(i + 1))) {
                terms.add(two);
                if (i + 2 < framed.size()) {
                    terms.addAll(product(List.of(two), framed.get(i + 2)));
                }
            }
            all.add(List.copyOf(terms));
        }
        return all;
    }

    private static List<String> product(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first.size() * second.size());
        for (String one : first) {
            for (String other : second) {
                all.add(one + other);
            }
        }
        return all;
    }
}
