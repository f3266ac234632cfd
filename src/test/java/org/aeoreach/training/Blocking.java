package org.aeoreach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** Somebody whose transaction is under way while others want the same. */
public final class Blocking implements AutoCloseable {

    private final Connection connection;

    /** What is done beside it. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private Blocking(Connection connection) {
        this.connection = connection;
    }

    /** One who has run these statements and not committed them. */
    public static Blocking by(String sql, @Nullable Object... values) throws SQLException {
        Connection connection = TestPostgres.running().owner();
        connection.setAutoCommit(false);
        Blocking one = new Blocking(connection);
        one.run(sql, values);
        return one;
    }

    public Blocking run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return this;
    }

    /** Until somebody waits for him. */
    public Blocking met() throws Exception {
        long pid;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            pid = row.getLong(1);
        }
        String waiting = "select count(*) from pg_stat_activity a where ? = any (pg_blocking_pids(a.pid))";
        for (int i = 0; i < 160 && Rows.number(waiting, (int) pid) == 0; i++) {
            Thread.sleep(100);
        }
        assertThat(Rows.number(waiting, (int) pid)).as("somebody waits").isPositive();
        return this;
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
