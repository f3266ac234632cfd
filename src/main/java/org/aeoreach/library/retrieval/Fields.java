package org.aeoreach.library.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.aeoreach.library.retrieval.language.Dictionary;
import org.aeoreach.library.retrieval.language.Surfaces;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;
import org.aeoreach.search.text.NameFields;
import org.aeoreach.search.text.TermStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The fields by which a text is found: each text is a Lucene document of its own. */
final class Fields {

    /** To be raised when any of them changes: older indexes are then made again. */
    static final int VERSION = 4;

    static final String ID = "id";
    static final String ID_POINT = "idPoint";
    static final String LANGUAGE = "language";
    /** Languages its document has no text in. */
    static final String MISSING = "missing";

    /** The unit that keeps it and all above it. */
    static final String WITHIN = "within";
    /** The unit that keeps it: those below it find it too. */
    static final String KEPT = "kept";
    /** Code of the district that keeps it; none when it holds everywhere. */
    static final String DISTRICT = "district";

    static final String FACET = "facet";
    static final String EFFECTIVE = "effective";
    static final String REPEALED = "repealed";
    static final String DATE = "date";
    static final String KEY = "key";
    static final String KIND = "kind";
    /** As what its number is cited. */
    static final String NUMBER = "number";

    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String SECTION = "section";

    /** Days that stand for dates not known. */
    static final long LONG_AGO = -1_000_000;

    static final long NEVER = 1_000_000;

    static final List<String> LANGUAGES = List.of("zh", "en");
    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType LISTED = type(IndexOptions.DOCS, true);

    private final Dictionary dictionary;
    private final Names names;

    Fields(Dictionary dictionary, Names names) {
        this.dictionary = dictionary;
        this.names = names;
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(omitNorms);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    static String pairs(String language) {
        return language + ".pairs";
    }

    static String words(String language) {
        return language + ".words";
    }

    static String titles(String language) {
        return language + ".titles";
    }

    /** English words as they are written: what a slip may have been meant to be. */
    static String spellings(String language) {
        return language + ".spellings";
    }

    List<Document> of(LibraryDocument document) {
        List<Document> all = new ArrayList<>();
        for (LibraryText text : document.texts()) {
            Document made = new Document();
            addFacts(made, document);
            made.add(new StringField(LANGUAGE, text.language(), Field.Store.YES));
            LANGUAGES.stream()
                    .filter(language -> !document.speaks(language))
                    .forEach(language -> made.add(new StringField(MISSING, language, Field.Store.NO)));
            addText(made, text, document.facts().number());
            store(made, text);
            all.add(made);
        }
        return all;
    }

    private static void addFacts(Document made, LibraryDocument document) {
        LibraryDocument.Facts facts = document.facts();
        made.add(new StoredField(ID, document.id()));
        made.add(new StoredField(KIND, facts.kind()));
        made.add(new LongPoint(ID_POINT, document.id()));
        made.add(new StringField(KEY, document.key(), Field.Store.YES));
        addKeeper(made, facts.keeper());
        addDay(made, EFFECTIVE, facts.effective(), LONG_AGO);
        addDay(made, REPEALED, facts.repealed(), NEVER);
        LocalDate date = facts.effective() == null ? facts.published() : facts.effective();
        addDay(made, DATE, date, LONG_AGO);
        for (Term term : Terms.pairs(facts.number())) {
            if (term.step() == 0) {
                made.add(new StringField(NUMBER, term.text(), Field.Store.NO));
            }
        }
        Set<String> values = new LinkedHashSet<>();
        values.add(facet("kind", facts.kind()));
        facts.audience().forEach(value -> values.add(facet("audience", value)));
        facts.tracks().forEach(value -> values.add(facet("track", value)));
        facts.topics().forEach(value -> values.add(facet("topic", value)));
        values.add(facet("issuer", facts.issuer()));
        if (date != null) {
            values.add(facet("year", Integer.toString(date.getYear())));
        }
        for (String value : values) {
            made.add(new SortedSetDocValuesField(FACET, new BytesRef(value)));
            made.add(new StringField(FACET, value, Field.Store.NO));
        }
    }

    private static void addKeeper(Document made, LibraryDocument.Keeper keeper) {
        for (String path : upwards(keeper.path())) {
            made.add(new StringField(WITHIN, path, Field.Store.NO));
        }
        made.add(new StringField(KEPT, keeper.path(), Field.Store.NO));
        if (!keeper.isEverywhere()) {
            made.add(new StoredField(DISTRICT, keeper.code()));
        }
    }

    /** A path and those of all units above it. */
    private static List<String> upwards(String path) {
        List<String> all = new ArrayList<>();
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            all.add(path.substring(0, dot + 1));
        }
        return all;
    }

