package org.aeoreach.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.launcher.TestPostgres;
import org.jspecify.annotations.Nullable;

/** Reads and prepares rows as the owner of the schema, past row-level security. */
public final class Rows {

    private static @Nullable Connection owner;

    /** One row by column name. */
    public record Row(Map<String, Object> columns) {

        public String text(String column) {
            return Objects.requireNonNull(columns.get(column), column).toString();
        }

        public long id(String column) {
            return Long.parseLong(text(column));
        }

        public @Nullable Long idOrNull(String column) {
            return columns.get(column) == null ? null : id(column);
        }
    }

    private Rows() {}

    private static synchronized Connection owner() throws SQLException {
        if (owner == null || owner.isClosed()) {
            owner = TestPostgres.running().owner();
        }
        return owner;
    }

    /** All rows of a query, columns by name. */
    public static synchronized List<Row> all(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(new Row(row));
            }
            return rows;
        }
    }

    /** The one row expected. */
    public static Row one(String sql, @Nullable Object... parameters) throws SQLException {
        List<Row> rows = all(sql, parameters);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows: " + sql);
        }
        return rows.get(0);
    }

    /** The one number expected. */
    public static long number(String sql, @Nullable Object... parameters) throws SQLException {
        return ((Number) one(sql, parameters).columns().values().iterator().next()).longValue();
    }

    /** Returns how many rows were changed. */
    public static synchronized int change(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = owner().prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
