package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Words of the texts that begin as somebody began to type one: certified and certificate for {@code certif}. */
final class Beginnings {

    private static final int MOST = 32;

    private final IndexReader reader;

    Beginnings(IndexReader reader) {
        this.reader = reader;
    }

    /** Those of the texts in a language, in alphabetical order; a certain number at most. */
    List<String> of(String language, String typed) {
        try {
            Terms terms = MultiTerms.getTerms(reader, Fields.spellings(language));
            return terms == null ? List.of() : words(terms.iterator(), new BytesRef(typed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(TermsEnum terms, BytesRef typed) throws IOException {
        List<String> words = new ArrayList<>();
        boolean any = terms.seekCeil(typed) != TermsEnum.SeekStatus.END;
        for (BytesRef word = any ? terms.term() : null;
                word != null && words.size() < MOST && StringHelper.startsWith(word, typed);
                word = terms.next()) {
            words.add(word.utf8ToString());
        }
        return words;
    }
}