    /** What holds everywhere, and what units above and below a unit keep. @param area its path; empty for none */
    static Query inArea(String area) {
        BooleanQuery.Builder any =
                new BooleanQuery.Builder().add(is(KEPT, LibraryDocument.Keeper.EVERYWHERE.path()), Occur.SHOULD);
        upwards(area).forEach(path -> any.add(is(KEPT, path), Occur.SHOULD));
        if (!area.isEmpty()) {
            any.add(is(WITHIN, area), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query is(String field, String value) {
        return new TermQuery(new org.apache.lucene.index.Term(field, value));
    }

    static String facet(String name, String value) {
        return name + '=' + value;
    }

    /** Repealed by a day. */
    static Query over(LocalDate day) {
        return NumericDocValuesField.newSlowRangeQuery(REPEALED, Long.MIN_VALUE, day.toEpochDay());
    }

    /** Not yet begun on a day. */
    static Query toCome(LocalDate day) {
        return NumericDocValuesField.newSlowRangeQuery(EFFECTIVE, day.toEpochDay() + 1, Long.MAX_VALUE);
    }

    /** Begun and not over on a day. */
    static Query inForce(LocalDate day) {
        return new BooleanQuery.Builder()
                .add(NumericDocValuesField.newSlowRangeQuery(EFFECTIVE, Long.MIN_VALUE, day.toEpochDay()), Occur.MUST)
                .add(
                        NumericDocValuesField.newSlowRangeQuery(REPEALED, day.toEpochDay() + 1, Long.MAX_VALUE),
                        Occur.MUST)
                .build();
    }

    private static void addDay(Document made, String field, @Nullable LocalDate day, long otherwise) {
        long number = day == null ? otherwise : day.toEpochDay();
        made.add(new NumericDocValuesField(field, number));
        made.add(new StoredField(field, number));
    }

    private void addText(Document made, LibraryText text, String number) {
        StringBuilder joined =
                new StringBuilder(text.title()).append(" \n ").append(number).append(" \n ");
        joined.append(text.summary()).append(" \n ");
        for (LibraryText.Section section : text.sections()) {
            joined.append(section.heading())
                    .append(" \n ")
                    .append(section.text())
                    .append(" \n ");
        }
        String all = joined.toString();
        String language = text.language();
        addScored(made, pairs(language), () -> names.in(language, Terms.pairs(all)));
        if (language.equals("zh")) {
            addScored(made, words(language), () -> Terms.words(all, dictionary));
        }
        addScored(made, titles(language), () -> names.in(language, Terms.pairs(text.title() + " \n " + number)));
        LANGUAGES.stream().filter(other -> !other.equals(language)).forEach(other -> addEmpty(made, other));
        made.add(new Field(spellings(language), once(all), LISTED));
        NameFields.addName(made, text.title());
    }

    /** A text that has a field without a word makes its length as quick to read as if all texts had one. */
    private static void addEmpty(Document made, String language) {
        List.of(pairs(language), words(language), titles(language)).forEach(field -> addScored(made, field, List::of));
    }

    private static void addScored(Document made, String field, Supplier<List<Term>> terms) {
        made.add(new Field(field, new TermStream(() -> places(terms.get())), SCORED));
    }

    private static TermStream once(String text) {
        return new TermStream(() -> Surfaces.of(text).stream().map(List::of).toList());
    }

    private static List<List<String>> places(List<Term> terms) {
        List<List<String>> places = new ArrayList<>(terms.size());
        for (Term term : terms) {
            if (term.step() == 0 && !places.isEmpty()) {
                List<String> same = new ArrayList<>(places.get(places.size() - 1));
                same.add(term.text());
                places.set(places.size() - 1, same);
            } else {
                for (int empty = 1; empty < Math.min(term.step(), 3); empty++) {
                    places.add(List.of());
                }
                places.add(List.of(term.text()));
            }
        }
        return places;
    }

    private static void store(Document made, LibraryText text) {
        made.add(new StoredField(TITLE, text.title()));
        made.add(new StoredField(SUMMARY, text.summary()));
        for (LibraryText.Section section : text.sections()) {
            made.add(new StoredField(SECTION, section.anchor()));
            made.add(new StoredField(SECTION, section.heading()));
            made.add(new StoredField(SECTION, section.text()));
        }
    }
}
