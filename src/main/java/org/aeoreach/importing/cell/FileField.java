package org.aeoreach.importing.cell;

import java.util.Locale;

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
}
