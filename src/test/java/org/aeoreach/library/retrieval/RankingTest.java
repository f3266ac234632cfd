package org.aeoreach.library.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores are added up by ourselves: what is found, and in what order, is what Lucene finds when it looks at every text. */
class RankingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final int DEPTH = 50;
    private static final float SAME = 0.001f;

    private static final IndexSearcher INDEX = index();

    /** Of several parts, with texts that were taken out. */
    private static IndexSearcher index() {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        List<LibraryDocument> documents = OwnLibrary.indexed(language -> true);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (LibraryDocument document : documents) {
                writer.addDocuments(OwnLibrary.RETRIEVAL.documents(document));
                if (document.id() % 60 == 0) {
                    writer.commit();
                }
            }
            for (LibraryDocument document : documents) {
                if (document.id() % 9 == 0) {
                    writer.deleteDocuments(new Term(Fields.KEY, document.key()));
                }
            }
            writer.commit();
            return new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Found(String key, float score) {}

    @ParameterizedTest
    @CsvSource({
        "'', 2026-11-01, false",
        "' -认证', 2026-11-01, false",
        "' \"AEO\"', 2026-11-01, true",
        "' gaurantee 税', 2023-05-01, true"
    })
    void isThatOfLuceneForJudgedQuestions(String more, LocalDate day, boolean inForce) throws IOException {
        var part = new Question.Part(inForce, false, 0, DEPTH);
        for (Judged judged : Judged.all()) {
            if (more.isEmpty() || judged.isHeldOut()) {
                holdsAgainst(new Question(judged.question() + more, judged.language(), Map.of(), day, part));
            }
        }
    }

    @Test
    void isThatOfLuceneForQuestionsNarrowedByKind() throws IOException {
        var part = new Question.Part(false, false, 0, DEPTH);
        Map<String, List<String>> kinds = Map.of("kind", List.of("QUESTION", "POLICY"));
        for (Judged judged : Judged.all()) {
            if (judged.isHeldOut()) {
                holdsAgainst(new Question(judged.question(), judged.language(), kinds, TODAY, part));
            }
        }
    }

    private static void holdsAgainst(Question question) throws IOException {
        List<Found> plain = plain(question);
        Answer answer = OwnLibrary.RETRIEVAL.answer(INDEX, question);
        assertThat(answer.total()).as(question.text()).isEqualTo(plain.size());
        List<Answer.Hit> hits = answer.hits();
        assertThat(hits).as(question.text()).hasSize(Math.min(DEPTH, plain.size()));
        Map<String, Float> scores = plain.stream().collect(Collectors.toMap(Found::key, Found::score));
        for (int i = 0; i < hits.size(); i++) {
            String what =
                    question.text() + ", place " + (i + 1) + ", " + hits.get(i).key();
            assertThat(scores).as(what).containsKey(hits.get(i).key());
            // Those that score the same up to rounding may change places.
            assertThat(hits.get(i).score()).as(what).isCloseTo(plain.get(i).score(), Offset.offset(SAME));
            assertThat(scores.get(hits.get(i).key()))
                    .as(what)
                    .isCloseTo(hits.get(i).score(), Offset.offset(SAME));
        }
    }

    private static List<Found> plain(Question question) throws IOException {
        ScoreDoc[] all = INDEX.search(OwnLibrary.RETRIEVAL.query(INDEX.getIndexReader(), question), 10_000).scoreDocs;
        List<Found> found = new ArrayList<>();
        for (ScoreDoc each : all) {
            if (each.score >= all[0].score * 0.1f) {
                Document stored = INDEX.storedFields().document(each.doc);
                found.add(new Found(stored.get(Fields.KEY), each.score * factor(stored, question.day())));
            }
        }
        found.sort(Comparator.comparing(Found::score).reversed());
        return found;
    }

    private static float factor(Document stored, LocalDate day) {
        boolean over = Texts.number(stored, Fields.REPEALED) <= day.toEpochDay();
        boolean toCome = Texts.number(stored, Fields.EFFECTIVE) > day.toEpochDay();
        boolean beside = List.of("TERM", "SYLLABUS", "VALIDATION_SCENARIO", "ARRANGEMENT", "POLICY")
                .contains(stored.get(Fields.KIND));
        return (over ? 0.5f : toCome ? 0.9f : 1) * (beside ? 0.85f : 1);
    }
}
