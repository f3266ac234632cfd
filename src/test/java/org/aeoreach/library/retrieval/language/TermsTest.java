package org.aeoreach.library.retrieval.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Into which terms texts and questions are cut. */
class TermsTest {

    private static List<String> pairs(String text) {
        return Terms.pairs(text).stream().map(Term::text).toList();
    }

    @Test
    void chineseBecomesOverlappingPairsAndCodesStayWhole() {
        assertThat(pairs("高级认证")).containsExactly("高级", "级认", "认证");
        assertThat(pairs("AEOCN编码")).containsExactly("aeocn", "编码");
        assertThat(pairs("税")).containsExactly("税");
    }

    @Test
    void aWordOfTheTradeIsATermBesideItsCharacters() {
        Dictionary dictionary = new Dictionary(Set.of("整改期"));
        assertThat(Terms.words("整改期限", dictionary).stream().map(Term::text)).containsExactly("整", "改", "期", "整改期", "限");
        assertThat(Terms.words("整改期限", dictionary).stream().map(Term::step)).containsExactly(1, 1, 1, 0, 1);
    }

    @Test
    void englishBecomesStemsWithoutEmptyWords() {
        assertThat(pairs("The company's inspections were waived")).containsExactly("compani", "inspect", "waiv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第251号令 | no251",
                "251号 | no251",
                "Order 251 | no251",
                "Order No. 251 | no251",
                "2026年第34号 | 2026no34",
                "2026 No. 34 | 2026no34",
                "〔2026〕34号 | 2026no34",
                "第23项 | item23",
                "item 23 | item23"
            })
    void aNumberThatIsCitedIsATermOfItsOwn(String text, String term) {
        assertThat(pairs(text)).contains(term);
    }

    @ParameterizedTest
    @CsvSource({"5万元, 50000", "'50,000 yuan', 50000", "0.5万, 5000", "1.2, 1.2", "３０天, 30", "'1,2', 1"})
    void numbersHaveOneWayOfWriting(String text, String number) {
        assertThat(pairs(text)).contains(number);
    }

    @Test
    void everyTermKnowsItsPlaceInTheTextAsItIsWritten() {
        String text = "總署第251號令，AEO企業";
        for (Term term : Terms.pairs(text)) {
            assertThat(term.end()).isGreaterThan(term.start()).isLessThanOrEqualTo(text.length());
        }
        Term last = Terms.pairs(text).get(Terms.pairs(text).size() - 1);
        assertThat(text.substring(last.start(), last.end())).isEqualTo("企業");
        assertThat(last.text()).isEqualTo("企业");
    }

    @Test
    void aQuestionIsWhatIsLeftWithoutWhatIsSaidAroundIt() {
        Dictionary dictionary = new Dictionary(Set.of("会计师事务所", "不合格"));
        assertThat(dictionary.core("请问我们怎么申请认证呢").replaceAll("\\s", "")).isEqualTo("申请认证");
        assertThat(dictionary.core("会计师事务所要求不合格").replaceAll("\\s", "")).isEqualTo("会计师事务所要求不合格");
        assertThat(dictionary.core("怎么样呢")).as("nothing else is left").isEqualTo("怎么样呢");
    }
}
