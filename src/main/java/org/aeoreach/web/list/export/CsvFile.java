package org.aeoreach.web.list.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.cell.CellText;

/** CSV as RFC 4180 describes it, in UTF-8 with a byte order mark: without one, Excel takes Chinese for Latin 1. */
final class CsvFile implements RowFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    // What makes spreadsheet programs compute a cell (OWASP, CSV injection), and its full-width forms.
    private static final String COMPUTES = "=+-@\t\r＝＋－＠";

    private final Writer out;
    private final ZoneId zone;

    CsvFile(OutputStream out, ZoneId zone) throws IOException {
        this.zone = zone;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.out.write(BYTE_ORDER_MARK);
    }

    @Override
    public void headings(List<String> words) throws IOException {
        line(words.stream().map(CsvFile::defused).toList());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        line(cells.stream().map(this::text).toList());
    }

    /** Numbers may begin with a minus sign; nobody writes a formula into one. */
    private String text(Cell cell) {
        return cell instanceof Cell.Amount ? CellText.of(cell, zone) : defused(CellText.of(cell, zone));
    }

    static String defused(String text) {
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first < text.length() && COMPUTES.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
    }

    private static boolean isBlank(char c) {
        return c != '\t'
                && c != '\r'
                && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK);
    }

    private void line(List<String> texts) throws IOException {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(texts.get(i)));
        }
        out.write("\r\n");
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
