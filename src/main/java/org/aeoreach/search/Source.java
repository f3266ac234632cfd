package org.aeoreach.search;

import java.util.List;
import org.aeoreach.platform.Rows;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind that each node keeps an index of. A statement trigger on each table they are made from writes to
 * {@code search_change} with the same kind. All statements here run under the jobs role.
 *
 * <p>What is found by its name implements {@link Indexed}; a room with fields of its own implements this and asks with
 * {@link Searches#ask}.
 */
public interface Source {

    /** The field of each document that holds the id of its record as a {@link org.apache.lucene.document.LongPoint}. */
    String ID_POINT = "idPoint";

    /** Name of the kind, lower-case letters; also of its directory. */
    String kind();

    /** To be raised when what is read or how it is indexed changes its meaning; older indexes are then made again. */
    int version();

    /** SQL that gives the lowest id, the highest id and the number of records; nulls and 0 when there are none. */
    String bounds();

    /** SQL that gives the records from one id to another, both included. */
    String rows();

    /** Rows kept in memory at once while they are read: fewer where one may be a whole book. */
    int rowsAtOnce();

    /** What is indexed of one of these rows; each with {@link #ID_POINT}. */
    List<Document> documents(Rows.Row row);

    /** The order in which the index keeps them, so that a search may end early; null for none. */
    default @Nullable Sort order() {
        return null;
    }
}
