package org.aeoreach.library.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * Parts of a match whose scores are added. They lie flat beside each other: only then the index leaves out texts that
 * cannot come near the best one. What is added twice is looked for once and counts for both.
 */
final class Sum {

    private final Map<Query, Float> parts = new LinkedHashMap<>();

    void add(Query part, float weight) {
        if (weight > 0) {
            parts.merge(part, weight, Float::sum);
        }
    }

    /** The parts with their weights. */
    Map<Query, Float> parts() {
        return parts;
    }

    Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach((part, weight) -> all.add(new BoostQuery(part, weight), Occur.SHOULD));
        return all.build();
    }
}
