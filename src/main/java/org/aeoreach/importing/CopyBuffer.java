package org.aeoreach.importing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's text format of COPY: tabs between the columns, a line for each row. */
public final class CopyBuffer {

    private final StringBuilder text = new StringBuilder(1 << 20);
    private int rows;

    /** Begins a row with a number. */
    public void begin(long first) {
        text.append(first);
    }

    /** Adds a column; null stands for nothing. */
    public void cell(@Nullable String value) {
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

    public void end() {
        text.append('\n');
        rows++;
    }

    public int rows() {
        return rows;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public void clear() {
        text.setLength(0);
        rows = 0;
    }

    /** Texts as PostgreSQL writes an array. */
    public static String array(List<String> texts) {
        return texts.stream()
                .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
