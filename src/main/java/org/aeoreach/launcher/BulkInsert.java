package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows with one statement, which gets one text array for each column. One round trip whatever the number
 * of rows, and the statement itself decides which rows are missing.
 */
final class BulkInsert {

    private BulkInsert() {}

    /** Returns how many rows were inserted. */
    @SafeVarargs
    static <R> int run(
            Connection connection, String sql, List<R> rows, Function<? super R, @Nullable String>... columns)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                @Nullable Object[] values = rows.stream().map(columns[i]).toArray();
                insert.setArray(i + 1, connection.createArrayOf("text", values));
            }
            return insert.executeUpdate();
        }
    }
}
