package org.aeoreach.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.aeoreach.importing.cell.FileField;
import org.aeoreach.importing.cell.Refusal;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.web.upload.FileUse;
import org.jspecify.annotations.Nullable;

/** Something that can be brought in from a file; every bean of this type is one sort of import. */
public interface ImportKind {

    /**
     * What it is called where.
     *
     * @param feature first word of its message keys
     * @param table its imports, with the columns of {@link ImportViews}; {@code <table>_row} holds rows of them
     * @param path where its pages begin
     * @param job name of the job that imports
     * @param undoJob name of the job that undoes
     */
    record Names(String feature, String table, String path, String job, String undoJob) {}

    /** How many rows, or what they made, became what. */
    record Counts(long created, long updated, long unchanged, long rejected) {}

    /** What undoing took out, put back and left. */
    record Undone(long removed, long restored, long kept) {}

    /**
     * A row as it was read.
     *
     * @param values of the columns that hold something, short lists in words of the reader's language; empty for none
     * @param refusal why it cannot be read, or null
     */
    record Read(List<String> values, @Nullable Refusal refusal) {}

    /** Reads one row after the other. */
    interface RowReader {

        /** @param line of the file */
        Read read(long line, String[] cells);
    }

    Names names();

    /** What it takes. */
    FileUse use();

    /** What its columns can hold. */
    List<? extends FileField> fields();

    /** What an import may do, by names with messages {@code <feature>.mode.<NAME>}; the columns of its table agree. */
    List<String> modes();

    /** Which counts it has, of created, updated, unchanged and rejected. */
    List<String> figures();

    /** @throws org.aeoreach.platform.Problem 400 when from these columns nothing can be made in that mode */
    void requireUsable(Set<String> columns, String mode);

    /**
     * Takes rows over, in the transaction of this connection, which knows its viewer.
     *
     * @param rows behind the header
     * @param progress hears how many rows were read, and may end it all by throwing
     */
    Counts load(ImportView view, Connection connection, TableRows rows, LongConsumer progress)
            throws SQLException, IOException;

    /** Reads rows as the import would, nothing done with them. */
    RowReader reader(ImportView view);

    /** Takes out what an import put in, and leaves what others changed or use. @param progress as above */
    Undone takeBack(ImportView view, Connection connection, LongConsumer progress) throws SQLException;

    /** The message key of something of this kind. */
    default String key(String what) {
        return names().feature() + "." + what;
    }

    /** The field of a column, if it is one. */
    default Optional<FileField> field(String column) {
        return FileField.named(fields(), column).map(field -> field);
    }
}
