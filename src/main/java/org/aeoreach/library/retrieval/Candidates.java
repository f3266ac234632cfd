package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * The texts that are worth showing, with their scores: those that have a share of the best one's. What cannot reach that
 * is not even looked at, so that all of them are found, and counted, in the time that some would take.
 */
final class Candidates implements Collector {

    /** Farther above the best one than what is repealed falls behind. */
    private static final float FAR = 4;

    /** More are not looked through: nobody would, and only the best of them say what else is asked. */
    static final int MOST = 1000;

    private final Weight accepted;
    private final float share;
    private final int most;

    private int[] texts = new int[1024];
    private float[] scores = new float[1024];
    private int count;
    private float best;
    /** What scores less is not among the best ones. */
    private float floor;

    /**
     * @param accepted what a text has to fit, however well it matches
     * @param share of the best score that is worth showing
     * @param most of the best ones to keep
     */
    Candidates(IndexSearcher searcher, Query accepted, float share, int most) throws IOException {
        this.accepted = searcher.createWeight(searcher.rewrite(accepted), ScoreMode.COMPLETE_NO_SCORES, 1);
        this.share = share;
        this.most = most;
    }

    /** Finds them. @param matching what is scored */
    void find(IndexSearcher searcher, Query matching) throws IOException {
        searcher.search(matching, this);
        keep();
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        Scorer fitting = accepted.scorer(leaf);
        if (fitting == null) {
            throw new CollectionTerminatedException();
        }
        DocIdSetIterator fit = fitting.iterator();
        return new LeafCollector() {
            @SuppressWarnings("NullAway.Init")
            private Scorable scorer;

            @Override
            public void setScorer(Scorable given) throws IOException {
                scorer = given;
                scorer.setMinCompetitiveScore(least());
            }

            @Override
            public void collect(int text) throws IOException {
                int at = fit.docID() < text ? fit.advance(text) : fit.docID();
                if (at == text) {
                    take(leaf.docBase + text, scorer.score());
                    scorer.setMinCompetitiveScore(least());
                }
            }
        };
    }

    private void take(int text, float score) {
        if (score >= least()) {
            best = Math.max(best, score);
            add(text, score);
        }
        if (count == 2L * most) {
            keep();
        }
    }

    /** What scores less is not kept. */
    private float least() {
        return Math.max(best * share, floor);
    }

    private void add(int text, float score) {
        if (count == texts.length) {
            texts = Arrays.copyOf(texts, count * 2);
            scores = Arrays.copyOf(scores, count * 2);
        }
        texts[count] = text;
        scores[count] = score;
        count++;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    /** They stay in the order of the index. Of those that score the same as the last one the first are kept. */
    private void keep() {
        int room = count;
        if (count > most) {
            float[] sorted = Arrays.copyOf(scores, count);
            Arrays.sort(sorted);
            floor = sorted[count - most];
            room = most;
            for (int i = count - 1; sorted[i] > floor; i--) {
                room--;
            }
        }
        float least = least();
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean tied = scores[i] == floor;
            if (scores[i] >= least && (!tied || room > 0)) {
                room -= tied ? 1 : 0;
                texts[kept] = texts[i];
                scores[kept] = scores[i];
                kept++;
            }
        }
        count = kept;
    }

    /** Puts texts before all others, those that did not match too. */
    void lead(List<Integer> first) {
        float above = Math.max(best, 1) * FAR;
        for (int i = 0; i < first.size(); i++) {
            int text = first.get(i);
            int place = Arrays.binarySearch(texts, 0, count, text);
            if (place < 0) {
                place = -place - 1;
                insert(place, text);
            }
            scores[place] = above * (first.size() - i + 1);
        }
    }

    private void insert(int place, int text) {
        add(text, 0);
        System.arraycopy(texts, place, texts, place + 1, count - 1 - place);
        System.arraycopy(scores, place, scores, place + 1, count - 1 - place);
        texts[place] = text;
    }

    int count() {
        return count;
    }

    int text(int place) {
        return texts[place];
    }

    float score(int place) {
        return scores[place];
    }

    void weigh(int place, float factor) {
        scores[place] *= factor;
    }
}
