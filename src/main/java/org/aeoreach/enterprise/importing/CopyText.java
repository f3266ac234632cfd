package org.aeoreach.enterprise.importing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's text format of COPY: tabs between the columns, a line for each row. */
final class CopyText {

    /** The columns in the order in which they are written. */
    static final String COLUMNS = Stream.concat(
                    Stream.of("line", "reason", "arguments", "unit_id", "org_path"),
                    Stream.of(ImportField.values()).map(ImportField::column))
            .collect(Collectors.joining(", "));

    private final StringBuilder text = new StringBuilder(1 << 20);
    private int rows;

    void add(Line line) {
        Refusal refusal = line.refusal();
        Places.Place place = line.place();
        text.append(line.number());
        cell(refusal == null ? null : refusal.reason());
        cell(refusal == null ? null : array(refusal.arguments()));
        cell(place == null ? null : Long.toString(place.unitId()));
        cell(place == null ? null : place.orgPath());
        for (ImportField field : ImportField.values()) {
            cell(line.get(field));
        }
        text.append('\n');
        rows++;
    }

    private void cell(@Nullable String value) {
        text.append('\t');
        if (value == null) {
            text.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** Texts as PostgreSQL writes an array. */
    static String array(List<String> texts) {
        return texts.stream()
                .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    int rows() {
        return rows;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void clear() {
        text.setLength(0);
        rows = 0;
    }
}
