package org.aeoreach.library.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.retrieval.language.Dictionary;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Turns words into a query whose score says how well a text in a language fits them. */
final class Scoring {

    private static final int MOST_TERMS = 64;
    /** Words said around a question, and numbers it cites. */
    private static final int MOST_AROUND = 16;
    /** Other names looked for at once: each costs two clauses, and an index takes 1,024 in all. */
    private static final int MOST_NAMES = 50;

    /** Texts that have the same number, of a document one in each language. */
    private static final int MOST_CITED = 6;

    /** Such as no25. */
    private static final int SHORTEST_NUMBER = 4;

    private static final int NEAR = 1;
    private static final double OTHER_NAME = 0.5;
    private static final double OVERLAPPING = 0.65;

    private final Dictionary dictionary;
    private final Glossary glossary;
    private final Names names;
    private final Weights weights;
    private final Lexicon lexicon;
    private final Map<String, List<Glossary.Mention>> mentions = new HashMap<>();

    Scoring(Dictionary dictionary, Glossary glossary, Names names, Lexicon lexicon) {
        this.dictionary = dictionary;
        this.glossary = glossary;
        this.names = names;
        this.weights = Weights.STANDARD;
        this.lexicon = lexicon;
    }

    /** Texts in the language of the question. @param factor for all of it */
    void addOwn(Sum sum, String language, String words, float factor) {
        String core = dictionary.core(words);
        List<Term> pairs = Terms.pairs(core);
        boolean there = isThere(language, pairs);
        addNames(sum, language, there ? words : core, factor * weights.synonym());
        if (!there) {
            return;
        }
        addTerms(sum, Fields.pairs(language), pairs, factor);
        if (language.equals("zh")) {
            List<Term> cut = Terms.words(core, dictionary);
            List<Term> beside = around(Terms.words(words, dictionary), cut);
            addTerms(sum, Fields.words(language), cut, factor * weights.words());
            addTerms(sum, Fields.words(language), beside, factor * weights.words() * weights.around());
        }
        addTerms(sum, Fields.pairs(language), around(Terms.pairs(words), pairs), factor * weights.around());
        addTerms(sum, Fields.titles(language), pairs, factor * weights.title());
    }

    /**
     * Whether any text has a word of the question, or two of its characters beside each other. If none has, its single
     * characters and what is said around it would find texts that have nothing to do with it.
     */
    private boolean isThere(String language, List<Term> pairs) {
        return pairs.stream()
                .limit(MOST_TERMS)
                .anyMatch(pair -> pair.text().length() == 1 || rarity(Fields.pairs(language), pair.text()) > 0);
    }

    private static List<Term> around(List<Term> all, List<Term> known) {
        Set<String> texts = known.stream().map(Term::text).collect(Collectors.toSet());
        return all.stream()
                .filter(term -> !texts.contains(term.text()))
                .limit(MOST_AROUND)
                .toList();
    }

    /** The same, when something else was probably meant: what was typed counts too, for it may have been right. */
    void addOwn(Sum sum, String language, String words, String meant) {
        addOwn(sum, language, words, 1);
        if (!meant.equals(words)) {
            addOwn(sum, language, meant, weights.guess());
        }
    }

    /** Texts in another language than that of the question. */
    void addTranslated(Sum sum, String language, String words) {
        List<Term> common = Terms.pairs(words).stream()
                .filter(term -> !term.isHan() && (language.equals("en") || !term.isWord()))
                .toList();
        addTerms(sum, Fields.pairs(language), common, 1);
        addTerms(sum, Fields.titles(language), common, weights.title());
        addNames(sum, language, words, weights.translation());
    }

    /** Words that were begun to be typed: all of them count as one. */
    void addBegun(Sum sum, String language, List<String> words) {
        sum.add(anyOf(Fields.pairs(language), words), 1);
        sum.add(anyOf(Fields.titles(language), words), weights.title());
    }

    private static Query anyOf(String field, List<String> words) {
        SynonymQuery.Builder any = new SynonymQuery.Builder(field);
        words.stream()
                .flatMap(word -> Terms.pairs(word).stream().map(Term::text))
                .distinct()
                .forEach(text -> any.addTerm(new org.apache.lucene.index.Term(field, text)));
        return any.build();
    }

    /** Whoever cites a number wants that document, in force or not. */
    void addCited(Sum sum, String words) {
        numbers(words)
                .map(number -> isBegun(number) ? begun(number) : numbered(number))
                .forEach(cited -> sum.add(cited, weights.cited()));
    }

    /** No document has the number; it may be the beginning of one, if it has two digits or a year before it. */
    private boolean isBegun(Term number) {
        return number.text().length() >= SHORTEST_NUMBER && lexicon.count(Fields.NUMBER, number.text()) == 0;
    }

    private static Query begun(Term number) {
        return new ConstantScoreQuery(new PrefixQuery(new org.apache.lucene.index.Term(Fields.NUMBER, number.text())));
    }

    /** The same documents; of a number with its year only the one of that year, and none where very many have it. */
    Query cited(String words) {
        Map<Integer, Query> byPlace = new HashMap<>();
        for (Term number : numbers(words).toList()) {
            int texts = lexicon.count(Fields.NUMBER, number.text());
            if (texts > 0 && texts <= MOST_CITED) {
                byPlace.put(number.start(), numbered(number));
            }
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        byPlace.values().forEach(cited -> any.add(cited, Occur.SHOULD));
        return any.build();
    }

    private static Stream<Term> numbers(String words) {
        return Terms.pairs(words).stream().filter(term -> term.step() == 0).limit(MOST_AROUND);
    }

    private static Query numbered(Term number) {
        return new ConstantScoreQuery(new TermQuery(new org.apache.lucene.index.Term(Fields.NUMBER, number.text())));
    }

    /** A phrase, in texts of either language. */
    Query phrase(String words) {
        List<Term> terms = Terms.pairs(words);
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String language : terms.isEmpty() ? List.<String>of() : Fields.LANGUAGES) {
            either.add(together(Fields.pairs(language), terms, 0), Occur.SHOULD);
        }
        return either.build();
    }

