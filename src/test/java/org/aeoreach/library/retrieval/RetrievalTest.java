package org.aeoreach.library.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aeoreach.search.text.Highlight;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library's search promises, on the documents that come with the program. */
class RetrievalTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final IndexSearcher BOTH = OwnLibrary.index(language -> true);

    private static Answer ask(String text, String language) throws IOException {
        return ask(Question.of(text, language, TODAY, 10));
    }

    private static Answer ask(Question question) throws IOException {
        return OwnLibrary.RETRIEVAL.answer(BOTH, question);
    }

    private static List<String> keys(Answer answer) {
        return answer.hits().stream().map(Answer.Hit::key).toList();
    }

    private static String plain(List<Highlight.Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第251号令", "251号令", "251号", "Order 251", "order no. 251", "总署第251号令", "第２５１号令", "總署第251號令"})
    void findsAnOrderInWhateverWayItIsCited(String cited) throws IOException {
        assertThat(keys(ask(cited, "zh"))).first().isEqualTo("policy-order-251");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年第34号", "2026 No. 34", "2026 No.34", "公告〔2026〕34号", "海关总署公告2026年第34号"})
    void findsAnAnnouncementInWhateverWayItIsCited(String cited) throws IOException {
        assertThat(keys(ask(cited, "zh"))).first().isEqualTo("policy-2026-no-34");
    }

    @Test
    void readsTraditionalCharactersAndWideLettersAsTheSame() throws IOException {
        assertThat(keys(ask("高級認證企業 ＡＥＯ 編碼", "zh"))).isEqualTo(keys(ask("高级认证企业 AEO 编码", "zh")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"紫藤萝瀑布", "紫藤萝瀑布qqzzxx", "请问怎么种西红柿", "how do I get a qqzzxx"})
    void findsNothingForWhatNoTextSpeaksOf(String question) throws IOException {
        assertThat(ask(question, "zh").total()).isZero();
    }

    @Test
    void findsByASingleCharacterWhenThatIsAllThatWasTyped() throws IOException {
        assertThat(ask("税", "zh").total()).isPositive();
    }

    @Test
    void answersInTheReadersLanguageWhateverTheQuestionIsIn() throws IOException {
        Answer answer = ask("公司亏损还能通过认证吗", "en");
        assertThat(keys(answer).subList(0, 3)).contains("question-loss-making-company");
        assertThat(answer.hits()).extracting(Answer.Hit::language).containsOnly("en");
        assertThat(plain(answer.hits().get(0).passage().text())).containsAnyOf("profit", "loss");
    }

    @Test
    void findsThroughTheGlossaryWhatIsThereInTheOtherLanguageOnly() throws IOException {
        IndexSearcher english = OwnLibrary.index("en"::equals);
        Answer answer = OwnLibrary.RETRIEVAL.answer(english, Question.of("封条管理要求", "zh", TODAY, 3));
        assertThat(keys(answer)).contains("standard-2026-55-seals");
        assertThat(answer.hits()).extracting(Answer.Hit::language).containsOnly("en");
    }

    @Test
    void putsWhatIsRepealedBehindUnlessTheDayLiesInItsTime() throws IOException {
        List<String> now = keys(ask("多久复核一次", "zh"));
        List<String> then = keys(ask(Question.of("多久复核一次", "zh", LocalDate.of(2023, 5, 1), 10)));
        assertThat(now.indexOf("question-how-often-re-check")).isZero();
        assertThat(now).contains("question-re-check-under-order-251");
        assertThat(then.indexOf("question-re-check-under-order-251"))
                .as("in force on that day")
                .isLessThan(now.indexOf("question-re-check-under-order-251"));
    }

    @ParameterizedTest
    @CsvSource({
        "zh, '根据海关总署第251号令，我公司三年前通过的高级认证企业，现在要重新复核，内部审计、单证控制、信息安全、货物装卸、集装箱封条、商业伙伴安全、"
                + "教育培训这些项目分别要准备什么材料，提前多久要向海关提交申请书和自评报告？', policy-order-251",
        "zh, 237号令里企业信用等级的认定标准、管理措施、守法经营、失信企业的规定和现在的办法有什么不同，对报关企业有什么影响，认证标准是不是也变了, policy-order-237"
    })
    void findsARepealedRuleThatALongQuestionCitesAndSaysThatItIsRepealed(String language, String text, String key)
            throws IOException {
        assertThat(ask(text, language).hits())
                .filteredOn(hit -> hit.key().equals(key))
                .singleElement()
                .satisfies(hit -> assertThat(hit.repealed()).isNotNull().isBeforeOrEqualTo(TODAY));
        var part = new Question.Part(true, false, 0, 10);
        assertThat(keys(ask(new Question(text, language, Map.of(), TODAY, part))))
                .doesNotContain(key);
    }

    private static LibraryDocument sample(long id, LibraryDocument.Keeper keeper, @Nullable LocalDate repealed) {
        var facts = new LibraryDocument.Facts(
                keeper, "GUIDE", List.of(), List.of(), List.of(), "0000", "", null, null, repealed);
        var text = new LibraryText("zh", "窗口指引" + id, "窗口", List.of());
        return new LibraryDocument(id, "guide-" + id, facts, List.of(text));
    }

    @Test
    void whatHoldsUntilTheEndOfAllCalendarsIsInForce() throws IOException {
        var everywhere = LibraryDocument.Keeper.EVERYWHERE;
        IndexSearcher guides = OwnLibrary.index(
                List.of(sample(1, everywhere, LocalDate.of(9999, 12, 31)), sample(2, everywhere, TODAY)));
        var part = new Question.Part(true, false, 0, 10);
        assertThat(keys(OwnLibrary.RETRIEVAL.answer(guides, new Question("窗口指引", "zh", Map.of(), TODAY, part))))
                .containsExactly("guide-1");
    }

    @Test
    void aDistrictsGuideIsForItsOwnArea() throws IOException {
        var district = new LibraryDocument.Keeper("5300", "0000.5300.");
        IndexSearcher guides = OwnLibrary.index(List.of(
                sample(1, LibraryDocument.Keeper.EVERYWHERE, null),
                sample(2, district, null),
                sample(3, new LibraryDocument.Keeper("2200", "0000.2200."), null)));
        for (String area : List.of("0000.5300.", "0000.5300.5304.")) {
            assertThat(keysIn(guides, area)).containsExactlyInAnyOrder("guide-1", "guide-2");
        }
        assertThat(keysIn(guides, "0000.")).hasSize(3);
        assertThat(keysIn(guides, "")).containsExactly("guide-1");
        assertThat(keysIn(guides, "0000.530")).as("no unit").containsExactly("guide-1");
        assertThat(OwnLibrary.RETRIEVAL.suggest(guides, new Typed("窗口", "zh", "0000.2200."), 10))
                .extracting(Suggestion::key)
                .containsExactlyInAnyOrder("guide-1", "guide-3");
    }

    private static List<String> keysIn(IndexSearcher guides, String area) throws IOException {
        Answer answer = OwnLibrary.RETRIEVAL.answer(
                guides, Question.of("窗口指引", "zh", TODAY, 10).in(area));
        assertThat(answer.hits())
                .allMatch(hit -> hit.key().equals("guide-1") ? hit.district() == null : hit.district() != null);
        assertThat(answer.facets().get("kind")).containsEntry("GUIDE", answer.total());
        return keys(answer);
    }

    /** A book is found by all its words, and its passage is from its beginning. */
    @Test
    void readsOnlyTheBeginningOfABookForAPassage() throws IOException {
        var facts = sample(1, LibraryDocument.Keeper.EVERYWHERE, null).facts();
        var book = new LibraryText(
                "zh",
                "大全",
                "",
                List.of(
                        new LibraryText.Section("first", "第一章", "海关。".repeat(7_000)),
                        new LibraryText.Section("last", "第二章", "封条由专人保管。")));
        IndexSearcher books = OwnLibrary.index(List.of(new LibraryDocument(1, "book", facts, List.of(book))));
        Answer answer = OwnLibrary.RETRIEVAL.answer(books, Question.of("封条保管", "zh", TODAY, 10));
        assertThat(keys(answer)).containsExactly("book");
        assertThat(answer.hits().get(0).passage().anchor()).isNotEqualTo("last");
    }

    @Test
    void leavesOutWhatIsNotInForceWhenAsked() throws IOException {
        var part = new Question.Part(true, false, 0, 50);
        Answer answer = ask(new Question("第251号令", "zh", Map.of(), TODAY, part));
        assertThat(keys(answer)).doesNotContain("policy-order-251").isNotEmpty();
    }

    @Test
    void findsAPhraseOnlyWhereItStands() throws IOException {
        Answer phrase = ask("\"seven points\"", "en");
        assertThat(phrase.total())
                .isPositive()
                .isLessThan(ask("seven points", "en").total());
        assertThat(phrase.hits()).allSatisfy(hit -> assertThat(OwnLibrary.documents().stream()
                        .filter(document -> document.id().equals(hit.key()))
                        .findFirst()
                        .orElseThrow()
                        .text("en")
                        .markdown()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("\\s+", " "))
                .containsPattern("seven[- ]points?"));
    }

    @Test
    void findsEachDocumentOnceByAPhraseThatStandsInBothLanguages() throws IOException {
        assertThat(keys(ask(Question.of("\"AEOCN\"", "zh", TODAY, 200))))
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatStandsBehindAMinus() throws IOException {
        assertThat(keys(ask("封条", "zh"))).contains("question-loading-a-container");
        assertThat(keys(ask("封条 -集装箱", "zh"))).isNotEmpty().doesNotContain("question-loading-a-container");
        assertThat(keys(ask("C-TPAT", "en"))).as("a hyphen is no minus").contains("question-us-canada-india-vietnam");
    }

    @Test
    void narrowsByFacetsAndCountsThem() throws IOException {
        Answer all = ask(Question.of("集装箱", "zh", TODAY, 200));
        var part = new Question.Part(false, false, 0, 200);
        Answer scenarios = ask(new Question("集装箱", "zh", Map.of("kind", List.of("VALIDATION_SCENARIO")), TODAY, part));
        assertThat(scenarios.hits()).extracting(Answer.Hit::kind).containsOnly("VALIDATION_SCENARIO");
        assertThat(scenarios.total()).isLessThan(all.total()).isPositive();
        assertThat(all.facets().getOrDefault("kind", Map.of()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(all.total());
        assertThat(keys(all)).doesNotHaveDuplicates().hasSize((int) all.total());
    }

    @Test
    void givesPartAfterPartWithoutAGapOrARepetition() throws IOException {
        List<String> whole = keys(ask(Question.of("查验", "zh", TODAY, 20)));
        List<String> first = keys(ask(Question.of("查验", "zh", TODAY, 10)));
        var second = new Question("查验", "zh", Map.of(), TODAY, new Question.Part(false, false, 10, 10));
        assertThat(first).isEqualTo(whole.subList(0, 10));
        assertThat(keys(ask(second))).isEqualTo(whole.subList(10, whole.size()));
    }

    @Test
    void sortsByDate() throws IOException {
        var part = new Question.Part(false, true, 0, 20);
        Answer answer = ask(new Question("号令", "zh", Map.of("kind", List.of("POLICY")), TODAY, part));
        List<LocalDate> days = answer.hits().stream()
                .map(Answer.Hit::effective)
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(days).hasSizeGreaterThan(3).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({
        "认正企业, zh, 认证企业",
        "信用修付, zh, 信用修复",
        "协调原, zh, 协调员",
        "gaurantee waver, en, guarantee waiver",
        "inspecton of conteiner, en, inspection of container"
    })
    void saysWhatWasProbablyMeantAndLooksForItToo(String typed, String language, String meant) throws IOException {
        Answer answer = ask(typed, language);
        assertThat(answer.meant()).isEqualTo(meant);
        assertThat(keys(answer))
                .containsAnyElementsOf(keys(ask(meant, language)).subList(0, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "fumigat, en, fumigation",
        "wood packag, en, wood packaging",
        "Order 25, en, order 251",
        "2026 No. 3, zh, 2026 No. 34"
    })
    void findsByTheBeginningOfAWordOrOfANumber(String typed, String language, String whole) throws IOException {
        Answer begun = ask(typed, language);
        assertThat(begun.meant()).isEmpty();
        assertThat(keys(begun)).contains(keys(ask(whole, language)).get(0));
    }

    @ParameterizedTest
    @CsvSource({"认证企业的查验率, zh", "trucks, en", "correcting faults, en", "AEOCN, en"})
    void doesNotCorrectWhatIsRight(String typed, String language) throws IOException {
        assertThat(ask(typed, language).meant()).isEmpty();
    }

    @Test
    void showsWholeSentencesFromTheSectionThatAnswers() throws IOException {
        Answer.Hit hit = ask("木托盘 IPPC 标识", "zh").hits().stream()
                .filter(each -> each.key().equals("standard-2026-59-wood-packaging"))
                .findFirst()
                .orElseThrow();
        String text = plain(hit.passage().text());
        assertThat(text).contains("IPPC").hasSizeLessThan(300);
        assertThat(text).endsWith("。");
        assertThat(hit.passage().text())
                .anyMatch(part -> part.hit() && part.text().contains("IPPC"));
    }

    @Test
    void leadsToTheSectionAndNamesOthers() throws IOException {
        Answer.Hit hit = ask("整改期间保留等级吗", "zh").hits().get(0);
        assertThat(hit.key())
                .isIn(
                        "guide-correction-period",
                        "interpretation-correction-and-tolerance",
                        "question-do-small-faults-mean-failure");
        assertThat(OwnLibrary.documents().stream()
                        .filter(document -> document.id().equals(hit.key()))
                        .findFirst()
                        .orElseThrow()
                        .text("zh")
                        .anchors())
                .containsAll(hit.others().stream().map(Answer.Other::anchor).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "什么是, zh, question-what-is-an-aeo",
        "zhenggai, zh, guide-correction-period",
        "zgq, zh, guide-correction-period",
        "with bra, en, arrangement-brazil",
        "整改期, zh, guide-correction-period"
    })
    void suggestsTitles(String typed, String language, String key) throws IOException {
        assertThat(OwnLibrary.RETRIEVAL.suggest(BOTH, new Typed(typed, language, ""), 10))
                .extracting(Suggestion::key)
                .contains(key);
    }

    private static Answer steered(Steering steering, String text) throws IOException {
        return OwnLibrary.RETRIEVAL.steered(steering).answer(BOTH, Question.of(text, "zh", TODAY, 10));
    }

    @Test
    void putsFirstWhatEditorsChoseForExactlyTheseWords() throws IOException {
        List<String> chosen = List.of("arrangement-brazil", "policy-order-251");
        var steering = new Steering(List.of(), Map.of(Steering.words("多久复核一次？"), chosen));
        List<String> plain = keys(ask("多久 复核一次", "zh"));
        List<String> first = keys(steered(steering, "多久 复核一次"));
        assertThat(first.subList(0, 2)).isEqualTo(chosen);
        assertThat(first.subList(2, 10))
                .isEqualTo(plain.stream()
                        .filter(key -> !chosen.contains(key))
                        .limit(8)
                        .toList());
        assertThat(keys(steered(steering, "复核多久一次"))).as("other words").doesNotContain("arrangement-brazil");
    }

    @Test
    void aChosenDocumentStaysOutWhereTheFiltersLeaveItOut() throws IOException {
        var steering = new Steering(List.of(), Map.of("复核", List.of("policy-order-251")));
        var part = new Question.Part(true, false, 0, 10);
        Answer answer =
                OwnLibrary.RETRIEVAL.steered(steering).answer(BOTH, new Question("复核", "zh", Map.of(), TODAY, part));
        assertThat(keys(answer)).isNotEmpty().doesNotContain("policy-order-251");
    }

    @Test
    void findsByWordsThatEditorsJoined() throws IOException {
        assertThat(keys(ask("小绿本", "zh"))).doesNotContain("standard-2026-55-seals");
        var same = new Steering(List.of(Steering.concept(List.of("小绿本", "封条", "seal"))), Map.of());
        assertThat(keys(steered(same, "小绿本")).subList(0, 3)).contains("standard-2026-55-seals");
    }

    @Test
    void saysWhyADocumentStandsWhereItDoes() throws IOException {
        Why why = OwnLibrary.RETRIEVAL
                .why(BOTH, Question.of("请问第251号令复核要多久", "zh", TODAY, 50), List.of("policy-order-251"))
                .get(0);
        assertThat(why.behind().repealed()).isTrue();
        assertThat(why.place()).isPositive();
        assertThat(String.join("", why.inText())).contains("251").contains("复核");
        assertThat(String.join("", why.inText())).doesNotContain("请问");
    }
}
