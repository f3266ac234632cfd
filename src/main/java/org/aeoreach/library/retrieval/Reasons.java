package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.retrieval.language.Dictionary;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;

/** Compares a question with texts, to say in words what they have in common. */
final class Reasons {

    private final Glossary glossary;
    private final String question;
    private final String core;
    private final List<Term> asked;

    /** @param question as it was probably meant */
    Reasons(Glossary glossary, Dictionary dictionary, String question) {
        this.glossary = glossary;
        this.question = question;
        this.core = dictionary.core(question);
        this.asked = Terms.pairs(core);
    }

    Why of(String key, LibraryText text, int place, Why.Behind behind) {
        Set<String> inTitle = terms(text.title());
        Set<String> inText = new LinkedHashSet<>(inTitle);
        inText.addAll(terms(text.summary()));
        for (LibraryText.Section section : text.sections()) {
            inText.addAll(terms(section.heading()));
            inText.addAll(terms(section.text()));
        }
        return new Why(
                key,
                place,
                text.title(),
                parts(inTitle::contains),
                parts(inText::contains),
                parts(term -> !inText.contains(term)),
                names(text.language(), inText),
                behind);
    }

    private static Set<String> terms(String text) {
        return Terms.pairs(text).stream().map(Term::text).collect(Collectors.toSet());
    }

    /** Parts of the question whose terms fit, as they were typed. */
    private List<String> parts(Predicate<String> fits) {
        BitSet letters = new BitSet();
        List<String> parts = new ArrayList<>();
        for (Term term : asked) {
            if (fits.test(term.text())) {
                letters.set(term.start(), term.end());
            }
        }
        for (int from = letters.nextSetBit(0); from >= 0; ) {
            int to = letters.nextClearBit(from);
            parts.add(core.substring(from, to));
            from = letters.nextSetBit(to);
        }
        return parts.stream().distinct().toList();
    }

    private List<String> names(String language, Set<String> terms) {
        return glossary.mentions(question).stream()
                .flatMap(mention -> others(language, mention))
                .filter(name -> terms.containsAll(terms(name)))
                .distinct()
                .toList();
    }

    private static Stream<String> others(String language, Glossary.Mention mention) {
        List<String> names = language.equals("zh")
                ? mention.concept().zh()
                : mention.concept().en();
        return names.stream().filter(name -> !Glossary.bare(language, name).equals(mention.name()));
    }
}
