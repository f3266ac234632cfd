package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    private static final List<String> COLUMNS = List.of("code", "name");

    @Test
    void readsQuotedCommasQuotesAndChinese() throws IOException {
        assertThat(read("code,name\n5304,\"蛇口, \"\"Shekou\"\"\"\n5316,大鹏\n"))
                .containsExactly("5304=蛇口, \"Shekou\"", "5316=大鹏");
    }

    @Test
    void readsCarriageReturnsAndMissingLastLineEnd() throws IOException {
        assertThat(read("code,name\r\n5304,蛇口")).containsExactly("5304=蛇口");
    }

    @Test
    void readsEmptyValueAsNone() throws IOException {
        assertThat(read("code,name\n5304,\n")).containsExactly("5304=null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,name;5304,a;5316             | some.csv, line 3: 1 columns instead of 2",
                "code,name;5304,a,b                | some.csv, line 2: 3 columns instead of 2",
                "code,name;5304,a;;5316,b          | some.csv, line 3: 1 columns instead of 2",
                "name,code;a,5304                  | some.csv, line 1: header is [name, code] instead of [code, name]",
                "code,name,more;5304,a,b           | some.csv, line 1: header is [code, name, more]",
                "code,name;5304,a;,b               | some.csv, line 3: code is empty",
                "code,name;5304,\"a                | some.csv, line 2",
                "''                                | some.csv, line 1: empty file"
            })
    void namesFileAndLineOfAFault(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n')))
                .isInstanceOf(MalformedCsv.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void countsLinesInsideQuotedValues() {
        assertThatThrownBy(() -> read("code,name\n5304,\"a\nb\"\n5316\n"))
                .hasMessage("some.csv, line 4: 1 columns instead of 2");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] gbk = {'c', 'o', 'd', 'e', ',', 'n', 'a', 'm', 'e', '\n', '1', ',', (byte) 0xc9, (byte) 0xdf, '\n'};
        InputStreamReader text =
                new InputStreamReader(new ByteArrayInputStream(gbk), StandardCharsets.UTF_8.newDecoder());
        assertThatThrownBy(() -> CsvFile.read("some.csv", text, COLUMNS, CsvRow::line))
                .isInstanceOf(MalformedCsv.class)
                .hasMessageStartingWith("some.csv, line ");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> CsvFile.resource("reference/none.csv", COLUMNS, CsvRow::line))
                .hasMessageContaining("reference/none.csv");
    }

    private static List<String> read(String text) throws IOException {
        return CsvFile.read(
                "some.csv", new StringReader(text), COLUMNS, row -> row.text("code") + "=" + row.textOrNull("name"));
    }
}
