package org.aeoreach.outreach.importing;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.importing.CopyBuffer;
import org.aeoreach.importing.cell.Refusal;
import org.jspecify.annotations.Nullable;

/** One row as it was read, or why it is refused. */
final class ContactLine {

    /** What is staged of a row, by the names of the columns. */
    enum Staged {
        REFERENCE("text"),
        DAY("date"),
        BEGAN("time"),
        CUSTOMS_CODE("text collate \"C\""),
        USCC("text collate \"C\""),
        NAME("text collate \"C\""),
        CHANNEL("text"),
        DIRECTION("text"),
        STRENGTH("text"),
        UNIT_ID("bigint"),
        ORG_PATH("text collate \"C\""),
        OFFICERS("bigint[]"),
        OFFICER_UNITS("bigint[]"),
        PERSONS("text[]"),
        PEOPLE("text"),
        KINDS("text[]"),
        TOPICS("text[]"),
        SAID("text"),
        AGREED("text"),
        HEARD_ON("text"),
        HEARD_SEVERITY("text"),
        SHARED("boolean");

        private final String type;

        Staged(String type) {
            this.type = type;
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String declared() {
            return column() + " " + type;
        }
    }

    /** The columns as they are declared. */
    static final String DECLARED = "line bigint primary key, reason text, arguments text[], "
            + Stream.of(Staged.values()).map(Staged::declared).collect(Collectors.joining(", "));

    /** The columns in the order in which they are copied. */
    static final String COPIED = "line, reason, arguments, "
            + Stream.of(Staged.values()).map(Staged::column).collect(Collectors.joining(", "));

    private final long number;
    private final Map<Staged, String> values = new EnumMap<>(Staged.class);
    private final Map<ContactField, String> shown = new EnumMap<>(ContactField.class);
    private @Nullable Refusal refusal;

    /** @param number where it begins in the file */
    ContactLine(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    void set(Staged column, String value) {
        values.put(column, value);
    }

    @Nullable
    String get(Staged column) {
        return values.get(column);
    }

    /** Keeps how a value is told to the reader. */
    void show(ContactField field, String text) {
        shown.put(field, text);
    }

    /** A value in words; empty for none. */
    String shown(ContactField field) {
        return shown.getOrDefault(field, "");
    }

    void refuse(Refusal why) {
        refusal = why;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    void write(CopyBuffer rows) {
        rows.begin(number);
        rows.cell(refusal == null ? null : refusal.reason());
        rows.cell(refusal == null ? null : CopyBuffer.array(refusal.arguments()));
        for (Staged column : Staged.values()) {
            rows.cell(values.get(column));
        }
        rows.end();
    }
}
