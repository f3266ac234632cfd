package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aeoreach.enterprise.importing.table.Reading;
import org.aeoreach.enterprise.importing.table.TableFile;
import org.aeoreach.enterprise.importing.table.TableRows;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.web.upload.StoredFiles;
import org.jspecify.annotations.Nullable;

/**
 * Says what would become of a file by importing the beginning of it and taking that back at once: by the same
 * statements, so that the real import does the same.
 */
@ApplicationScoped
public class TryImport {

    /** Rows tried; they take about two seconds. */
    static final int TRIED = 10_000;

    private static final int SHOWN = 20;
    private static final int ERRORS = 20;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ImportViews views;

    @Inject
    private ImportRows rows;

    @Inject
    private Lookups lookups;

    @Inject
    private Reasons reasons;

    @Inject
    private StoredFiles files;

    @Inject
    private Clock clock;

    /** @throws org.aeoreach.platform.Problem 404 when there is no such import in the viewer's range */
    @Transactional
    public Preview preview(long id) {
        ImportView view = views.get(id);
        LineReader reader = lookups.reader(view.fields());
        Connection connection = em.unwrap(Connection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint trial");
            try {
                return tried(view, reader, connection);
            } finally {
                statement.execute("rollback to savepoint trial");
            }
        } catch (SQLException e) {
            throw new ImportRun.DatabaseFault(e);
        } catch (IOException e) {
            throw ImportRows.unreadable(e);
        }
    }

    private Preview tried(ImportView view, LineReader reader, Connection connection) throws SQLException, IOException {
        var plan = new StagedLoad.Plan(view.id(), view.orgPath(), view.mode(), Time.today(clock));
        StagedLoad.Counts counts;
        try (TableRows beginning = new Beginning(open(view), TRIED)) {
            counts = new StagedLoad(connection, plan, reader).run(beginning, read -> {});
        }
        List<ImportField> fields = Imports.used(view);
        return new Preview(
                fields,
                first(view, reader, fields),
                Math.min(view.lines(), TRIED),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                rows.rejected(view.id(), 0, ERRORS).items());
    }

    private TableRows open(ImportView view) throws IOException {
        TableRows rows = TableFile.open(
                files.content(view.fileId()), new Reading(view.charset(), view.separator(), view.sheet()));
        rows.next();
        return rows;
    }

    private List<Preview.Row> first(ImportView view, LineReader reader, List<ImportField> fields) throws IOException {
        List<Preview.Row> first = new ArrayList<>();
        try (TableRows beginning = new Beginning(open(view), SHOWN)) {
            for (String[] cells = beginning.next(); cells != null; cells = beginning.next()) {
                first.add(row(reader.read(beginning.line(), cells), fields));
            }
        }
        return first;
    }

    private Preview.Row row(Line line, List<ImportField> fields) {
        List<String> values = fields.stream()
                .map(field -> shown(field, Objects.requireNonNullElse(line.get(field), "")))
                .toList();
        Refusal refusal = line.refusal();
        String reason = refusal == null
                ? ""
                : reasons.text(RequestContext.current().language(), refusal.reason(), refusal.arguments());
        return new Preview.Row(line.number(), values, reason);
    }

    private static String shown(ImportField field, String value) {
        boolean several = field.kind() == ImportField.Kind.WORDS || field.kind() == ImportField.Kind.ECONOMIES;
        return several && !value.isEmpty() ? value.substring(1, value.length() - 1) : value;
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
