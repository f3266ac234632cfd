package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.library.retrieval.language.Dictionary;
import org.aeoreach.library.retrieval.language.Surfaces;
import org.aeoreach.library.retrieval.language.Term;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * What was probably meant by words that no text has: in English those spelled nearly the same, in Chinese the terms of
 * the trade that sound the same.
 */
final class Speller {

    /** Up to this length one letter may be wrong, above it two. */
    private static final int ONE_SLIP = 6;

    private static final int LONGEST_SOUND = 5;

    /** Each goes through many words of the texts, whether one is near or not. */
    private static final int MOST_ATTEMPTS = 4;

    private final IndexReader reader;
    private final Lexicon lexicon;
    private final Dictionary dictionary;
    private final Sounds sounds;
    private final Glossary glossary;
    private final Beginnings beginnings;

    Speller(IndexReader reader, Lexicon lexicon, Dictionary dictionary, Sounds sounds, Glossary glossary) {
        this.reader = reader;
        this.lexicon = lexicon;
        this.dictionary = dictionary;
        this.sounds = sounds;
        this.glossary = glossary;
        this.beginnings = new Beginnings(reader);
    }

    /**
     * A place in the question where something else was meant.
     *
     * @param start of the letters to be replaced
     * @param end behind the last of them
     */
    record Slip(int start, int end, String meant) {}

    /** For each word that no text has the words it is the beginning of, where it is one. */
    List<List<String>> begun(String language, String question) {
        return strange(language, question).stream()
                .map(word -> beginnings.of(language, word.text()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private List<Term> strange(String language, String question) {
        return Surfaces.places(question).stream()
                .filter(word -> isStrange(language, word.text()))
                .limit(MOST_ATTEMPTS)
                .toList();
    }

    /** Slips in their order; none overlap. */
    List<Slip> slips(String language, String question) {
        List<Slip> slips = new ArrayList<>(heard(language, question));
        for (Term word : strange(language, question)) {
            boolean begun = !beginnings.of(language, word.text()).isEmpty();
            String meant = begun ? "" : nearest(language, word.text());
            if (!meant.isEmpty()) {
                slips.add(new Slip(word.start(), word.end(), meant));
            }
        }
        slips.sort(java.util.Comparator.comparingInt(Slip::start));
        return slips;
    }

    /** The question as it was probably meant; the same when nothing looks wrong. */
    String meant(String language, String question) {
        StringBuilder meant = new StringBuilder(question);
        List<Slip> slips = slips(language, question);
        for (int i = slips.size() - 1; i >= 0; i--) {
            meant.replace(slips.get(i).start(), slips.get(i).end(), slips.get(i).meant());
        }
        return meant.toString();
    }

    /** Characters beside each other that no text has so, and that sound like a term. */
    private List<Slip> heard(String language, String question) {
        List<Slip> slips = new ArrayList<>();
        List<Term> words = dictionary.cut(question);
        for (int from = 0; from < words.size(); from++) {
            Slip slip = heard(language, words, from);
            if (slip != null) {
                slips.add(slip);
                while (from + 1 < words.size() && words.get(from + 1).start() < slip.end()) {
                    from++;
                }
            }
        }
        return slips;
    }

    private @org.jspecify.annotations.Nullable Slip heard(String language, List<Term> words, int from) {
        StringBuilder text = new StringBuilder(words.get(from).text());
        for (int to = from + 1; to < words.size(); to++) {
            Term next = words.get(to);
            text.append(next.text());
            boolean apart = next.start() != words.get(to - 1).end();
            if (apart || text.length() > LONGEST_SOUND) {
                return null;
            }
            String meant = sounds.meant(text.toString());
            if (!meant.isEmpty() && !known(language, text.toString()) && known(language, meant)) {
                return new Slip(words.get(from).start(), next.end(), meant);
            }
        }
        return null;
    }

    private boolean known(String language, String term) {
        return org.aeoreach.library.retrieval.language.Terms.pairs(term).stream()
                .allMatch(pair -> lexicon.count(Fields.pairs(language), pair.text()) > 0);
    }

    /** No text has the word, nor another form of it. */
    private boolean isStrange(String language, String word) {
        return lexicon.count(Fields.spellings(language), word) == 0
                && !glossary.isWord(word)
                && org.aeoreach.library.retrieval.language.Terms.pairs(word).stream()
                        .allMatch(stem -> lexicon.count(Fields.pairs(language), stem.text()) == 0);
    }

    /** The word of the texts with the fewest letters changed, and of those the one most texts have. */
    private String nearest(String language, String word) {
        try {
            Terms terms = MultiTerms.getTerms(reader, Fields.spellings(language));
            if (terms == null) {
                return "";
            }
            int slips = word.length() <= ONE_SLIP ? 1 : 2;
            var wanted = new org.apache.lucene.index.Term(Fields.spellings(language), word);
            return best(new FuzzyTermsEnum(terms, wanted, slips, 1, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String best(FuzzyTermsEnum near) throws IOException {
        BoostAttribute closeness = near.attributes().addAttribute(BoostAttribute.class);
        String best = "";
        double most = 0;
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            double value = closeness.getBoost() * 1_000_000 + near.docFreq();
            if (value > most) {
                most = value;
                best = term.utf8ToString();
            }
        }
        return best;
    }
}
