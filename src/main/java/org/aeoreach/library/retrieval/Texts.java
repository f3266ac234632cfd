package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Reads texts as they were stored beside the index. */
final class Texts {

    private final IndexSearcher searcher;

    Texts(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The stored text of a hit, in the reader's language where the document has one in that. */
    Document shown(int text, String language) throws IOException {
        Document found = searcher.storedFields().document(text);
        if (found.get(Fields.LANGUAGE).equals(language)) {
            return found;
        }
        ScoreDoc[] other = searcher.search(
                        new BooleanQuery.Builder()
                                .add(LongPoint.newExactQuery(Fields.ID_POINT, number(found, Fields.ID)), Occur.FILTER)
                                .add(new TermQuery(new Term(Fields.LANGUAGE, language)), Occur.FILTER)
                                .build(),
                        1)
                .scoreDocs;
        return other.length == 0 ? found : searcher.storedFields().document(other[0].doc);
    }

    static long number(Document stored, String field) {
        return stored.getField(field).numericValue().longValue();
    }

    static LibraryText text(Document stored) {
        String[] parts = stored.getValues(Fields.SECTION);
        List<LibraryText.Section> sections = new ArrayList<>(parts.length / 3);
        for (int i = 0; i + 2 < parts.length; i += 3) {
            sections.add(new LibraryText.Section(parts[i], parts[i + 1], parts[i + 2]));
        }
        return new LibraryText(
                stored.get(Fields.LANGUAGE), stored.get(Fields.TITLE), stored.get(Fields.SUMMARY), sections);
    }
}
