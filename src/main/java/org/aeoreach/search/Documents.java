package org.aeoreach.search;

import java.util.Objects;
import org.aeoreach.search.text.NameFields;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Version;

/** Entries as Lucene keeps them. */
final class Documents {

    private static final String ID = "id";
    private static final String RANK = "rank";
    private static final String REACH = "reach";
    private static final String BELOW = "below";
    private static final String MARK = "mark";
    private static final String EVERYBODY = "*";

    /** To be raised when the fields here change: older indexes are then made again. */
    private static final int VERSION = 2;

    static final Sort ORDER =
            new Sort(new SortField(RANK, SortField.Type.LONG), new SortField(ID, SortField.Type.LONG));

    /** The best first; the id stands where {@link #id} reads it. */
    static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE, new SortField(ID, SortField.Type.LONG));

    private Documents() {}

    /** Another one when fields or Lucene change. */
    static String schema(Source source) {
        return VERSION + "." + NameFields.VERSION + "." + source.version() + "." + Version.LATEST.major + "."
                + Version.LATEST.minor;
    }

    static Document of(Entry entry) {
        Document document = new Document();
        document.add(new NumericDocValuesField(ID, entry.id()));
        document.add(new NumericDocValuesField(RANK, entry.rank()));
        document.add(new LongPoint(Source.ID_POINT, entry.id()));
        addReach(document, entry);
        entry.codes().forEach(code -> NameFields.addCode(document, code));
        entry.names().forEach(name -> NameFields.addName(document, name));
        entry.formerNames().forEach(name -> NameFields.addFormerName(document, name));
        entry.texts().forEach(text -> NameFields.addText(document, text));
        entry.marks().forEach(mark -> document.add(new StringField(MARK, mark, Field.Store.NO)));
        return document;
    }

    /** Every unit above it finds it: the beginnings of the path up to each dot. */
    private static void addReach(Document document, Entry entry) {
        String path = entry.path();
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            document.add(new StringField(REACH, path.substring(0, dot + 1), Field.Store.NO));
        }
        if (entry.reach() == Reach.EVERYBODY) {
            document.add(new StringField(REACH, EVERYBODY, Field.Store.NO));
        } else if (entry.reach() == Reach.UNIT_AND_BELOW) {
            document.add(new StringField(BELOW, path, Field.Store.NO));
        }
    }

    /** What of a query a unit may find, with the mark that is asked for. */
    static Query within(Search search, Query query) {
        String path = search.path();
        BooleanQuery.Builder reach = new BooleanQuery.Builder().add(reach(EVERYBODY), Occur.SHOULD);
        if (!path.isEmpty()) {
            reach.add(reach(path), Occur.SHOULD);
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            reach.add(new TermQuery(new Term(BELOW, path.substring(0, dot + 1))), Occur.SHOULD);
        }
        BooleanQuery.Builder within = new BooleanQuery.Builder()
                .add(new ConstantScoreQuery(query), Occur.FILTER)
                .add(reach.build(), Occur.FILTER);
        if (!search.mark().isEmpty()) {
            within.add(new TermQuery(new Term(MARK, search.mark())), Occur.FILTER);
        }
        return within.build();
    }

    /** The same, the number of parts of the query that match as the score. */
    static Query scoredWithin(String path, Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(reach(path), Occur.FILTER)
                .build();
    }

    private static Query reach(String term) {
        return new TermQuery(new Term(REACH, term));
    }

    static long id(FieldDoc hit) {
        return (Long) Objects.requireNonNull(hit.fields)[1];
    }
}
