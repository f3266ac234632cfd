package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.aeoreach.library.retrieval.language.Dictionary;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Answers questions from an index of the library. Safe for several threads. */
public final class Retrieval {

    /** Texts that fit this much less than the best one only share a word with the question. */
    private static final float WORTH_SHOWING = 0.1f;

    /** The same where the newest come first: nobody scrolls past what hardly fits. */
    private static final float WORTH_DATING = 0.25f;

    /** What is cited by its number is among so many, however much else is asked, repealed or not. */
    private static final int FIRST = 10;

    private final Glossary glossary;
    private final Dictionary dictionary;
    private final Names names;
    private final Sounds sounds;
    private final Steering steering;
    private final Lexicons lexicons;

    public Retrieval(Glossary glossary) {
        this.glossary = glossary;
        this.dictionary = new Dictionary(glossary.chineseNames());
        this.names = new Names(glossary);
        this.sounds = new Sounds(glossary.chineseNames());
        this.steering = Steering.NONE;
        this.lexicons = new Lexicons();
    }

    private Retrieval(Retrieval like, Steering steering) {
        this.glossary = like.glossary.with(steering.same());
        this.dictionary = like.dictionary;
        this.names = like.names;
        this.sounds = like.sounds;
        this.steering = steering;
        this.lexicons = like.lexicons;
    }

    /** The same with what editors decided. Texts are indexed as before, so that it can be tried on the same index. */
    public Retrieval steered(Steering by) {
        return new Retrieval(this, by);
    }

    /** Another number when documents are indexed in another way, or with other names: older indexes are made again. */
    public int version() {
        return 31 * Fields.VERSION + glossary.fingerprint();
    }

    /** What is indexed of a document: one for each language it has, each with its id as {@code idPoint}. */
    public List<Document> documents(LibraryDocument document) {
        return new Fields(dictionary, names).of(document);
    }

    /** The question read: in which language it is, and what it probably means. */
    private record Read(Wish wish, String language, String meant, List<List<String>> begun) {
        boolean isSlip() {
            return !meant.equals(wish.words());
        }
    }

    /** @throws IOException when the index cannot be read */
    public Answer answer(IndexSearcher searcher, Question question) throws IOException {
        Read read = read(searcher.getIndexReader(), question);
        Lexicon lexicon = lexicons.of(searcher.getIndexReader());
        Scoring scoring = new Scoring(dictionary, glossary, names, lexicon);
        Accepted accepted = new Accepted(searcher, lexicon, always(read, question), besides(scoring, read, question));
        Standing standing = new Standing(searcher, lexicon, question);
        // The newest of all that fit may be none of the best ones.
        Candidates candidates = question.part().newest()
                ? new Candidates(accepted, standing, WORTH_DATING, Integer.MAX_VALUE)
                : new Candidates(accepted, standing, WORTH_SHOWING, Candidates.MOST);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        candidates.find(leaves, new Tally(searcher, lexicon, matching(scoring, read)));
        candidates.lift(cited(searcher, scoring, read, question), FIRST);
        candidates.lead(chosen(searcher, read, question));
        Counted counted = new Counted(leaves, question, candidates);
        String asked = read.meant() + "\n" + read.wish().all();
        Shown shown = new Shown(searcher, scoring, question.language(), asked);
        List<Answer.Hit> hits = new ArrayList<>();
        for (int place : part(candidates, counted, question)) {
            hits.add(shown.hit(candidates.text(place), candidates.score(place)));
        }
        return new Answer(candidates.count(), hits, counted.facets(), read.isSlip() ? read.meant() : "");
    }

    private Read read(IndexReader reader, Question question) {
        Wish wish = Wish.of(question.text());
        String language = Languages.of(wish.all(), question.language(), reader);
        Speller speller = new Speller(reader, lexicons.of(reader), dictionary, sounds, glossary);
        return new Read(wish, language, speller.meant(language, wish.words()), speller.begun(language, wish.words()));
    }

