package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.web.upload.StoredFiles;
import org.jspecify.annotations.Nullable;

/**
 * Says what would become of a file by importing the beginning of it and taking that back at once: by the same
 * statements, so that the real import does the same.
 */
@ApplicationScoped
class TryImport {

    /** Rows tried; they take about two seconds. */
    static final int TRIED = 10_000;

    private static final int SHOWN = 20;
    private static final int ERRORS = 20;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ImportViews views;

    @Inject
    private RejectedRows rows;

    @Inject
    private StoredFiles files;

    /** @throws org.aeoreach.platform.Problem 404 when there is no such import in the viewer's range */
    @Transactional
    public Preview preview(ImportKind kind, long id) {
        ImportView view = views.get(kind, id);
        try (Statement statement = em.unwrap(Connection.class).createStatement()) {
            statement.execute("savepoint trial");
            try {
                return tried(kind, view);
            } finally {
                statement.execute("rollback to savepoint trial");
            }
        } catch (SQLException e) {
            throw new ImportRun.DatabaseFault(e);
        } catch (IOException e) {
            throw RejectedRows.unreadable(e);
        }
    }

    private Preview tried(ImportKind kind, ImportView view) throws SQLException, IOException {
        ImportKind.Counts counts;
        try (TableRows beginning = new Beginning(open(view), TRIED)) {
            counts = kind.load(view, em.unwrap(Connection.class), beginning, read -> {});
        }
        return new Preview(
                view.fields().stream().filter(field -> !field.isEmpty()).toList(),
                first(kind, view),
                Math.min(view.lines(), TRIED),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                rows.rejected(kind, view.id(), 0, ERRORS).items());
    }

    private TableRows open(ImportView view) throws IOException {
        TableRows all = TableFile.open(files.content(view.fileId()), view.reading());
        all.next();
        return all;
    }

    private List<Preview.Row> first(ImportKind kind, ImportView view) throws IOException {
        try (TableRows beginning = new Beginning(open(view), SHOWN)) {
            ImportKind.RowReader reader = kind.reader(view);
            List<Preview.Row> read = new ArrayList<>();
            for (String[] cells = beginning.next(); cells != null; cells = beginning.next()) {
                long line = beginning.line();
                ImportKind.Read row = reader.read(line, cells);
                read.add(new Preview.Row(line, row.values(), rows.reason(kind, row.refusal())));
            }
            return read;
        }
    }

    /** The first rows of a table. */
    private record Beginning(TableRows all, int[] left) implements TableRows {

        Beginning(TableRows all, int most) {
            this(all, new int[] {most});
        }

        @Override
        public String @Nullable [] next() throws IOException {
            return left[0]-- > 0 ? all.next() : null;
        }

        @Override
        public long line() {
            return all.line();
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
