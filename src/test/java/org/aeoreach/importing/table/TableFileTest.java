package org.aeoreach.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aeoreach.platform.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("file"), content);
    }

    private Path text(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String how, ThrowingCallable look) {
        assertThatThrownBy(look).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.key()).isEqualTo("importing.file." + how)));
    }

    @Test
    void refusesFileCutOffInTheMiddleOfARow() throws IOException {
        Path cut = text("a,b,c\n1,2,3\n4,5");
        refused("cut", () -> TableFile.look(cut, false, null));
    }

    @Test
    void refusesFileCutOffWithinACharacter() throws IOException {
        byte[] whole = "名称,b\n深圳,2\n上海".getBytes(StandardCharsets.UTF_8);
        Path cut = file(Arrays.copyOf(whole, whole.length - 1));
        refused("cut-end", () -> TableFile.look(cut, false, null));
    }

    @Test
    void refusesQuotationThatIsNeverClosed() throws IOException {
        Path open = text("a,b\n1,\"2\n3,4\n");
        refused("quote", () -> TableFile.look(open, false, null));
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path nul = text("a,b\n1,\0\n");
        refused("encoding", () -> TableFile.look(nul, false, null));
        Path wild = file(new byte[] {'a', '\n', (byte) 0xFF, (byte) 0xFF, '\n'});
        refused("encoding", () -> TableFile.look(wild, false, null));
    }

    @Test
    void refusesFileWithoutRows() throws IOException {
        Path header = text("a,b\n\n , \n");
        refused("empty", () -> TableFile.look(header, false, null));
        Path rowsOnly = text("1,2\n3,4\n");
        refused("header", () -> TableFile.look(rowsOnly, false, null));
        Path twice = text("a,a\n3,4\n");
        refused("header-twice", () -> TableFile.look(twice, false, null));
    }

    @Test
    void recognisesEncodingAndSeparator() throws IOException {
        String rows = "海关编码;名称\n5304000001;甲;\n";
        TableLook gb = TableFile.look(file(rows.getBytes(GB18030)), false, null);
        assertThat(gb.reading()).isEqualTo(new Reading("GB18030", ";", ""));
        assertThat(gb.header()).containsExactly("海关编码", "名称");
        TableLook marked = TableFile.look(text("\uFEFF" + rows.replace(';', '\t')), false, null);
        assertThat(marked.reading()).isEqualTo(new Reading("UTF-8", "\t", ""));
        assertThat(marked.header()).startsWith("海关编码");
        TableLook wide = TableFile.look(file(rows.getBytes(StandardCharsets.UTF_16)), false, null);
        assertThat(wide.header()).containsExactly("海关编码", "名称");
    }

    @Test
    void readsQuotedCellsAndTellsLines() throws IOException {
        Path file = text("a,b\r\n\"x \"\"y\"\",\r\nz\",2\r\n\r\n=\"0012\",=1+1\r\n");
        try (TableRows rows = TableFile.open(file, Reading.text("UTF-8", ','))) {
            rows.next();
            assertThat(rows.next()).containsExactly("x \"y\",\r\nz", "2");
            assertThat(rows.line()).isEqualTo(2);
            assertThat(rows.next()).containsExactly("0012", "=1+1");
            assertThat(rows.line()).isEqualTo(5);
            assertThat(rows.next()).isNull();
        }
    }

    private Path workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "x");
            fill.accept(workbook.newWorksheet("企业"));
        }
        return file(out.toByteArray());
    }

    @Test
    void readsWorkbook() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "customs_code");
            sheet.value(0, 2, "day");
            sheet.value(1, 0, 5304000001L);
            sheet.value(1, 2, LocalDate.of(2026, 4, 1));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(3, 0, "<甲 & 乙>");
            sheet.formula(3, 2, "A1+1");
        });
        TableLook look = TableFile.look(file, true, "企业");
        assertThat(look.sheets()).containsExactly("Notes", "企业");
        assertThat(look.header()).containsExactly("customs_code", "", "day");
        assertThat(look.sample()).containsExactly(List.of("5304000001", "", "2026-04-01"), List.of("<甲 & 乙>", "", "="));
        assertThat(look.rows()).isEqualTo(2);
        refused("empty", () -> TableFile.look(file, true, null));
        refused("sheet", () -> TableFile.look(file, true, "2019"));
    }

    private static void shown(Worksheet sheet, int row, double number, String format) {
        sheet.value(row, 0, number);
        sheet.style(row, 0).format(format).set();
    }

    @Test
    void momentsAndTimesOfCellsKeepTheirTime() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "at");
            sheet.value(1, 0, LocalDateTime.of(2026, 3, 2, 9, 5, 7));
            sheet.style(1, 0).format("yyyy-mm-dd hh:mm").set();
            shown(sheet, 2, 95 / 1440.0, "h:mm:ss");
            shown(sheet, 3, 95 / 1440.0, "[mm]:ss");
            shown(sheet, 4, 1.25, "[h]:mm");
            shown(sheet, 5, 46083.5, "hh:mm");
            shown(sheet, 6, 46083, "d/m/yyyy");
            shown(sheet, 7, 0.25, "0.00\" hours\"");
            sheet.value(8, 0, 0.25);
        });
        List<String> read = new ArrayList<>();
        try (TableRows rows =
                TableFile.open(file, TableFile.look(file, true, "企业").reading())) {
            for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
                read.add(cells[0]);
            }
        }
        assertThat(read)
                .containsExactly(
                        "at",
                        "2026-03-02T09:05:07",
                        "1:35:00",
                        "1:35:00",
                        "30:00:00",
                        "2026-03-02T12:00:00",
                        "2026-03-02",
                        "0.25",
                        "0.25");
    }

    @Test
    void refusesWorkbookThatIsCutOrDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(sheet -> {
            sheet.value(0, 0, "a");
            sheet.value(1, 0, "b");
        }));
        Path cut = file(Arrays.copyOf(whole, whole.length / 2));
        refused("broken", () -> TableFile.look(cut, true, null));
        Path torn = zip(Map.of("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1"), 1);
        refused("broken", () -> TableFile.look(torn, true, null));
    }

    @Test
    void refusesWorkbookThatSwells() throws IOException {
        Path bomb = zip(Map.of("xl/worksheets/sheet1.xml", "<worksheet><sheetData>"), 64 << 20);
        refused("bomb", () -> TableFile.look(bomb, true, null));
    }

    @Test
    void resolvesNoEntities() throws IOException {
        String sheet = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";
        refused("broken", () -> TableFile.look(zip(Map.of("xl/worksheets/sheet1.xml", sheet), 0), true, null));
    }

    /** A workbook of one sheet, followed by so many blanks. */
    private Path zip(Map<String, String> parts, int blanks) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>",
                    0);
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                    0);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue(), blanks);
            }
        }
        return file(out.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, String text, int blanks) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        byte[] some = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        OutputStream out = zip;
        for (int left = blanks; left > 0; left -= some.length) {
            out.write(some, 0, Math.min(left, some.length));
        }
        zip.closeEntry();
    }
}
