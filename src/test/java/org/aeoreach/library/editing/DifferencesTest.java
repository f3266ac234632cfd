package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

    /** Lines are letters; what is removed stands behind a minus, what is added behind a plus. */
    @ParameterizedTest
    @CsvSource({
        "abc, abc, abc",
        "abc, ac, a-bc",
        "ac, abc, a+bc",
        "abc, axc, a-b+xc",
        "'', ab, +a+b",
        "ab, '', -a-b",
        "abcabba, cbabac, -a-bc+bab-ba+c",
        "aab, ab, a-ab"
    })
    void tellsWhatWasRemovedAndAdded(String before, String after, String told) {
        String found = Differences.of(lines(before), lines(after)).lines().stream()
                .map(line -> switch (line.change()) {
                    case SAME -> line.text();
                    case REMOVED -> "-" + line.text();
                    case ADDED -> "+" + line.text();
                })
                .collect(Collectors.joining());
        assertThat(restored(found, '-')).isEqualTo(before);
        assertThat(restored(found, '+')).isEqualTo(after);
        assertThat(found.replaceAll("[^+-]", "")).hasSameSizeAs(told.replaceAll("[^+-]", ""));
    }

    @Test
    void theSameTextHasNoDifferences() {
        assertThat(Differences.of("a\nb", "a\nb").none()).isTrue();
        assertThat(Differences.of("a\nb", "a\nc").none()).isFalse();
    }

    @Test
    void doesNotTakeForEverOverTwoLongTexts() {
        String one = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String two = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        assertThat(Differences.of("same\n" + one, "same\n" + two).lines()).hasSize(40_001);
    }

    /** What one of the texts was: its own lines and those of both. */
    private static String restored(String told, char own) {
        char other = own == '-' ? '+' : '-';
        return told.replaceAll("[" + other + "].", "").replace(String.valueOf(own), "");
    }

    private static String lines(String letters) {
        return String.join("\n", letters.split(""));
    }
}
