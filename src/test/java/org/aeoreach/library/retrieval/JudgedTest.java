package org.aeoreach.library.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aeoreach.library.content.ContentDocument;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;

/**
 * How well the questions of enterprises are answered: nDCG@10, mean reciprocal rank and recall@10 of each group. It
 * fails when one is below its floor. {@code -Daeo.judged=0.6} prints what is found for each question below that.
 */
class JudgedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static final Map<String, double[]> FLOORS = Map.of(
            "all", new double[] {0.85, 0.905, 0.84},
            "zh", new double[] {0.875, 0.95, 0.835},
            "en", new double[] {0.815, 0.85, 0.83},
            "typo", new double[] {0.74, 0.84, 0.73},
            "cross", new double[] {0.94, 0.96, 0.97},
            "held out", new double[] {0.845, 0.885, 0.868});

    private final IndexSearcher both = OwnLibrary.index(language -> true);
    private final Map<String, IndexSearcher> only =
            Map.of("zh", OwnLibrary.index("zh"::equals), "en", OwnLibrary.index("en"::equals));
    private final Map<String, double[]> sums = new TreeMap<>();

    @Test
    void answersTheJudgedQuestionsAtLeastAsWellAsTheFloorsSay() throws IOException {
        for (Judged judged : Judged.all()) {
            List<String> found = found(judged);
            explain(judged, found);
            for (String group : List.of("all", judged.group(), judged.isHeldOut() ? "held out" : "looked at")) {
                add(group, judged, found);
            }
        }
        sums.forEach((group, sum) -> System.out.printf(
                "%-10s %3.0f questions  nDCG@10 %.4f  MRR %.4f  recall@10 %.4f%n",
                group, sum[3], sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]));
        FLOORS.forEach((group, floors) -> {
            double[] sum = Objects.requireNonNull(sums.get(group), group);
            for (int i = 0; i < floors.length; i++) {
                assertThat(sum[i] / sum[3])
                        .as(group + " " + List.of("nDCG@10", "MRR", "recall@10").get(i))
                        .isGreaterThanOrEqualTo(floors[i]);
            }
        });
    }

    @Test
    void theSetIsWhatItSaysItIs() {
        List<Judged> all = Judged.all();
        Map<String, Long> groups = all.stream().collect(Collectors.groupingBy(Judged::group, Collectors.counting()));
        Map<String, Long> languages =
                all.stream().collect(Collectors.groupingBy(Judged::language, Collectors.counting()));
        assertThat(all).hasSizeGreaterThanOrEqualTo(150);
        assertThat(groups.getOrDefault("cross", 0L)).isGreaterThanOrEqualTo(30);
        assertThat(groups.getOrDefault("typo", 0L)).isGreaterThanOrEqualTo(20);
        assertThat(languages.getOrDefault("zh", 0L)).isBetween(all.size() * 45L / 100, all.size() * 55L / 100);
        assertThat(OwnLibrary.documents())
                .extracting(ContentDocument::id)
                .containsAll(all.stream()
                        .flatMap(judged -> judged.grades().keySet().stream())
                        .toList());
        assertThat(all).extracting(Judged::question).doesNotHaveDuplicates();
    }

    private List<String> found(Judged judged) throws IOException {
        String other = judged.language().equals("zh") ? "en" : "zh";
        IndexSearcher searcher = judged.isCross() ? Objects.requireNonNull(only.get(other)) : both;
        Question question = Question.of(judged.question(), judged.language(), DAY, 10);
        return OwnLibrary.RETRIEVAL.answer(searcher, question).hits().stream()
                .map(Answer.Hit::key)
                .toList();
    }

    private void add(String group, Judged judged, List<String> found) {
        double[] sum = sums.computeIfAbsent(group, key -> new double[4]);
        sum[0] += judged.ndcg(found);
        sum[1] += judged.reciprocalRank(found);
        sum[2] += judged.recall(found);
        sum[3]++;
    }

    private static void explain(Judged judged, List<String> found) {
        if (!judged.isHeldOut() && judged.ndcg(found) < Double.parseDouble(System.getProperty("aeo.judged", "0"))) {
            System.out.printf("%03d %.2f %s%n", judged.number(), judged.ndcg(found), judged.question());
            found.forEach(key -> System.out.println("        " + judged.grades().getOrDefault(key, 0) + " " + key));
        }
    }
}
