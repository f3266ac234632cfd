package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The judged questions asked of many documents, made of sentences of the library in another order: time of a search and
 * of a suggestion inside the search service, and how many a second two threads answer; beside them plain Lucene on the
 * same index (the ten best by pairs alone) and PostgreSQL's full-text search on the same texts, cut into pairs by us.
 * Run with {@code -Pbench -Dtest=LibraryBench}.
 */
class LibraryBench {

    private static final int DOCUMENTS = Integer.getInteger("documents", 60_000);
    private static final int SENTENCES = 12;
    private static final int SECONDS = 15;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Random random = new Random(17);
    private final List<Judged> questions = Judged.all();

    /** Something asked once. */
    private interface One {
        void ask(Judged judged) throws IOException, SQLException;
    }

    @Test
    void measure(@TempDir Path home) throws Exception {
        List<LibraryDocument> documents = documents();
        long start = System.nanoTime();
        try (FSDirectory directory = FSDirectory.open(home);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (LibraryDocument document : documents) {
                writer.addDocuments(OwnLibrary.RETRIEVAL.documents(document));
            }
            writer.commit();
            System.out.printf(
                    "%d documents in %d texts indexed in %.1f s%n",
                    documents.size(), writer.getDocStats().numDocs, (System.nanoTime() - start) / 1e9);
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            One search = judged ->
                    OwnLibrary.RETRIEVAL.answer(searcher, Question.of(judged.question(), judged.language(), DAY, 10));
            One suggest = judged -> OwnLibrary.RETRIEVAL.suggest(
                    searcher,
                    new Typed(
                            judged.question()
                                    .substring(0, Math.min(4, judged.question().length())),
                            judged.language(),
                            ""),
                    8);
            One plain = judged -> searcher.search(plain(judged), 10);
            time("search", search);
            time("suggest", suggest);
            time("plain Lucene, the ten best by pairs", plain);
            System.out.printf("search, two threads: %.0f a second%n", throughput(search));
            System.out.printf("plain Lucene, two threads: %.0f a second%n", throughput(plain));
        }
        postgres(documents);
    }

    private static org.apache.lucene.search.Query plain(Judged judged) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Terms.pairs(judged.question()).stream()
                .map(Term::text)
                .distinct()
                .forEach(text -> query.add(
                        new TermQuery(new org.apache.lucene.index.Term(Fields.pairs(judged.language()), text)),
                        Occur.SHOULD));
        return query.build();
    }

    /** Of each kind and language as many as there are among the real ones. */
    private List<LibraryDocument> documents() {
        List<ContentDocument> own = OwnLibrary.documents();
        List<LibraryDocument> many = new ArrayList<>(DOCUMENTS);
        for (int i = 0; i < DOCUMENTS; i++) {
            ContentDocument like = own.get(i % own.size());
            var facts = new LibraryDocument.Facts(
                    LibraryDocument.Keeper.EVERYWHERE,
                    like.kind().name(),
                    List.of("EVERYBODY"),
                    List.of(),
                    like.topics(),
                    "0000",
                    "",
                    null,
                    like.effective(),
                    like.repealed());
            String language = i % 2 == 0 ? "zh" : "en";
            many.add(new LibraryDocument(i + 1, "d" + i, facts, List.of(text(own, like.text(language)))));
        }
        return many;
    }

    private LibraryText text(List<ContentDocument> own, ContentText like) {
        List<LibraryText.Section> sections = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < SENTENCES / 3; i++) {
                ContentText from = own.get(random.nextInt(own.size())).text(like.language());
                List<String> sentences = from.sections().stream()
                        .flatMap(section -> Sentences.of(section.plain()).stream())
                        .toList();
                plain.append(sentences.get(random.nextInt(sentences.size()))).append('\n');
            }
            sections.add(new LibraryText.Section("s" + part, "", plain.toString()));
        }
        return new LibraryText(like.language(), like.title(), like.summary(), sections);
    }

    private void time(String what, One one) throws IOException, SQLException {
        for (int warm = 0; warm < 5; warm++) {
            for (Judged judged : questions) {
                one.ask(judged);
            }
        }
        double[] times = new double[questions.size() * 5];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            one.ask(questions.get(i % questions.size()));
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        print(what, times);
    }

    private static void print(String what, double[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%s: median %.2f ms, 95 %% under %.2f ms, 99 %% under %.2f ms, longest %.1f ms%n",
                what,
                times[times.length / 2],
                times[times.length * 95 / 100],
                times[times.length * 99 / 100],
                times[times.length - 1]);
    }

    private double throughput(One one) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        long start = System.nanoTime();
        Callable<Integer> asking = () -> {
            int mine = 0;
            while (System.nanoTime() - start < SECONDS * 1_000_000_000L) {
                one.ask(questions.get(asked.getAndIncrement() % questions.size()));
                mine++;
            }
            return mine;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int all = 0;
        for (Future<Integer> each : threads.invokeAll(List.of(asking, asking))) {
            all += each.get();
        }
        threads.shutdown();
        return all / ((System.nanoTime() - start) / 1e9);
    }

    private void postgres(List<LibraryDocument> documents) throws SQLException, IOException {
        try (Connection connection = TestPostgres.running().owner()) {
            try (var create = connection.createStatement()) {
                create.execute("create temporary table bench_text (id int, words tsvector)");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bench_text values (?, to_tsvector('simple', ?))")) {
                for (int i = 0; i < documents.size(); i++) {
                    insert.setInt(1, i);
                    insert.setString(2, words(documents.get(i).texts().get(0)));
                    insert.addBatch();
                    if (i % 1000 == 999) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            try (var index = connection.createStatement()) {
                index.execute("create index on bench_text using gin (words)");
                index.execute("analyze bench_text");
            }
            try (PreparedStatement select =
                    connection.prepareStatement("select id from bench_text, to_tsquery('simple', ?) q where words @@ q"
                            + " order by ts_rank(words, q) desc limit 10")) {
                double[] times = new double[questions.size()];
                for (int i = 0; i < times.length; i++) {
                    long start = System.nanoTime();
                    select.setString(1, either(questions.get(i).question()));
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            rows.getInt(1);
                        }
                    }
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
                print("PostgreSQL full-text search on pairs, ts_rank", times);
            }
        }
    }

    private static String words(LibraryText text) {
        String all = text.title() + "\n"
                + text.sections().stream().map(LibraryText.Section::text).collect(Collectors.joining("\n"));
        return Terms.pairs(all).stream().map(Term::text).collect(Collectors.joining(" "));
    }

    private static String either(String question) {
        return Terms.pairs(question).stream()
                .map(term -> "'" + term.text().replace("'", "") + "'")
                .distinct()
                .collect(Collectors.joining(" | "));
    }
}
