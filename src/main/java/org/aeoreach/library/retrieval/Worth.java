package org.aeoreach.library.retrieval;

import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** What a term gives a text that has it so many times: worked out once for each length, for most have it seldom. */
final class Worth {
    private static final int SELDOM = 4;

    private final SimScorer scorer;
    private final float[] known = new float[SELDOM << Byte.SIZE];

    Worth(SimScorer scorer) {
        this.scorer = scorer;
    }

    float of(int times, byte length) {
        if (times >= SELDOM) {
            return scorer.score(times, length);
        }
        int place = times << Byte.SIZE | length & 0xFF;
        if (known[place] == 0) {
            known[place] = scorer.score(times, length);
        }
        return known[place];
    }
}
