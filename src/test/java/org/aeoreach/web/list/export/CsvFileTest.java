package org.aeoreach.web.list.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.aeoreach.web.list.cell.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static String file(List<String> headings, List<Cell> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowFile file = Format.CSV.write(out, "样例", SHANGHAI)) {
            file.headings(headings);
            file.row(row);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void beginsWithByteOrderMarkAndQuotesWhatNeedsIt() throws IOException {
        String text = file(List.of("名称", "备注"), List.of(Cell.text("深圳,海关"), Cell.text("他说\"好\"\n再见")));
        assertThat(text).isEqualTo("\uFEFF名称,备注\r\n\"深圳,海关\",\"他说\"\"好\"\"\n再见\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "  =1",
                "\u3000=1",
                "\u00A0=1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "\uFEFF=1"
            })
    void defusesWhatSpreadsheetWouldCompute(String text) {
        assertThat(CsvFile.defused(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "海关", "1-2", "a=b", "'=1", "0000.5300."})
    void leavesOtherTextAsItIs(String text) {
        assertThat(CsvFile.defused(text)).isEqualTo(text);
    }

    @Test
    void writesNumbersDaysAndTimesAsOthersReadThem() throws IOException {
        String text = file(
                List.of("=a"),
                List.of(
                        new Cell.Amount(new BigDecimal("-12.50")),
                        new Cell.Day(LocalDate.of(2026, 4, 1)),
                        new Cell.Moment(Instant.parse("2026-03-31T16:00:05Z")),
                        Cell.beside(Cell.text("甲"), Cell.NONE, Cell.code("5304")),
                        Cell.status("=HYPERLINK(1)", Cell.Tone.GOOD)));
        assertThat(text).isEqualTo("\uFEFF'=a\r\n-12.50,2026-04-01,2026-04-01 00:00:05,甲 5304,'=HYPERLINK(1)\r\n");
    }
}
