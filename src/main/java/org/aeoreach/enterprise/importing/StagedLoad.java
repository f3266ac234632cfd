package org.aeoreach.enterprise.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.aeoreach.importing.table.TableRows;
import org.postgresql.PGConnection;

/**
 * Takes the rows of a file over into the registry, on a connection whose transaction knows its viewer. Nothing holds
 * until that transaction commits. Rows go in chunks, so that memory does not grow with the file and whoever cancels is
 * heard.
 */
final class StagedLoad {

    private static final int CHUNK = 40_000;
    // One chunk takes about two seconds; a second import with the same codes waits for the end of the first.
    private static final String LIMITS = "set local statement_timeout = '55s'; set local lock_timeout = '50s'";

    private static final String TAKEN = "23505";

    private final Connection connection;
    private final Plan plan;
    private final LineReader reader;
    private long created;
    private long updated;
    private long rejected;
    private long read;
    private boolean allNew = true;

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
        CompletableFuture<Chunk> ahead = readAhead(rows);
        try {
            for (Chunk chunk = joined(ahead); chunk.rows() > 0; chunk = joined(ahead)) {
                ahead = readAhead(rows);
                take(chunk);
                progress.rows(read);
            }
        } finally {
            // Whoever closes the file must not do so under a reader.
            ahead.handle((chunk, fault) -> null).join();
        }
        return new Counts(created, updated, read - created - updated - rejected, rejected);
    }

    /** Rows ready to be copied. */
    private record Chunk(byte[] text, int rows) {}

    /** The next rows are read and checked while the database takes the last ones over. */
    private CompletableFuture<Chunk> readAhead(TableRows rows) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                CopyText text = new CopyText();
                while (text.rows() < CHUNK) {
                    String[] cells = rows.next();
                    if (cells == null) {
                        break;
                    }
                    text.add(reader.read(rows.line(), cells));
                }
                return new Chunk(text.bytes(), text.rows());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Chunk joined(CompletableFuture<Chunk> ahead) throws IOException {
        try {
            return ahead.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    private void take(Chunk chunk) throws SQLException, IOException {
        int rows = chunk.rows();
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate import_line");
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(LoadSql.COPY, new ByteArrayInputStream(chunk.text()), 1 << 16);
        long inserted = plan.mode() == ImportMode.UPDATE ? 0 : insert();
        allNew = inserted == rows;
        created += inserted;
        if (inserted < rows) {
            takeOthers();
        }
        read += rows;
    }

    /** Behind a chunk whose rows were all new, the next is tried as one that has no other: a third faster. */
    private long insert() throws SQLException {
        return allNew ? insertNew() : change(LoadSql.INSERT_OTHERS, plan.importId());
    }

    private long insertNew() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint chunk");
            try {
                long inserted = change(LoadSql.INSERT, plan.importId());
                statement.execute("release savepoint chunk");
                return inserted;
            } catch (SQLException e) {
                if (!TAKEN.equals(e.getSQLState())) {
                    throw e;
                }
                statement.execute("rollback to savepoint chunk");
                statement.execute("release savepoint chunk");
            }
        }
        return change(LoadSql.INSERT_OTHERS, plan.importId());
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
