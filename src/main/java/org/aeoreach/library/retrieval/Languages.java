package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.List;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;
import org.apache.lucene.index.IndexReader;

/** In which language a question is. */
final class Languages {

    private static final String CHINESE = "zh";
    private static final String ENGLISH = "en";

    private Languages() {}

    /** Names like AEO and numbers are of both: then it is that of the reader, if texts in it have them. */
    static String of(String question, String reader, IndexReader index) {
        List<Term> terms = Terms.pairs(question);
        if (terms.stream().anyMatch(Term::isHan)) {
            return CHINESE;
        }
        if (reader.equals(CHINESE) && terms.stream().allMatch(term -> isIn(index, term))) {
            return CHINESE;
        }
        return terms.stream().anyMatch(Term::isWord) ? ENGLISH : reader;
    }

    private static boolean isIn(IndexReader index, Term term) {
        try {
            return index.docFreq(new org.apache.lucene.index.Term(Fields.pairs(CHINESE), term.text())) > 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String other(String language) {
        return language.equals(CHINESE) ? ENGLISH : CHINESE;
    }
}
