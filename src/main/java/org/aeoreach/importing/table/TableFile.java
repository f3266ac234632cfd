package org.aeoreach.importing.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** A file that holds a table. */
public final class TableFile {

    private static final int BUFFER = 1 << 16;
    private static final int SAMPLE = 20;
    private static final String SEPARATORS = ",;\t";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TableFile() {}

    /** A problem with the file as a whole, told at the field of that name. */
    static Problem refused(String what, @Nullable Object... arguments) {
        return Problem.invalid("file", "importing.file." + what, arguments);
    }

    /**
     * Reads the whole file once.
     *
     * @param sheet which one of a workbook, or null for the first
     * @throws Problem 400 when it is no whole table: its encoding, a quotation mark that is never closed, an end in the
     *     middle of a row, no rows, two columns of one name, a sheet it has not
     */
    public static TableLook look(Path path, boolean workbook, @Nullable String sheet) throws IOException {
        if (!workbook) {
            return look(path, textReading(path), List.of());
        }
        List<String> sheets = Workbook.sheets(path);
        if (sheets.isEmpty() || sheet != null && !sheets.contains(sheet)) {
            throw refused("sheet");
        }
        return look(path, Reading.sheet(sheet == null ? sheets.get(0) : sheet), sheets);
    }

    private static TableLook look(Path path, Reading reading, List<String> sheets) throws IOException {
        try (TableRows rows = open(path, reading)) {
            List<String> header = header(rows.next());
            List<List<String>> sample = new ArrayList<>();
            long count = 0;
            for (String[] row = rows.next(); row != null; row = rows.next()) {
                count++;
                if (sample.size() < SAMPLE) {
                    sample.add(List.of(row));
                }
            }
            if (count == 0) {
                throw refused("empty");
            }
            return new TableLook(reading, sheets, header, count, sample);
        }
    }

    private static List<String> header(String @Nullable [] row) {
        if (row == null) {
            throw refused("empty");
        }
        List<String> header = Arrays.stream(row).map(String::strip).toList();
        List<String> named = header.stream().filter(each -> !each.isEmpty()).toList();
        if (named.size() != named.stream().distinct().count()) {
            throw refused("header-twice");
        }
        if (named.stream().allMatch(each -> each.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.'))) {
            throw refused("header");
        }
        return header;
    }

    /** Reads it again as it was found to be. */
    public static TableRows open(Path path, Reading reading) throws IOException {
        return reading.workbook()
                ? Workbook.rows(path, reading.sheet())
                : new TextRows(
                        reader(path, Charset.forName(reading.charset())),
                        reading.separator().charAt(0));
    }

    private static Reader reader(Path path, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(path);
        Reader reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        reader = new BufferedReader(reader, BUFFER);
        reader.mark(1);
        try {
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
        } catch (CharacterCodingException e) {
            reader.close();
            throw refused("encoding");
        }
        return reader;
    }

    private static Reading textReading(Path path) throws IOException {
        Charset charset = Encoding.of(path);
        try (Reader reader = reader(path, charset)) {
            return Reading.text(charset.name(), separator(reader));
        }
    }

    /** The separator that stands most often in the first line, outside of quotation marks. */
    private static char separator(Reader reader) throws IOException {
        int[] found = new int[SEPARATORS.length()];
        boolean quoted = false;
        try {
            for (int c = reader.read(); c >= 0 && (quoted || c != '\n' && c != '\r'); c = reader.read()) {
                quoted ^= c == '"';
                int which = SEPARATORS.indexOf(c);
                if (which >= 0 && !quoted) {
                    found[which]++;
                }
            }
        } catch (CharacterCodingException e) {
            throw refused("encoding");
        }
        int best = 0;
        for (int i = 1; i < found.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}
