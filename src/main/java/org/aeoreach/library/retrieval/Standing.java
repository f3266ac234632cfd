package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** Goes through all candidates once: what is not in force on the day falls behind, and values are counted. */
final class Standing {

    /** A repealed text has to fit twice as well as one in force. */
    private static final float REPEALED = 0.5f;

    private static final float NOT_YET = 0.9f;
    /** Kinds that name, teach, agree or enact things; the other ones are written to answer what is asked. */
    static final List<String> BESIDE = List.of("TERM", "SYLLABUS", "VALIDATION_SCENARIO", "ARRANGEMENT", "POLICY");

    private final List<LeafReaderContext> leaves;
    private final long day;
    private final Candidates candidates;
    private final Map<String, Map<String, Long>> facets = new TreeMap<>();
    private final long[] dates;
    private long inForce;

    Standing(List<LeafReaderContext> leaves, Question question, Candidates candidates) {
        this.leaves = leaves;
        this.day = question.day().toEpochDay();
        this.candidates = candidates;
        this.dates = new long[candidates.count()];
    }

    void weigh() throws IOException {
        for (int from = 0; from < candidates.count(); ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(candidates.text(from), leaves));
            int end = from;
            while (end < candidates.count()
                    && candidates.text(end) < leaf.docBase + leaf.reader().maxDoc()) {
                end++;
            }
            weigh(leaf, from, end);
            from = end;
        }
    }

    private void weigh(LeafReaderContext leaf, int from, int end) throws IOException {
        NumericDocValues effective = DocValues.getNumeric(leaf.reader(), Fields.EFFECTIVE);
        NumericDocValues repealed = DocValues.getNumeric(leaf.reader(), Fields.REPEALED);
        NumericDocValues date = DocValues.getNumeric(leaf.reader(), Fields.DATE);
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Fields.FACET);
        Set<Long> beside = beside(values);
        long[] counts = new long[Math.toIntExact(values.getValueCount())];
        for (int i = from; i < end; i++) {
            int text = candidates.text(i) - leaf.docBase;
            boolean over = repealed.advanceExact(text) && repealed.longValue() <= day;
            boolean begun = !effective.advanceExact(text) || effective.longValue() <= day;
            candidates.weigh(i, over ? REPEALED : begun ? 1 : NOT_YET);
            inForce += over || !begun ? 0 : 1;
            dates[i] = date.advanceExact(text) ? date.longValue() : Fields.LONG_AGO;
            if (count(values, text, counts, beside)) {
                candidates.weigh(i, Weights.STANDARD.beside());
            }
        }
        addUp(values, counts);
    }

    private static Set<Long> beside(SortedSetDocValues values) throws IOException {
        Set<Long> beside = new HashSet<>();
        for (String kind : BESIDE) {
            beside.add(values.lookupTerm(new BytesRef(Fields.facet("kind", kind))));
        }
        return beside;
    }

    /** Whether a wanted value is among those of the text. */
    private static boolean count(SortedSetDocValues values, int text, long[] counts, Set<Long> wanted)
            throws IOException {
        boolean has = false;
        if (values.advanceExact(text)) {
            for (long value = values.nextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.nextOrd()) {
                counts[Math.toIntExact(value)]++;
                has |= wanted.contains(value);
            }
        }
        return has;
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
