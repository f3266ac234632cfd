package org.aeoreach.organization.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of customs houses: CSV (RFC 4180), UTF-8, with a header; spreadsheets put a byte order mark before it. */
final class HouseFile {

    static final List<String> COLUMNS = List.of("code", "name_zh", "name_en", "opened_on", "source");

    /** Largest file in bytes. */
    static final int LARGEST = 2 << 20;

    /** What the import takes. */
    static final FileUse USE = new FileUse("import-houses", List.of(FileType.CSV), LARGEST);

    private static final String FIELD = "file";

    private HouseFile() {}

    /** @throws Problem 400 when it is not UTF-8 */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid(FIELD, "organization.import.encoding");
        }
    }

    /**
     * The rows below the header; what is wrong within a row is found when it is used.
     *
     * @throws Problem 400 when it is no such file as a whole
     */
    static List<HouseRow> rows(String text) {
        // A NUL no spreadsheet writes and no database column keeps.
        if (text.indexOf('\0') >= 0) {
            throw Problem.invalid(FIELD, "organization.import.encoding");
        }
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(new StringReader(bare), CSVFormat.RFC4180)) {
            return rows(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    private static List<HouseRow> rows(CSVParser parser) {
        List<HouseRow> rows = new ArrayList<>();
        boolean header = true;
        long line = 1;
        try {
            for (CSVRecord values : parser) {
                HouseRow row = new HouseRow(line, Arrays.asList(values.values()));
                if (header) {
                    requireHeader(row);
                    header = false;
                } else if (row.values().size() > 1 || !row.code().isEmpty()) {
                    rows.add(row);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            throw Problem.invalid(FIELD, "organization.import.quoting", line);
        }
        if (rows.isEmpty()) {
            throw Problem.invalid(FIELD, "organization.import.empty");
        }
        return rows;
    }

    private static void requireHeader(HouseRow row) {
        List<String> found = row.values().stream().map(String::strip).toList();
        if (!found.equals(COLUMNS)) {
            throw Problem.invalid(FIELD, "organization.import.header", String.join(",", COLUMNS));
        }
    }
}