    /** How much each term that a text in a language may have in common with the question says. */
    Map<String, Double> telling(String language, String question) {
        Map<String, Double> telling = new HashMap<>();
        String field = Fields.pairs(language);
        List<Term> asked = Terms.pairs(dictionary.core(question));
        for (int i = 0; i < asked.size(); i++) {
            double share = overlaps(asked, i) ? OVERLAPPING : 1;
            telling.merge(
                    asked.get(i).text(), share * rarity(field, asked.get(i).text()), Math::max);
        }
        for (Glossary.Mention mention : mentions(question)) {
            for (String name : namesOf(language, mention)) {
                List<Term> terms = Terms.pairs(name);
                if (terms.size() <= (name.codePoints().anyMatch(Character::isIdeographic) ? 3 : 2)) {
                    terms.forEach(
                            term -> telling.merge(term.text(), OTHER_NAME * rarity(field, term.text()), Math::max));
                }
            }
        }
        return telling;
    }

    private List<Glossary.Mention> mentions(String words) {
        return mentions.computeIfAbsent(words, glossary::mentions);
    }

    /** Whether a pair of characters has one in common with the pair before or behind it. */
    private static boolean overlaps(List<Term> terms, int place) {
        int start = terms.get(place).start();
        boolean before = place > 0 && terms.get(place - 1).end() > start;
        boolean behind = place + 1 < terms.size()
                && terms.get(place + 1).start() < terms.get(place).end();
        return terms.get(place).isHan() && (before || behind);
    }

    private static List<String> namesOf(String language, Glossary.Mention mention) {
        return language.equals("zh")
                ? mention.concept().zh()
                : mention.concept().en();
    }

    private static void addTerms(Sum sum, String field, List<Term> terms, float weight) {
        terms.stream().limit(MOST_TERMS).forEach(term -> sum.add(single(field, term.text()), weight));
    }

    private double rarity(String field, String text) {
        return lexicon.rarity(field, text);
    }

    /** A character that stands alone is looked for where it begins a pair. */
    private static Query single(String field, String text) {
        var term = new org.apache.lucene.index.Term(field, text);
        boolean alone = text.length() == 1 && Character.isIdeographic(text.charAt(0)) && field.endsWith("pairs");
        return alone ? new ConstantScoreQuery(new PrefixQuery(term)) : new TermQuery(term);
    }

    private void addNames(Sum sum, String language, String words, float weight) {
        int room = MOST_NAMES;
        for (Glossary.Mention mention : mentions(words)) {
            List<Query> named = otherNames(language, mention);
            if (!named.isEmpty() && named.size() <= room) {
                sum.add(new DisjunctionMaxQuery(named, 0), weight);
                room -= named.size();
            }
        }
    }

    /**
     * The best of the other names counts, but none more than the commonest name of the thing does: a rare name of
     * something that every text speaks of says nothing. Names of several words have to stand together.
     */
    private List<Query> otherNames(String language, Glossary.Mention mention) {
        List<String> names = namesOf(language, mention);
        double commonest = names.stream()
                .mapToDouble(name -> strength(language, name))
                .filter(strength -> strength > 0)
                .min()
                .orElse(0);
        List<Query> alternatives = new ArrayList<>();
        for (String name : names) {
            if (!Glossary.bare(language, name).equals(mention.name()) && strength(language, name) > 0) {
                Query named = named(language, Terms.pairs(name));
                alternatives.add(new BoostQuery(named, (float) (commonest / strength(language, name))));
            }
        }
        return alternatives;
    }

    private Query named(String language, List<Term> terms) {
        String whole = names.term(language, terms);
        return new BooleanQuery.Builder()
                .add(named(Fields.pairs(language), terms, whole), Occur.SHOULD)
                .add(new BoostQuery(named(Fields.titles(language), terms, whole), weights.title()), Occur.SHOULD)
                .build();
    }

    /** As rare as its terms are together, whether it is one term of the index or a phrase. */
    private Query named(String field, List<Term> terms, String whole) {
        double rarity = whole.isEmpty() ? 0 : rarity(field, whole);
        if (rarity == 0) {
            return whole.isEmpty() ? together(field, terms) : new MatchNoDocsQuery("no text has the name");
        }
        double together =
                terms.stream().mapToDouble(term -> rarity(field, term.text())).sum();
        TermQuery name = new TermQuery(new org.apache.lucene.index.Term(field, whole));
        return new BoostQuery(name, (float) (together / rarity));
    }

    /** How rare the terms of a name are together; 0 when no text can have it. */
    private double strength(String language, String name) {
        double sum = 0;
        for (Term term : Terms.pairs(name)) {
            double rarity = rarity(Fields.pairs(language), term.text());
            if (rarity == 0) {
                return 0;
            }
            sum += rarity;
        }
        return sum;
    }

    /** All terms one behind the other. */
    private static Query together(String field, List<Term> terms) {
        return together(field, terms, terms.get(0).isHan() ? 0 : NEAR);
    }

    private static Query together(String field, List<Term> terms, int slop) {
        if (terms.size() == 1) {
            return single(field, terms.get(0).text());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        phrase.setSlop(slop);
        int place = -1;
        for (Term term : terms) {
            place += place < 0 ? 1 : term.step();
            phrase.add(new org.apache.lucene.index.Term(field, term.text()), place);
        }
        return phrase.build();
    }
}
