package org.aeoreach.importing.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column of a file can hold; a constant of an enum. */
public interface FileField {

    /** The name of the constant. */
    String name();

    /** Message key of what people call it. */
    String labelKey();

    /** Characters its text may have. */
    int longest();

    /** Its name in the API and in files exported from here. */
    default String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that column. */
    static <F extends FileField> Optional<F> named(List<F> fields, String column) {
        return fields.stream().filter(field -> field.column().equals(column)).findFirst();
    }

    /** What each column of a file holds; null for one left out. @param columns their names, empty for one left out */
    static <F extends FileField> List<@Nullable F> held(List<F> fields, List<String> columns) {
        List<@Nullable F> held = new ArrayList<>();
        columns.forEach(column -> held.add(named(fields, column).orElse(null)));
        return held;
    }
}
