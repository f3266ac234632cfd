package org.aeoreach.web.list.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.cell.CellText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A spreadsheet: numbers are numbers, days are days, and text is text even where it looks like a formula. */
final class XlsxFile implements RowFile {

    // Excel's own limits.
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_TITLE = 31;
    private static final int ROWS_IN_MEMORY = 1000;

    private final Workbook book;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int row;

    XlsxFile(OutputStream out, String title, ZoneId zone) {
        this.zone = zone;
        book = new Workbook(out, "AEO Reach", null);
        String name = title.replaceAll("[\\[\\]\\\\/*?:']", " ").strip();
        sheet = book.newWorksheet(name.substring(0, Math.min(name.length(), LONGEST_TITLE)));
        sheet.freezePane(0, 1);
    }

    @Override
    public void headings(List<String> words) throws IOException {
        for (int column = 0; column < words.size(); column++) {
            sheet.inlineString(row, column, words.get(column));
            sheet.style(row, column).bold().set();
            sheet.width(column, 22);
        }
        row++;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            sheet.value(row, column, amount.value());
        } else if (cell instanceof Cell.Day day) {
            sheet.value(row, column, day.day());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Cell.Moment moment) {
            sheet.value(
                    row,
                    column,
                    moment.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toLocalDateTime());
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (!cell.isEmpty()) {
            sheet.inlineString(row, column, legal(CellText.of(cell, zone)));
        }
    }

    /** XML has no place for control characters, Excel none for more than so many characters. */
    private static String legal(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return cut.codePoints()
                .filter(c ->
                        c >= ' ' ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF) : c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
