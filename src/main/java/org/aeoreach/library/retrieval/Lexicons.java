package org.aeoreach.library.retrieval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;

/** A lexicon for each state of an index, until that state is closed. */
final class Lexicons {

    private final Map<IndexReader.CacheKey, Lexicon> byState = new ConcurrentHashMap<>();

    Lexicon of(IndexReader reader) {
        IndexReader.CacheHelper state = reader.getReaderCacheHelper();
        if (state == null) {
            return new Lexicon(reader);
        }
        return byState.computeIfAbsent(state.getKey(), key -> {
            state.addClosedListener(byState::remove);
            return new Lexicon(reader);
        });
    }
}
