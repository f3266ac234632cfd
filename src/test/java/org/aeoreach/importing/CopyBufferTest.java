package org.aeoreach.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyBufferTest {

    private final CopyBuffer buffer = new CopyBuffer();

    private void row(long number, String cell) {
        buffer.begin(number);
        buffer.cell(cell);
        buffer.end();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "海关", "𠮷野家", "a𠮷", "\uFFFF", "߿ࠀ"})
    void writesTextsAsTheyAre(String cell) {
        row(7, cell);
        assertThat(text(buffer.bytes())).isEqualTo("7\t" + cell + "\n");
    }

    @Test
    void markHasNoMeaningWithinText() {
        row(1, "a\tb\nc\rd\\N");
        buffer.begin(2);
        buffer.cell(null);
        buffer.end();
        assertThat(text(buffer.bytes())).isEqualTo("1\ta\\tb\\nc\\rd\\\\N\n2\t\\N\n");
    }

    /** Half of a pair of surrogates is no character and cannot be sent. */
    @Test
    void halfACharacterBecomesAQuestionMark() {
        row(1, "a\uD842\tb\uDFB7");
        assertThat(text(buffer.bytes())).isEqualTo("1\ta?\\tb?\n");
    }

    @Test
    void putsRowsInTheOrderOfTexts() {
        row(1, "丙");
        row(2, "甲");
        row(3, "乙");
        assertThat(text(buffer.bytesBy(List.of("c", "a", "b")))).isEqualTo("2\t甲\n3\t乙\n1\t丙\n");
    }

    @Test
    void isUsedAgainAndGrows() {
        row(1, "x".repeat(3 << 20));
        buffer.clear();
        for (int i = 0; i < 5000; i++) {
            row(i, "甲");
        }
        assertThat(buffer.rows()).isEqualTo(5000);
        assertThat(text(buffer.bytes())).startsWith("0\t甲\n1\t甲\n").endsWith("4999\t甲\n");
        assertThat(text(buffer.bytes()).lines()).hasSize(5000);
    }
}
