package org.aeoreach.library.retrieval;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** Scores of the texts of a part of the index, and which texts have one. */
final class Scores {
    final double[] of;
    final int[] texts;
    int count;

    Scores(int most) {
        of = new double[most];
        texts = new int[most];
    }

    void add(int text, double score) {
        if (of[text] == 0) {
            texts[count++] = text;
        }
        of[text] += score;
    }

    void add(PostingsEnum found, byte[] lengths, Worth worth) throws IOException {
        int had = count;
        for (int text = found.nextDoc(); text != DocIdSetIterator.NO_MORE_DOCS; text = found.nextDoc()) {
            double before = of[text];
            if (before == 0) {
                texts[had++] = text;
            }
            of[text] = before + worth.of(found.freq(), lengths[text]);
        }
        count = had;
    }

    void atLeast(int text, double score) {
        if (of[text] < score) {
            add(text, score - of[text]);
        }
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            of[texts[i]] = 0;
        }
        count = 0;
    }
}
