package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * Adds up what each text scores, part of the match by part. A thousand texts are wanted for questions of which nearly
 * every text has a word: leaving out weak texts one by one, as the index does for the ten best, costs more than it saves.
 */
final class Tally {

    private final IndexSearcher searcher;
    private final Lexicon lexicon;
    private final Map<String, CollectionStatistics> fields = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Scores all;
    private final Scores one;
    private final Scores best;

    /** Something that texts score for. */
    private interface Part {
        void addTo(Scores scores, LeafReaderContext leaf) throws IOException;
    }

    /** @throws IOException when the index cannot be read */
    Tally(IndexSearcher searcher, Lexicon lexicon, Sum sum) throws IOException {
        this.searcher = searcher;
        this.lexicon = lexicon;
        int most = searcher.getIndexReader().leaves().stream()
                .mapToInt(leaf -> leaf.reader().maxDoc())
                .max()
                .orElse(0);
        all = new Scores(most);
        one = new Scores(most);
        best = new Scores(most);
        for (Map.Entry<Query, Float> part : sum.parts().entrySet()) {
            add(part.getKey(), part.getValue(), parts);
        }
    }

    /** What each text of a part of the index comes to, by its place there; good until the next part is asked for. */
    double[] of(LeafReaderContext leaf) throws IOException {
        all.clear();
        for (Part part : parts) {
            part.addTo(all, leaf);
        }
        return all.of;
    }

    private void add(Query query, float weight, List<Part> to) throws IOException {
        if (query instanceof BoostQuery boost) {
            add(boost.getQuery(), weight * boost.getBoost(), to);
        } else if (query instanceof TermQuery term) {
            addTerm(term.getTerm(), weight, to);
        } else if (query instanceof BooleanQuery sum && isAny(sum)) {
            for (BooleanClause clause : sum) {
                add(clause.getQuery(), weight, to);
            }
        } else if (query instanceof DisjunctionMaxQuery either) {
            addBest(either, weight, to);
        } else {
            Query whole = searcher.rewrite(new BoostQuery(query, weight));
            Weight other = searcher.createWeight(whole, ScoreMode.COMPLETE, 1);
            to.add((scores, leaf) -> score(other.scorer(leaf), scores));
        }
    }

    private static boolean isAny(BooleanQuery query) {
        return query.getMinimumNumberShouldMatch() <= 1
                && query.clauses().stream().allMatch(clause -> clause.getOccur() == BooleanClause.Occur.SHOULD);
    }

    private void addTerm(Term term, float weight, List<Part> to) throws IOException {
        TermStates states = lexicon.states(term);
        if (states.docFreq() > 0) {
            CollectionStatistics field = fields.get(term.field());
            if (field == null) {
                field = searcher.collectionStatistics(term.field());
                fields.put(term.field(), field);
            }
            TermStatistics itself = new TermStatistics(term.bytes(), states.docFreq(), states.totalTermFreq());
            SimScorer scorer = searcher.getSimilarity().scorer(weight, field, itself);
            Worth worth = new Worth(scorer);
            to.add((scores, leaf) -> {
                TermState state = states.get(leaf);
                if (state != null) {
                    scores.add(texts(term, state, leaf), lexicon.lengths(leaf, term.field()), worth);
                }
            });
        }
    }

    private static PostingsEnum texts(Term term, TermState state, LeafReaderContext leaf) throws IOException {
        TermsEnum found = leaf.reader().terms(term.field()).iterator();
        found.seekExact(term.bytes(), state);
        return found.postings(null, PostingsEnum.FREQS);
    }

    private static void score(Scorer scorer, Scores scores) throws IOException {
        if (scorer != null) {
            DocIdSetIterator texts = scorer.iterator();
            for (int text = texts.nextDoc(); text != DocIdSetIterator.NO_MORE_DOCS; text = texts.nextDoc()) {
                scores.add(text, scorer.score());
            }
        }
    }

    /** Of several names the best one counts. */
    private void addBest(DisjunctionMaxQuery either, float weight, List<Part> to) throws IOException {
        List<List<Part>> names = new ArrayList<>();
        for (Query name : either) {
            List<Part> itself = new ArrayList<>();
            add(name, weight, itself);
            names.add(itself);
        }
        to.add((scores, leaf) -> {
            for (List<Part> name : names) {
                for (Part part : name) {
                    part.addTo(one, leaf);
                }
                for (int i = 0; i < one.count; i++) {
                    best.atLeast(one.texts[i], one.of[one.texts[i]]);
                }
                one.clear();
            }
            for (int i = 0; i < best.count; i++) {
                scores.add(best.texts[i], best.of[best.texts[i]]);
            }
            best.clear();
        });
    }
}
