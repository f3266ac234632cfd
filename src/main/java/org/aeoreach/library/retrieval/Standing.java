package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;

/** How far a text falls behind, however well it matches: for what the law of the day says of it, and for its kind. */
final class Standing {

    /** A repealed text has to fit twice as well as one in force. */
    private static final float REPEALED = 0.5f;

    private static final float NOT_YET = 0.9f;
    /** Kinds that name, teach, agree or enact things; the other ones are written to answer what is asked. */
    static final List<String> BESIDE = List.of("TERM", "SYLLABUS", "VALIDATION_SCENARIO", "ARRANGEMENT", "POLICY");

    private static final Query IS_BESIDE = beside();

    private final FixedBitSet[] over;
    private final FixedBitSet[] toCome;
    private final FixedBitSet[] beside;

    Standing(IndexSearcher searcher, Lexicon lexicon, Question question) throws IOException {
        this.over = lexicon.fitting(searcher, Fields.over(question.day()));
        this.toCome = lexicon.fitting(searcher, Fields.toCome(question.day()));
        this.beside = lexicon.fitting(searcher, IS_BESIDE);
    }

    private static Query beside() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        BESIDE.forEach(
                kind -> any.add(new TermQuery(new Term(Fields.FACET, Fields.facet("kind", kind))), Occur.SHOULD));
        return any.build();
    }

    /** That of the texts of a part of the index. */
    Here in(LeafReaderContext leaf) {
        return new Here(over[leaf.ord], toCome[leaf.ord], beside[leaf.ord]);
    }

    /** The texts of one part of the index. */
    record Here(FixedBitSet over, FixedBitSet toCome, FixedBitSet beside) {

        /** @return at most 1 */
        float factor(int text) {
            float law = over.get(text) ? REPEALED : toCome.get(text) ? NOT_YET : 1;
            return beside.get(text) ? law * Weights.STANDARD.beside() : law;
        }
    }
}
