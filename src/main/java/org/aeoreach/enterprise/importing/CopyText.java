package org.aeoreach.enterprise.importing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.importing.CopyBuffer;
import org.aeoreach.importing.cell.Refusal;

/** Rows in PostgreSQL's text format of COPY: tabs between the columns, a line for each row. */
final class CopyText {

    /** The columns in the order in which they are written. */
    static final String COLUMNS = Stream.concat(
                    Stream.of("line", "reason", "arguments", "unit_id", "org_path"),
                    Stream.of(ImportField.values()).map(ImportField::column))
            .collect(Collectors.joining(", "));

    private final CopyBuffer text = new CopyBuffer();

    void add(Line line) {
        Refusal refusal = line.refusal();
        Places.Place place = line.place();
        text.begin(line.number());
        text.cell(refusal == null ? null : refusal.reason());
        text.cell(refusal == null ? null : CopyBuffer.array(refusal.arguments()));
        text.cell(place == null ? null : Long.toString(place.unitId()));
        text.cell(place == null ? null : place.orgPath());
        for (ImportField field : ImportField.values()) {
            text.cell(line.get(field));
        }
        text.end();
    }

    int rows() {
        return text.rows();
    }

    byte[] bytes() {
        return text.bytes();
    }

    void clear() {
        text.clear();
    }
}
