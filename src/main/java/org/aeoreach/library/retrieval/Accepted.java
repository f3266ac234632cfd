package org.aeoreach.library.retrieval;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** What a text must be and have, however well it matches. */
final class Accepted {

    private final FixedBitSet[] always;
    private final @Nullable Weight besides;

    /**
     * @param always what every question of this reader in this language asks; remembered
     * @param besides what this question asks; without clauses when that is nothing
     */
    Accepted(IndexSearcher searcher, Lexicon lexicon, BooleanQuery always, BooleanQuery besides) throws IOException {
        this.always = lexicon.fitting(searcher, always);
        this.besides = besides.clauses().isEmpty()
                ? null
                : searcher.createWeight(searcher.rewrite(besides), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Those of a part of the index, which are asked about in their order. */
    Here in(LeafReaderContext leaf) throws IOException {
        if (besides == null) {
            return new Here(always[leaf.ord], null);
        }
        Scorer scorer = besides.scorer(leaf);
        return new Here(always[leaf.ord], scorer == null ? DocIdSetIterator.empty() : scorer.iterator());
    }

    /** The texts of one part of the index. */
    static final class Here {
        private final FixedBitSet always;
        private final @Nullable DocIdSetIterator besides;

        private Here(FixedBitSet always, @Nullable DocIdSetIterator besides) {
            this.always = always;
            this.besides = besides;
        }

        /** @param text none that lies before one asked about earlier */
        boolean has(int text) throws IOException {
            if (besides == null || !always.get(text)) {
                return always.get(text);
            }
            int at = besides.docID() < text ? besides.advance(text) : besides.docID();
            return at == text;
        }
    }
}
