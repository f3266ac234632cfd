package org.aeoreach.enterprise.importing;

import java.util.List;
import org.aeoreach.importing.cell.Refusal;
import org.jspecify.annotations.Nullable;

/** One row as it was read: the values by their fields, as the database writes them, or why it is refused. */
final class Line {

    private final long number;
    private final @Nullable String[] values = new @Nullable String[ImportField.values().length];
    private Places.@Nullable Place place;
    private @Nullable Refusal refusal;

    Line(long number) {
        this.number = number;
    }

    /** Where it begins in the file. */
    long number() {
        return number;
    }

    @Nullable
    String get(ImportField field) {
        return values[field.ordinal()];
    }

    void set(ImportField field, String value) {
        values[field.ordinal()] = value;
    }

    void at(Places.Place where) {
        place = where;
    }

    Places.@Nullable Place place() {
        return place;
    }

    void refuse(Refusal why) {
        refusal = why;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** Which enterprise it means, as the file says it; null when that cannot be told. */
    @Nullable
    String code() {
        String customsCode = get(ImportField.CUSTOMS_CODE);
        return customsCode != null ? customsCode : get(ImportField.USCC);
    }

    List<String> arguments() {
        return refusal == null ? List.of() : refusal.arguments();
    }
}
