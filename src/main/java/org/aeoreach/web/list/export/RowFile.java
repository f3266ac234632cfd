package org.aeoreach.web.list.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.aeoreach.web.list.cell.Cell;

/** A file that is written row by row. */
public interface RowFile extends Closeable {

    /** The first row. */
    void headings(List<String> words) throws IOException;

    void row(List<Cell> cells) throws IOException;
}
