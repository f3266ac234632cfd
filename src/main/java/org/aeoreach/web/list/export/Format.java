package org.aeoreach.web.list.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.aeoreach.platform.Problem;

/** The kinds of files. */
public enum Format {
    CSV(ExportFile.CSV),
    XLSX(ExportFile.XLSX);

    private final String type;

    Format(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /** Ending of the file's name. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem 400 when there is no such format */
    public static Format named(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("format", "list.invalid.format"));
    }

    /**
     * Begins a file.
     *
     * @param title of the sheet, where there are sheets
     * @param zone of times, which spreadsheets keep without one
     */
    public RowFile write(OutputStream out, String title, ZoneId zone) throws IOException {
        return this == CSV ? new CsvFile(out, zone) : new XlsxFile(out, title, zone);
    }
}
