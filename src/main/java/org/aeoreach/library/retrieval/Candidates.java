package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The texts that are worth showing, with their scores: those that have a share of the best one's. What cannot reach that
 * is not even looked at, so that all of them are found, and counted, in the time that some would take.
 */
final class Candidates {

    /** More are not looked through: nobody would, and only the best of them say what else is asked. */
    static final int MOST = 1000;

    private final Accepted accepted;
    private final Standing standing;
    private final float share;
    private final int most;

    private int[] texts = new int[1024];
    private float[] matches = new float[1024];
    private float[] scores = new float[1024];
    private int count;
    /** How well the best one matches. */
    private float best;
    /** What scores less is not among the best ones. */
    private float floor;

    /**
     * @param accepted what a text has to fit
     * @param standing how far it falls behind what it matches
     * @param share of how well the best one matches that is worth showing
     * @param most of the best ones to keep
     */
    Candidates(Accepted accepted, Standing standing, float share, int most) {
        this.accepted = accepted;
        this.standing = standing;
        this.share = share;
        this.most = most;
    }

    /** Finds them. */
    void find(List<LeafReaderContext> leaves, Tally tally) throws IOException {
        for (LeafReaderContext leaf : leaves) {
            find(leaf, tally);
        }
        keep();
    }

    private void find(LeafReaderContext leaf, Tally tally) throws IOException {
        Accepted.Here fitting = accepted.in(leaf);
        Standing.Here place = standing.in(leaf);
        double[] sums = tally.of(leaf);
        for (int text = 0; text < leaf.reader().maxDoc(); text++) {
            float match = (float) sums[text];
            // No text stands before what it matches, so that most need not be looked at.
            if (match > 0 && isKept(match, match) && fitting.has(text)) {
                take(leaf.docBase + text, match, match * place.factor(text));
            }
        }
    }

    private void take(int text, float match, float score) {
        if (isKept(match, score)) {
            best = Math.max(best, match);
            add(text, match, score);
        }
        if (count == 2L * most) {
            keep();
        }
    }

    private boolean isKept(float match, float score) {
        return match >= best * share && score >= floor;
    }

    private void add(int text, float match, float score) {
        if (count == texts.length) {
            texts = Arrays.copyOf(texts, count * 2);
            matches = Arrays.copyOf(matches, count * 2);
            scores = Arrays.copyOf(scores, count * 2);
        }
        texts[count] = text;
        matches[count] = match;
        scores[count] = score;
        count++;
    }

    /** The last one of the best so many, which are brought together behind the others without being sorted. */
    private static float last(float[] scores, int most) {
        int wanted = scores.length - most;
        int from = 0;
        int to = scores.length - 1;
        while (from < to) {
            float middle = scores[(from + to) >>> 1];
            int low = from;
            int high = to;
            while (low <= high) {
                while (scores[low] < middle) {
                    low++;
                }
                while (scores[high] > middle) {
                    high--;
                }
                if (low <= high) {
                    float other = scores[low];
                    scores[low++] = scores[high];
                    scores[high--] = other;
                }
            }
            if (wanted <= high) {
                to = high;
            } else if (wanted >= low) {
                from = low;
            } else {
                return scores[wanted];
            }
        }
        return scores[wanted];
    }

    /** They stay in the order of the index. Of those that score the same as the last one the first are kept. */
    private void keep() {
        int room = count;
        if (count > most) {
            floor = last(Arrays.copyOf(scores, count), most);
            room = most;
            for (int i = 0; i < count; i++) {
                room -= scores[i] > floor ? 1 : 0;
            }
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean tied = scores[i] == floor;
            if (isKept(matches[i], scores[i]) && (!tied || room > 0)) {
                room -= tied ? 1 : 0;
                texts[kept] = texts[i];
                matches[kept] = matches[i];
                scores[kept] = scores[i];
                kept++;
            }
        }
        count = kept;
    }

    /** Puts texts before all others, those that did not match too. */
    void lead(List<Integer> first) {
        float above = Math.max(best, 1);
        for (int i = 0; i < first.size(); i++) {
            scores[place(first.get(i))] = above * (first.size() - i + 1);
        }
    }

    /** Sees that texts are among the first ones, those that did not match too. @param first how many those are */
    void lift(List<Integer> wanted, int first) {
        for (int text : wanted) {
            int place = place(text);
            if (count > first) {
                float least = last(Arrays.copyOf(scores, count), first);
                scores[place] = Math.max(scores[place], Math.nextUp(least));
            }
        }
    }

    /** Where a text is; it is taken in when it did not match. */
    private int place(int text) {
        int place = Arrays.binarySearch(texts, 0, count, text);
        if (place >= 0) {
            return place;
        }
        int free = -place - 1;
        add(text, 0, 0);
        System.arraycopy(texts, free, texts, free + 1, count - 1 - free);
        System.arraycopy(scores, free, scores, free + 1, count - 1 - free);
        texts[free] = text;
        scores[free] = 0;
        return free;
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
}
