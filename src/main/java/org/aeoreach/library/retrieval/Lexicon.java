package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * What one state of an index knows of its terms, and of the lengths of its texts: the same terms are asked for by
 * question after question, and looking them up took a good part of each. Safe for several threads.
 */
final class Lexicon {

    /** Then all are forgotten: a name takes about half a kilobyte. */
    private static final int MOST_TERMS = 20_000;

    private final IndexReader reader;
    private final Map<Term, TermStates> terms = new ConcurrentHashMap<>();
    private final Map<Place, byte[]> lengths = new ConcurrentHashMap<>();

    /** A filter takes a bit for each text. */
    private static final int MOST_FILTERS = 64;

    private final Map<Query, FixedBitSet[]> filters = new ConcurrentHashMap<>();

    private record Place(int leaf, String field) {}

    Lexicon(IndexReader reader) {
        this.reader = reader;
    }

    /** Where the term stands, and how often. */
    TermStates states(Term term) {
        TermStates known = terms.get(term);
        if (known == null) {
            known = read(term);
            if (terms.size() >= MOST_TERMS) {
                terms.clear();
            }
            terms.put(term, known);
        }
        return known;
    }

    private TermStates read(Term term) {
        try {
            TermStates states = new TermStates(reader.getContext());
            for (LeafReaderContext leaf : reader.leaves()) {
                TermsEnum found = Terms.getTerms(leaf.reader(), term.field()).iterator();
                if (found.seekExact(term.bytes())) {
                    states.register(found.termState(), leaf.ord, found.docFreq(), found.totalTermFreq());
                }
            }
            return states;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many texts have the term. */
    int count(String field, String text) {
        return states(new Term(field, text)).docFreq();
    }

    /** How rare a term is; 0 when no text has it. */
    double rarity(String field, String text) {
        try {
            int with = count(field, text);
            int all = with == 0 ? 0 : reader.getDocCount(field);
            return with == 0 ? 0 : Math.log(1 + (all - with + 0.5) / (with + 0.5));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lengths of the texts of a part of the index, one letter each as scores use them. */
    byte[] lengths(LeafReaderContext leaf, String field) {
        return lengths.computeIfAbsent(new Place(leaf.ord, field), place -> read(leaf, field));
    }

    /** The texts that fit a filter, one set for each part of the index, without those that were taken out. */
    FixedBitSet[] fitting(IndexSearcher searcher, Query filter) throws IOException {
        FixedBitSet[] known = filters.get(filter);
        if (known == null) {
            known = read(searcher, filter);
            if (filters.size() >= MOST_FILTERS) {
                filters.clear();
            }
            filters.put(filter, known);
        }
        return known;
    }

    private FixedBitSet[] read(IndexSearcher searcher, Query filter) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        FixedBitSet[] fitting = new FixedBitSet[reader.leaves().size()];
        for (LeafReaderContext leaf : reader.leaves()) {
            FixedBitSet texts = new FixedBitSet(leaf.reader().maxDoc());
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                texts.or(scorer.iterator());
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int text = 0; live != null && text < texts.length(); text++) {
                if (!live.get(text)) {
                    texts.clear(text);
                }
            }
            fitting[leaf.ord] = texts;
        }
        return fitting;
    }

    private static byte[] read(LeafReaderContext leaf, String field) {
        try {
            byte[] all = new byte[leaf.reader().maxDoc()];
            NumericDocValues norms = leaf.reader().getNormValues(field);
            // Without a length a text counts as one of one word.
            Arrays.fill(all, (byte) 1);
            for (int text = 0; norms != null && text < all.length; text++) {
                all[text] = norms.advanceExact(text) ? (byte) norms.longValue() : 1;
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
