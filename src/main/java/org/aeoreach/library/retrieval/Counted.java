package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;

/** Goes through all candidates once: how many have each value, and of what day each is. */
final class Counted {

    private final List<LeafReaderContext> leaves;
    private final long day;
    private final Candidates candidates;
    private final Map<String, Map<String, Long>> facets = new TreeMap<>();
    private final long[] dates;
    private long inForce;

    /** @throws IOException when the index cannot be read */
    Counted(List<LeafReaderContext> leaves, Question question, Candidates candidates) throws IOException {
        this.leaves = leaves;
        this.day = question.day().toEpochDay();
        this.candidates = candidates;
        this.dates = new long[candidates.count()];
        count();
    }

    private void count() throws IOException {
        for (int from = 0; from < candidates.count(); ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(candidates.text(from), leaves));
            int end = from;
            while (end < candidates.count()
                    && candidates.text(end) < leaf.docBase + leaf.reader().maxDoc()) {
                end++;
            }
            count(leaf, from, end);
            from = end;
        }
    }

    private void count(LeafReaderContext leaf, int from, int end) throws IOException {
        NumericDocValues effective = DocValues.getNumeric(leaf.reader(), Fields.EFFECTIVE);
        NumericDocValues repealed = DocValues.getNumeric(leaf.reader(), Fields.REPEALED);
        NumericDocValues date = DocValues.getNumeric(leaf.reader(), Fields.DATE);
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Fields.FACET);
        long[] counts = new long[Math.toIntExact(values.getValueCount())];
        for (int i = from; i < end; i++) {
            int text = candidates.text(i) - leaf.docBase;
            boolean over = repealed.advanceExact(text) && repealed.longValue() <= day;
            boolean begun = !effective.advanceExact(text) || effective.longValue() <= day;
            inForce += over || !begun ? 0 : 1;
            dates[i] = date.advanceExact(text) ? date.longValue() : Fields.LONG_AGO;
            count(values, text, counts);
        }
        addUp(values, counts);
    }

    private static void count(SortedSetDocValues values, int text, long[] counts) throws IOException {
        if (values.advanceExact(text)) {
            for (long value = values.nextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.nextOrd()) {
                counts[Math.toIntExact(value)]++;
            }
        }
    }

    private void addUp(SortedSetDocValues values, long[] counts) throws IOException {
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                String[] named = values.lookupOrd(value).utf8ToString().split("=", 2);
                facets.computeIfAbsent(named[0], name -> new TreeMap<>()).merge(named[1], counts[value], Long::sum);
            }
        }
    }

    Map<String, Map<String, Long>> facets() {
        facets.put("inForce", Map.of("true", inForce));
        return facets;
    }

    long date(int place) {
        return dates[place];
    }
}
