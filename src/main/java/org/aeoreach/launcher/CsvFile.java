package org.aeoreach.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file strictly: UTF-8, exactly the columns expected in their order, every row complete. A lenient reader
 * would turn a shifted column into wrong units without a word.
 */
final class CsvFile {

    private CsvFile() {}

    static <R> List<R> resource(String path, List<String> columns, Function<CsvRow, R> row) {
        // A decoder of its own refuses bytes that are not UTF-8, where a charset would replace them.
        try (InputStream in = CsvFile.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new MalformedCsv(path, 0, "file not found in the program", null);
            }
            return read(path, new InputStreamReader(in, UTF_8.newDecoder()), columns, row);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static <R> List<R> read(String file, Reader text, List<String> columns, Function<CsvRow, R> row)
            throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            try {
                return rows(file, parser, columns, row);
            } catch (UncheckedIOException e) {
                throw new MalformedCsv(file, parser.getCurrentLineNumber(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    private static <R> List<R> rows(String file, CSVParser parser, List<String> columns, Function<CsvRow, R> row) {
        List<R> rows = new ArrayList<>();
        boolean header = true;
        for (CSVRecord values : parser) {
            CsvRow read = new CsvRow(file, parser.getCurrentLineNumber(), values);
            if (header) {
                requireHeader(read, columns);
            } else {
                requireWidth(read, columns.size());
                rows.add(row.apply(read));
            }
            header = false;
        }
        if (header) {
            throw new MalformedCsv(file, 1, "empty file", null);
        }
        return List.copyOf(rows);
    }

    private static void requireHeader(CsvRow row, List<String> columns) {
        List<String> found = Arrays.asList(row.values().values());
        if (!found.equals(columns)) {
            throw row.fault("header is " + found + " instead of " + columns);
        }
    }

    private static void requireWidth(CsvRow row, int columns) {
        if (row.values().size() != columns) {
            throw row.fault(row.values().size() + " columns instead of " + columns);
        }
    }
}
