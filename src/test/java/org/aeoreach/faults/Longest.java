package org.aeoreach.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Looks every few milliseconds which statement of the application has run longest. */
final class Longest implements AutoCloseable {

    private static final int PAUSE_MILLIS = 10;
    private static final String RUNNING = "select extract(epoch from clock_timestamp() - query_start) * 1000, query"
            + " from pg_stat_activity where usename = 'aeo_app' and state = 'active' order by query_start limit 1";

    private final Thread watch;
    private volatile boolean stopped;
    private volatile double millis;
    private volatile String statement = "";
    private volatile @Nullable SQLException fault;

    Longest(Store store) {
        watch = new Thread(() -> look(store));
        watch.start();
    }

    private void look(Store store) {
        try (Connection connection = store.connect();
                Statement query = connection.createStatement()) {
            while (!stopped) {
                try (ResultSet row = query.executeQuery(RUNNING)) {
                    if (row.next() && row.getDouble(1) > millis) {
                        millis = row.getDouble(1);
                        statement = row.getString(2).replaceAll("\\s+", " ");
                    }
                }
                Wait.millis(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            fault = e;
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        String text = statement.length() > 300 ? statement.substring(0, 300) + " …" : statement;
        return fault == null ? "%.0f ms: `%s`".formatted(millis, text) : String.valueOf(fault);
    }
}
