package org.aeoreach.launcher;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, read by column name. */
record CsvRow(String file, long line, CSVRecord values) {

    String text(String column) {
        String value = values.get(column);
        if (value.isBlank()) {
            throw fault(column + " is empty");
        }
        return value;
    }

    @Nullable
    String textOrNull(String column) {
        String value = values.get(column);
        return value.isBlank() ? null : value;
    }

    MalformedCsv fault(String what) {
        return new MalformedCsv(file, line, what, null);
    }
}
