package org.aeoreach.library.searching.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a question. */
class AskedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "我的手机13812345678怎么绑定 | 我的手机…怎么绑定",
                "110101199003078888 | ''",
                "11010119900307888X 是谁 | … 是谁",
                "138 1234 5678 | ''",
                "138-1234-5678 打不通 | … 打不通",
                "write to li.ming@example.com please | write to … please",
                "91440300MA5DXXXX1Y 的等级 | … 的等级"
            })
    void leavesOutWhatCouldTellSomebody(String typed, String kept) {
        assertThat(AskedWords.of(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"第282号令", "2026年第34号", "Order 282", "AEOCN1234", "50000元罚款"})
    void keepsNumbersByWhichTextsAreCited(String typed) {
        assertThat(AskedWords.of(typed)).isEqualTo(typed.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "???", "\u0000\u0007", "\ud83d"})
    void keepsNothingOfWhatSaysNothing(String typed) {
        assertThat(AskedWords.of(typed)).isEmpty();
    }

    @Test
    void theSameWordsAreKeptTheSameWay() {
        assertThat(AskedWords.of("  高級認證\n ＡＥＯ  編碼 ")).isEqualTo("高级认证 aeo 编码");
        assertThat(AskedWords.of("税".repeat(5_000))).hasSize(120);
    }
}
