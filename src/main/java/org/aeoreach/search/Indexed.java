package org.aeoreach.search;

import java.util.List;
import org.aeoreach.platform.Rows;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Sort;

/** Records that are found by names and codes, through {@link Searches#find}. */
public interface Indexed extends Source {

    /** Reads one of the rows. */
    Entry entry(Rows.Row row);

    @Override
    default List<Document> documents(Rows.Row row) {
        return List.of(Documents.of(entry(row)));
    }

    @Override
    default int rowsAtOnce() {
        return 400;
    }

    @Override
    default Sort order() {
        return Documents.ORDER;
    }
}