    /**
     * Why documents stand where they do for a question.
     *
     * @throws IOException when the index cannot be read
     */
    public List<Why> why(IndexSearcher searcher, Question question, List<String> keys) throws IOException {
        List<String> found =
                answer(searcher, question).hits().stream().map(Answer.Hit::key).toList();
        Read read = read(searcher.getIndexReader(), question);
        Reasons reasons = new Reasons(glossary, dictionary, read.meant());
        List<Why> all = new ArrayList<>();
        for (String key : keys) {
            Query one = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.KEY, key)), Occur.FILTER)
                    .add(oncePerDocument(read.language()), Occur.FILTER)
                    .build();
            for (ScoreDoc hit : searcher.search(one, 1).scoreDocs) {
                Document stored = searcher.storedFields().document(hit.doc);
                LocalDate repealed = day(Texts.number(stored, Fields.REPEALED));
                boolean over = repealed != null && !repealed.isAfter(question.day());
                var behind = new Why.Behind(over, Standing.BESIDE.contains(stored.get(Fields.KIND)));
                all.add(reasons.of(key, Texts.text(stored), found.indexOf(key) + 1, behind));
            }
        }
        return all;
    }

    /** What the index is asked. */
    Query query(IndexReader reader, Question question) {
        Scoring scoring = new Scoring(dictionary, glossary, names, lexicons.of(reader));
        Read read = read(reader, question);
        BooleanQuery.Builder whole =
                new BooleanQuery.Builder().add(matching(scoring, read).query(), Occur.MUST);
        always(read, question).forEach(whole::add);
        besides(scoring, read, question).forEach(whole::add);
        return whole.build();
    }

    /** What makes a text a better answer than another one. */
    private static Sum matching(Scoring scoring, Read read) {
        Sum sum = new Sum();
        String words = read.wish().words();
        scoring.addOwn(sum, read.language(), words, read.meant());
        scoring.addTranslated(sum, Languages.other(read.language()), read.meant());
        read.begun().forEach(begun -> scoring.addBegun(sum, read.language(), begun));
        scoring.addCited(sum, words);
        read.wish().phrases().forEach(phrase -> sum.add(scoring.phrase(phrase), 1));
        return sum;
    }

    /** What a text must be for this reader. */
    private static BooleanQuery always(Read read, Question question) {
        return new BooleanQuery.Builder()
                .add(oncePerDocument(read.language()), Occur.FILTER)
                .add(Fields.inArea(question.area()), Occur.FILTER)
                .build();
    }

    /** What it must be and have besides. */
    private static BooleanQuery besides(Scoring scoring, Read read, Question question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        read.wish().phrases().forEach(phrase -> query.add(scoring.phrase(phrase), Occur.FILTER));
        read.wish().excluded().forEach(phrase -> query.add(scoring.phrase(phrase), Occur.MUST_NOT));
        addFilters(query, question);
        if (!read.wish().excluded().isEmpty()) {
            query.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return query.build();
    }

    private static void addFilters(BooleanQuery.Builder query, Question question) {
        addFacets(query, question.facets());
        if (question.part().inForce()) {
            query.add(Fields.inForce(question.day()), Occur.FILTER);
        }
    }

    /** Texts of the documents that editors put first for these words, as far as they fit the filters. */
    private List<Integer> chosen(IndexSearcher searcher, Read read, Question question) throws IOException {
        List<Integer> texts = new ArrayList<>();
        for (String key : steering.first(question.text())) {
            BooleanQuery.Builder query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.KEY, key)), Occur.FILTER)
                    .add(always(read, question), Occur.FILTER);
            addFilters(query, question);
            for (ScoreDoc hit : searcher.search(query.build(), 1).scoreDocs) {
                texts.add(hit.doc);
            }
        }
        return texts;
    }

    /** Texts of the documents whose number the question cites, as far as they fit it otherwise. */
    private static List<Integer> cited(IndexSearcher searcher, Scoring scoring, Read read, Question question)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(scoring.cited(read.wish().words()), Occur.FILTER)
                .add(always(read, question), Occur.FILTER);
        besides(scoring, read, question).forEach(query::add);
        return Stream.of(searcher.search(query.build(), FIRST).scoreDocs)
                .map(hit -> hit.doc)
                .toList();
    }

    /** Of each document its text in the language of the question, or else the one it has. */
    private static Query oncePerDocument(String language) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.LANGUAGE, language)), Occur.SHOULD)
                .add(new TermQuery(new Term(Fields.MISSING, language)), Occur.SHOULD)
                .build();
    }

    private static void addFacets(BooleanQuery.Builder query, Map<String, List<String>> facets) {
        facets.forEach((name, values) -> {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            values.forEach(
                    value -> any.add(new TermQuery(new Term(Fields.FACET, Fields.facet(name, value))), Occur.SHOULD));
            if (!values.isEmpty()) {
                query.add(any.build(), Occur.FILTER);
            }
        });
    }

    /** The places of the candidates of the part, in their order. */
    private static List<Integer> part(Candidates candidates, Counted counted, Question question) {
        Comparator<Integer> best = Comparator.comparing(candidates::score, Comparator.<Float>reverseOrder())
                .thenComparing(Comparator.naturalOrder());
        Comparator<Integer> order = question.part().newest()
                ? Comparator.comparing(counted::date, Comparator.<Long>reverseOrder())
                        .thenComparing(best)
                : best;
        int upTo = (int) Math.min(
                candidates.count(),
                (long) question.part().skip() + question.part().limit());
        List<Integer> first = first(candidates.count(), upTo, order);
        return first.subList(Math.min(first.size(), question.part().skip()), first.size());
    }

    /** The first of the numbers below a count, without sorting all of them. */
    private static List<Integer> first(int count, int wanted, Comparator<Integer> order) {
        PriorityQueue<Integer> last = new PriorityQueue<>(Math.max(1, wanted), order.reversed());
        for (int place = 0; place < count && wanted > 0; place++) {
            if (last.size() < wanted) {
                last.add(place);
            } else if (order.compare(place, last.element()) < 0) {
                last.remove();
                last.add(place);
            }
        }
        return last.stream().sorted(order).toList();
    }

    /** The day of an index field; null when not known. */
    static @Nullable LocalDate day(long day) {
        return day == Fields.LONG_AGO || day == Fields.NEVER ? null : LocalDate.ofEpochDay(day);
    }

    /** What people may be about to ask: titles by any part, by pinyin and by initials. @param limit at most */
    public List<Suggestion> suggest(IndexSearcher searcher, Typed typed, int limit) throws IOException {
        return new Suggestions(searcher, typed).first(limit);
    }
}
