package org.aeoreach.enterprise.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.aeoreach.importing.ImportStatements;
import org.aeoreach.importing.table.TableRows;

/**
 * Takes the rows of a file over into the registry, in a transaction that knows its viewer. Nothing holds
 * until that transaction commits. Rows go in chunks, so that memory does not grow with the file and whoever cancels is
 * heard.
 */
final class StagedLoad {

    private static final int CHUNK = 40_000;
    private static final String TAKEN = "23505";

    private final ImportStatements statements;
    private final Plan plan;
    private final LineReader reader;
    private final CopyText text = new CopyText();
    private long created;
    private long updated;
    private long rejected;
    private long read;
    private boolean allNew = true;
    private boolean looked;

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

    StagedLoad(ImportStatements statements, Plan plan, LineReader reader) {
        this.statements = statements;
        this.plan = plan;
        this.reader = reader;
    }

    /** @param rows behind the header */
    Counts run(TableRows rows, Progress progress) throws SQLException, IOException {
        statements.execute(LoadSql.LINES);
        statements.execute(LoadSql.MATCHES);
        statements.execute(LoadSql.MATCHES_BY_ID);
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
                text.clear();
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
        statements.execute("truncate import_line");
        statements.copy(LoadSql.COPY, chunk.text());
        long inserted = plan.mode() == ImportMode.UPDATE ? 0 : insert(rows);
        allNew = inserted == rows;
        created += inserted;
        if (inserted < rows) {
            takeOthers();
        }
        read += rows;
    }

    /** Behind a chunk whose rows were all new, the next is tried as one that has no other: a third faster. */
    private long insert(int rows) throws SQLException {
        return allNew ? insertNew(rows) : statements.change(LoadSql.INSERT_OTHERS, plan.importId());
    }

    private long insertNew(int rows) throws SQLException {
        statements.execute("savepoint chunk");
        try {
            long inserted = statements.change(LoadSql.INSERT, plan.importId());
            statements.execute("release savepoint chunk");
            if (inserted < rows) {
                statements.change(LoadSql.INSERTED);
            }
            return inserted;
        } catch (SQLException e) {
            if (!TAKEN.equals(e.getSQLState())) {
                throw e;
            }
            statements.execute("rollback to savepoint chunk");
            statements.execute("release savepoint chunk");
        }
        return statements.change(LoadSql.INSERT_OTHERS, plan.importId());
    }

    /** Lines that were no new enterprise: changes of one that is there, and those refused. */
    private void takeOthers() throws SQLException {
        Date today = Date.valueOf(plan.today());
        if (!looked) {
            looked = statements.list(LoadSql.LOOK_AGAIN, row -> row.flag(0)).contains(true);
        }
        if (statements.change(LoadSql.MATCH) > 0) {
            statements.number(LoadSql.LOCK);
            String mode = plan.mode().name();
            statements.change(LoadSql.REFUSE, mode, plan.importId(), mode, today);
            int changes = statements.change(LoadSql.IMAGES, plan.importId(), plan.orgPath(), today);
            if (changes > 0) {
                statements.change(LoadSql.FORMER_NAMES, today, plan.importId());
                statements.change(LoadSql.FORMER_GRADES, today, plan.importId());
                statements.change(LoadSql.UPDATE, today, plan.importId());
            }
            updated += changes;
        }
        rejected += statements.change(LoadSql.REJECT, plan.importId(), plan.orgPath());
    }
}
