package org.aeoreach.library.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that can be typed makes the search fail or work without end. */
class HostileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final IndexSearcher BOTH = OwnLibrary.index(language -> true);

    static Stream<String> hostile() {
        return Stream.concat(pasted(), odd());
    }

    /** Questions as long as they may be, all of words that have other names, wrongly spelled or in both languages. */
    private static Stream<String> pasted() {
        List<Glossary.Concept> concepts = Glossary.concepts(OwnLibrary.resource("vocabulary.txt"));
        List<String> chinese = concepts.stream()
                .filter(concept -> concept.zh().size() > 2)
                .map(concept -> concept.zh().get(0))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        List<String> english = concepts.stream()
                .filter(concept -> concept.en().size() > 1)
                .map(concept -> concept.en().get(0))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        List<String> both = Stream.iterate(0, i -> i < Math.min(chinese.size(), english.size()), i -> i + 1)
                .map(i -> chinese.get(i) + " " + english.get(i) + " 第" + i + "号令")
                .toList();
        String slips = "信用修付 certifcation authorizd operater custims ";
        return Stream.of(chinese, english, both)
                .flatMap(words -> Stream.of(String.join("，", words), slips + String.join(" ", words)));
    }

    private static Stream<String> odd() {
        return Stream.of(
                "",
                "   \t\n ",
                "?",
                "-",
                "\"",
                "\"\"",
                "- - -- \"-\"",
                "的了吗呢",
                "the of and",
                "\u0000\u0001\u0007\u200b\ufeff",
                "\ud83d\ude00\ud83d\ude80",
                "\ud83d",
                "税",
                "的",
                "(((((((((( AND OR NOT )))))))))) field:*^~ [a TO b] {!lucene}",
                "*".repeat(10_000),
                "a* ".repeat(10_000),
                "(".repeat(50_000),
                "\"a ".repeat(5_000),
                "-认证 ".repeat(5_000),
                "\"认证\" ".repeat(5_000),
                "海关认证".repeat(500_000),
                "x".repeat(2_000_000),
                "第1号 ".repeat(1_000),
                "99999999999999999999999999999999999999999999万亿",
                "1.2.3.4.5万",
                "2026年第",
                "第号第号第号",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "%00%ff",
                "e\u0301\u0327".repeat(1_000),
                "\u3400\u4dbf\ud840\udc00\ud869\uded6");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isAnswered(String typed) throws IOException {
        for (String language : new String[] {"zh", "en"}) {
            Answer answer = OwnLibrary.RETRIEVAL.answer(BOTH, Question.of(typed, language, TODAY, 10));
            assertThat(answer.hits()).hasSizeLessThanOrEqualTo(10);
            assertThatCode(() -> OwnLibrary.RETRIEVAL.suggest(BOTH, new Typed(typed, language, ""), 10))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void costsNoMoreThanALongQuestion(String typed) {
        int[] parts = {0};
        Query query = OwnLibrary.RETRIEVAL.query(
                BOTH.getIndexReader(), Question.of(typed, "zh", TODAY, 10).in("0000.5300.5304."));
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query part, org.apache.lucene.index.Term... terms) {
                parts[0]++;
            }

            @Override
            public void consumeTermsMatching(Query part, String field, Supplier<ByteRunAutomaton> automaton) {
                parts[0]++;
            }

            @Override
            public void visitLeaf(Query part) {
                parts[0]++;
            }
        });
        assertThat(parts[0]).isLessThan(IndexSearcher.getMaxClauseCount());
    }

    @Test
    void onlyWordsThatSayNothingFindWhatHasThemOrNothing() throws IOException {
        assertThat(OwnLibrary.RETRIEVAL
                        .answer(BOTH, Question.of("the of and", "en", TODAY, 10))
                        .total())
                .isZero();
    }

    @Test
    void theLimitOfClausesIsThatOfTheLibrary() {
        assertThat(IndexSearcher.getMaxClauseCount()).isEqualTo(1024);
    }
}
