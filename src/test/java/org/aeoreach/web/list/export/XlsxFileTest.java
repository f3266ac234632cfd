package org.aeoreach.web.list.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.aeoreach.web.list.cell.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private String sheet(Cell... row) throws IOException {
        Path path = directory.resolve("sheet.xlsx");
        String title = "a/b:样例*[长]" + "长".repeat(40);
        try (OutputStream out = Files.newOutputStream(path);
                RowFile file = Format.XLSX.write(out, title, ZoneId.of("Asia/Shanghai"))) {
            file.headings(List.of("名称"));
            file.row(List.of(row));
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTextAsTextEvenWhenItLooksLikeFormula() throws IOException {
        String sheet = sheet(Cell.text("=1+1"), Cell.code("0012"));
        assertThat(sheet)
                .contains("<is><t>=1+1</t></is>")
                .contains("<is><t>0012</t></is>")
                .doesNotContain("<f>");
    }

    @Test
    void keepsNumbersAndDaysAsSuch() throws IOException {
        String sheet = sheet(
                new Cell.Amount(new BigDecimal("-12.5")),
                new Cell.Day(LocalDate.of(2026, 4, 1)),
                new Cell.Moment(Instant.parse("2026-03-31T16:00:00Z")));
        // Days since 1899-12-30, as spreadsheets count them; the moment is midnight in the reader's zone.
        assertThat(sheet).contains("<v>-12.5</v>").containsPattern("<v>46113(\\.0)?</v>.*<v>46113(\\.0)?</v>");
    }

    @Test
    void leavesOutWhatNoSheetCanHold() throws IOException {
        assertThat(sheet(Cell.text("a\u0000b\u000Bc\uFFFFd"))).contains("<t>abcd</t>");
        // As the library writes it.
        String character = "&#x5b57;";
        assertThat(sheet(Cell.text("字".repeat(40_000))))
                .contains(character.repeat(32_767))
                .doesNotContain(character.repeat(32_768));
    }
}
