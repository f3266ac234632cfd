package org.aeoreach.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/** A question to an index, put to what it is at one moment. */
@FunctionalInterface
public interface Ask<T> {

    T ask(IndexSearcher searcher) throws IOException;
}
