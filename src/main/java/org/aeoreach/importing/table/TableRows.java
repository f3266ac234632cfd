package org.aeoreach.importing.table;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one after the other; the first is its header. */
public interface TableRows extends Closeable {

    /**
     * The cells of the next row in which something stands, or null at the end. A cell without content is an empty text,
     * a formula a text that begins with an equals sign.
     *
     * @throws org.aeoreach.platform.Problem 400 when the file cannot be read on from here
     */
    String @Nullable [] next() throws IOException;

    /** Where that row begins: the line of a text, the row of a sheet, from 1. */
    long line();
}
