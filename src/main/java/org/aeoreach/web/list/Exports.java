package org.aeoreach.web.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.list.export.Format;
import org.aeoreach.web.list.export.RowFile;
import org.aeoreach.web.list.filter.Fragment;

/** Writes all rows of a list to a file: one statement, read by a cursor, so that the file is of one moment. */
@ApplicationScoped
class Exports {

    /** Rows of one file. */
    static final int MOST = 100_000;

    private static final int FETCHED = 1000;
    private static final int AT_ONCE = 3;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ListWitness witness;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    private final Semaphore room = new Semaphore(AT_ONCE);

    /**
     * The whole file; what left is in the audit before the first byte does.
     *
     * @throws Problem 422 when there are more than {@value #MOST} rows, 503 when too many files are being written
     */
    @Transactional
    public ExportFile write(ListState state, Format format) {
        if (!room.tryAcquire()) {
            throw new Problem(503, "web.problem.busy");
        }
        try {
            Language language = RequestContext.current().language();
            Statement statement = new Statement(state, language);
            requireRoom(statement);
            Page page = pages.titled(state.spec().title());
            long[] rows = new long[1];
            FileChannel file = ExportFile.written(out -> rows[0] = rows(state, statement, page, format, out));
            witness.exported(state.spec().key(), state.query(), format.ending(), rows[0]);
            return named(state, page, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            room.release();
        }
    }

    private ExportFile named(ListState state, Page page, Format format, FileChannel file) {
        String end = "-" + Time.today(clock) + "." + format.ending();
        return new ExportFile(page.title() + end, state.spec().key() + end, format, file);
    }

    private void requireRoom(Statement statement) {
        Fragment counted = statement.count(MOST + 1);
        try (PreparedStatement count = connection().prepareStatement(counted.sql())) {
            bind(count, counted);
            long rows = Rows.list(count, row -> row.id(0)).get(0);
            if (rows > MOST) {
                throw new Problem(422, "list.problem.export-too-large", MOST);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private long rows(ListState state, Statement statement, Page page, Format format, OutputStream out)
            throws IOException {
        List<Column> columns = state.shown();
        Fragment all = statement.all(MOST);
        try (RowFile file = format.write(out, page.title(), page.zone());
                PreparedStatement query = connection().prepareStatement(all.sql())) {
            bind(query, all);
            query.setFetchSize(FETCHED);
            file.headings(
                    columns.stream().map(column -> page.t(column.header())).toList());
            return Rows.each(query, row -> file.row(Assembly.cells(columns, row, page)));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** That of the transaction, on which the scope was set. */
    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    private static void bind(PreparedStatement statement, Fragment fragment) throws SQLException {
        for (int i = 0; i < fragment.values().size(); i++) {
            statement.setObject(i + 1, fragment.values().get(i));
        }
    }

    /** The database refused the statement or did not answer; told by its cause. */
    static final class DatabaseFault extends RuntimeException {
        DatabaseFault(SQLException cause) {
            super(cause);
        }
    }
}
