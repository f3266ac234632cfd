package org.aeoreach.enterprise.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.aeoreach.enterprise.importing.table.TableRows;
import org.postgresql.PGConnection;

/**
 * Takes the rows of a file over into the registry, on a connection whose transaction knows its viewer. Nothing holds
 * until that transaction commits. Rows go in chunks, so that memory does not grow with the file and whoever cancels is
 * heard.
 */
final class StagedLoad {

    private static final int CHUNK = 20_000;
    // One chunk takes about a second; a second import with the same codes waits for the end of the first.
    private static final String LIMITS = "set local statement_timeout = '55s'; set local lock_timeout = '50s'";

    private final Connection connection;
    private final Plan plan;
    private final LineReader reader;
    private final CopyText chunk = new CopyText();
    private long created;
    private long updated;
    private long rejected;
    private long read;

    /**
     * @param orgPath of the import
     * @param mode CREATE, UPDATE or BOTH
     */
    record Plan(long importId, String orgPath, ImportMode mode, LocalDate today) {}

    /** What became of the rows. */
    record Counts(long created, long updated, long unchanged, long rejected) {}

    /** Hears after each chunk how many rows were taken, and may end the import by throwing. */
    interface Progress {
        void rows(long read);
    }

    StagedLoad(Connection connection, Plan plan, LineReader reader) {
        this.connection = connection;
        this.plan = plan;
        this.reader = reader;
    }

    /** @param rows behind the header */
    Counts run(TableRows rows, Progress progress) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
            statement.execute(LoadSql.LINES);
            statement.execute(LoadSql.MATCHES);
            statement.execute(LoadSql.MATCHES_BY_ID);
        }
        for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
            chunk.add(reader.read(rows.line(), cells));
            if (chunk.rows() == CHUNK) {
                take();
                progress.rows(read);
            }
        }
        take();
        progress.rows(read);
        return new Counts(created, updated, read - created - updated - rejected, rejected);
    }

    private void take() throws SQLException, IOException {
        if (chunk.rows() == 0) {
            return;
        }
        int rows = chunk.rows();
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate import_line");
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(LoadSql.COPY, new java.io.ByteArrayInputStream(chunk.bytes()), 1 << 16);
        chunk.clear();
        long inserted = plan.mode() == ImportMode.UPDATE ? 0 : change(LoadSql.INSERT, plan.importId());
        created += inserted;
        if (inserted < rows) {
            takeOthers();
        }
        read += rows;
    }

    /** Lines that were no new enterprise: changes of one that is there, and those refused. */
    private void takeOthers() throws SQLException {
        Date today = Date.valueOf(plan.today());
        if (change(LoadSql.MATCH) > 0) {
            try (PreparedStatement lock = connection.prepareStatement(LoadSql.LOCK);
                    ResultSet locked = lock.executeQuery()) {
                locked.next();
            }
            String mode = plan.mode().name();
            change(LoadSql.REFUSE, mode, plan.importId(), mode, today);
            int changes = change(LoadSql.IMAGES, plan.importId(), plan.orgPath(), today);
            if (changes > 0) {
                change(LoadSql.FORMER_NAMES, today, plan.importId());
                change(LoadSql.FORMER_GRADES, today, plan.importId());
                change(LoadSql.UPDATE, today, plan.importId());
            }
            updated += changes;
        }
        rejected += change(LoadSql.REJECT, plan.importId(), plan.orgPath());
    }

    private int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
