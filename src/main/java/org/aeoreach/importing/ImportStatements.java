package org.aeoreach.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.aeoreach.platform.Rows;
import org.postgresql.PGConnection;

/** Statements on the connection of an import, whose transaction knows its viewer. */
public final class ImportStatements {

    // A step takes seconds; a second import with the same codes waits for the end of the first.
    private static final String LIMITS = "set local statement_timeout = '55s'; set local lock_timeout = '50s';"
            // The rows of a chunk, which triggers look at, fit in.
            + " set local work_mem = '48MB'";

    private final Connection connection;

    private ImportStatements(Connection connection) {
        this.connection = connection;
    }

    /** From here to the end of the transaction, statements may take as long as those of an import do. */
    public static ImportStatements on(Connection connection) throws SQLException {
        ImportStatements statements = new ImportStatements(connection);
        statements.execute(LIMITS);
        return statements;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many rows were changed. */
    public int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    public <T> List<T> list(String sql, Function<Rows.Row, T> read, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return Rows.list(statement, read);
        }
    }

    /** The one number of the one row; 0 for none. */
    public long number(String sql, Object... values) throws SQLException {
        return numbers(sql, 1, values)[0];
    }

    /** The numbers of the one row; 0 for what is not there. @param many how many columns it has */
    public long[] numbers(String sql, int many, Object... values) throws SQLException {
        long[] numbers = new long[many];
        for (Rows.Row row : list(sql, row -> row, values)) {
            for (int i = 0; i < many; i++) {
                Long number = row.idOrNull(i);
                numbers[i] = number == null ? 0 : number;
            }
        }
        return numbers;
    }

    /** @param rows as a {@link CopyBuffer} writes them */
    public void copy(String sql, byte[] rows) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(rows), 1 << 16);
    }

    public Array ids(Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    public Array texts(Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
