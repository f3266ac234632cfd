package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;

/**
 * Finds names of several terms in texts. Each becomes a term of the index at the place where it ends, so that another
 * name of something asked for is looked up like a word; looked for as phrases they took most of the time of a search.
 */
final class Names {

    /** Begins no other term. */
    private static final char SIGN = '=';
    /** Other words between those of an English name, in all. */
    private static final int NEAR = 1;

    private final Map<String, Map<String, List<Name>>> byFirst = new HashMap<>();

    /** @param whole the term it is in the index */
    private record Name(String whole, List<Term> parts) {

        static Name of(List<Term> parts) {
            return new Name(SIGN + parts.stream().map(Term::text).collect(Collectors.joining(" ")), parts);
        }

        boolean isSequence() {
            return parts.size() > 1 && parts.stream().allMatch(part -> part.step() > 0);
        }
    }

    Names(Glossary glossary) {
        for (String language : Fields.LANGUAGES) {
            Map<String, List<Name>> names = byFirst.computeIfAbsent(language, key -> new HashMap<>());
            glossary.allNames(language).stream()
                    .map(name -> Name.of(Terms.pairs(name)))
                    .filter(Name::isSequence)
                    .forEach(name -> names.computeIfAbsent(name.parts().get(0).text(), key -> new ArrayList<>())
                            .add(name));
        }
    }

    private List<Name> beginning(String language, Term first) {
        return byFirst.getOrDefault(language, Map.of()).getOrDefault(first.text(), List.of());
    }

    /** The term a name is in the index; empty when it is none, and has to be looked for as a phrase. */
    String term(String language, List<Term> parts) {
        String wanted = Name.of(parts).whole();
        boolean known = beginning(language, parts.get(0)).stream()
                .anyMatch(name -> name.whole().equals(wanted));
        return known ? wanted : "";
    }

    /** The terms of a text and the names they make. */
    List<Term> in(String language, List<Term> text) {
        Map<Integer, List<Term>> ending = new HashMap<>();
        for (int from = 0; from < text.size(); from++) {
            for (Name name : beginning(language, text.get(from))) {
                int last = last(text, from, name.parts());
                if (last > from) {
                    int end = text.get(last).end();
                    ending.computeIfAbsent(last, key -> new ArrayList<>())
                            .add(new Term(name.whole(), text.get(from).start(), end, 0));
                }
            }
        }
        return ending.isEmpty() ? text : merged(text, ending);
    }

    private static List<Term> merged(List<Term> text, Map<Integer, List<Term>> ending) {
        List<Term> all = new ArrayList<>(text.size() + ending.size());
        for (int i = 0; i < text.size(); i++) {
            all.add(text.get(i));
            all.addAll(ending.getOrDefault(i, List.of()));
        }
        return all;
    }

    /** Where the name that begins here ends; -1 when it does not begin here. */
    private static int last(List<Term> text, int from, List<Term> parts) {
        int room = parts.get(0).isHan() ? 0 : NEAR;
        int at = from;
        for (Term part : parts.subList(1, parts.size())) {
            int apart = 0;
            int next = at;
            do {
                next++;
                apart += next < text.size() ? text.get(next).step() : Integer.MAX_VALUE / 2;
            } while (apart < part.step()
                    || apart <= part.step() + room && !text.get(next).text().equals(part.text()));
            if (apart > part.step() + room) {
                return -1;
            }
            room -= apart - part.step();
            at = next;
        }
        return at;
    }
}
