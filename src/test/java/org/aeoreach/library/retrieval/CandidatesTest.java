package org.aeoreach.library.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;

/** Of very many texts the best ones are found, whatever their place in the index. */
class CandidatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final int ALL = 3 * Candidates.MOST;
    private static final int BEST = ALL - 7;
    /** One of those that fit least. */
    private static final int NEWEST = ALL - 1;

    private static final IndexSearcher INDEX = OwnLibrary.index(
            IntStream.range(0, ALL).mapToObj(CandidatesTest::document).toList());

    private static LibraryDocument document(int number) {
        var facts = new LibraryDocument.Facts(
                LibraryDocument.Keeper.EVERYWHERE,
                number % 2 == 0 ? "QUESTION" : "SERVICE_GUIDE",
                List.of(),
                List.of(),
                List.of(),
                "0000",
                "",
                null,
                number == NEWEST ? DAY : null,
                null);
        String text = number == BEST ? "封条封条封条" : "仓库的封条" + "和其他的东西".repeat(1 + number % 5);
        return new LibraryDocument(
                number + 1,
                "d" + number,
                facts,
                List.of(new LibraryText("zh", "第" + number, "", List.of(new LibraryText.Section("", "", text)))));
    }

    @Test
    void countsNoMoreThanAreLookedThroughAndHasTheBestAmongThem() throws IOException {
        Answer answer = OwnLibrary.RETRIEVAL.answer(INDEX, Question.of("封条", "zh", DAY, 10));
        assertThat(answer.total()).isEqualTo(Candidates.MOST);
        assertThat(answer.hits().get(0).key()).isEqualTo("d" + BEST);
        assertThat(answer.facets().getOrDefault("kind", Map.of()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(Candidates.MOST);
    }

    @Test
    void theNewestOfAllThatFitComesFirst() throws IOException {
        var part = new Question.Part(false, true, 0, 10);
        Answer answer = OwnLibrary.RETRIEVAL.answer(INDEX, new Question("仓库 的封条", "zh", Map.of(), DAY, part));
        assertThat(answer.total()).isGreaterThan(Candidates.MOST);
        assertThat(answer.hits().get(0).key()).isEqualTo("d" + NEWEST);
    }

    @Test
    void whatIsFilteredTakesNoPlace() throws IOException {
        var part = new Question.Part(false, false, 0, 10);
        Answer answer = OwnLibrary.RETRIEVAL.answer(
                INDEX, new Question("封条 -第" + BEST, "zh", Map.of("kind", List.of("QUESTION")), DAY, part));
        assertThat(answer.total()).isEqualTo(Candidates.MOST);
        assertThat(answer.facets().get("kind")).containsOnlyKeys("QUESTION");
    }

    @Test
    void whatIsInForceIsFoundThoughMoreThanAreLookedThroughFitBetterAndAreRepealed() throws IOException {
        var repealed = new LibraryDocument.Facts(
                LibraryDocument.Keeper.EVERYWHERE,
                "GUIDE",
                List.of(),
                List.of(),
                List.of(),
                "0000",
                "",
                null,
                null,
                DAY);
        LibraryDocument inForce = document(1);
        IndexSearcher index = OwnLibrary.index(IntStream.rangeClosed(1, Candidates.MOST + 100)
                .mapToObj(number -> number == 1
                        ? inForce
                        : new LibraryDocument(
                                number + 1, "d" + number, repealed, document(0).texts()))
                .toList());
        Answer answer = OwnLibrary.RETRIEVAL.answer(index, Question.of("封条", "zh", DAY, 10));
        assertThat(answer.hits().get(0).key()).isEqualTo(inForce.key());
    }
}
