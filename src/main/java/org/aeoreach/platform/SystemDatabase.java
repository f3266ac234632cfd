package org.aeoreach.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database as the jobs role sees it, across all units: for the listed system jobs (outbox, schedule, audit
 * verification, purge), never on behalf of a person. Its transactions are its own; none takes part in JTA.
 */
@ApplicationScoped
public class SystemDatabase {

    @Resource(lookup = "java:app/jdbc/jobs")
    private DataSource source;

    public SystemDatabase() {}

    /** On connections of the jobs role that are had from elsewhere than the server. */
    public SystemDatabase(DataSource source) {
        this.source = source;
    }

    /** Statements that commit together. */
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The rows of one statement, in a transaction of its own; a statement that changes rows may return them. */
    public <T> List<T> list(String sql, Function<Rows.Row, T> read, @Nullable Object... values) {
        return inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return Rows.list(statement, read);
            }
        });
    }

    /** Runs one statement in a transaction of its own and tells how many rows it changed. */
    public int update(String sql, @Nullable Object... values) {
        return inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /**
     * Runs the work in one transaction: committed when it returns, rolled back when it throws.
     *
     * @throws DatabaseFault when the database refuses or does not answer
     */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void rollback(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    /** The database refused a statement or did not answer. */
    public static final class DatabaseFault extends RuntimeException {
        DatabaseFault(SQLException cause) {
            super(cause);
        }
    }
}
