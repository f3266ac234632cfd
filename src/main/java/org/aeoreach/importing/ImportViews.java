package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.util.List;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Imports read from the database. */
@ApplicationScoped
public class ImportViews {

    private static final String COLUMNS = "select id, file_name, source, charset, separator, sheet,"
            + " array_to_json(sheets)::text, array_to_json(header)::text, array_to_json(fields)::text, lines, mode,"
            + " status, job_id, created, updated, unchanged, rejected, removed, restored, kept, digest, created_at,"
            + " finished_at, undone_at, unit_id, org_path, version, file_id from ";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Jobs jobs;

    @Transactional(Transactional.TxType.MANDATORY)
    public ImportView get(ImportKind kind, long id) {
        ImportView view = read(kind, id);
        // An import ends before its job does: one that seems to have stopped may have ended between the two readings.
        return view.stopped() ? read(kind, id) : view;
    }

    private ImportView read(ImportKind kind, long id) {
        var query = em.createNativeQuery(COLUMNS + kind.names().table() + " where id = ?")
                .setParameter(1, id);
        return Rows.one(query, this::view).orElseThrow(Problem::notFound);
    }

    /** The same, and nobody else changes it until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ImportView locked(ImportKind kind, long id) {
        var query = em.createNativeQuery(COLUMNS + kind.names().table() + " where id = ? for update")
                .setParameter(1, id);
        return Rows.one(query, this::view).orElseThrow(Problem::notFound);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Slice<ImportView> list(ImportKind kind, long before, int limit) {
        var query = em.createNativeQuery(COLUMNS + kind.names().table() + " where id < ? order by id desc limit ?")
                .setParameter(1, before)
                .setParameter(2, limit + 1);
        return Slice.of(Rows.list(query, this::view), limit, ImportView::id);
    }

    private ImportView view(Rows.Row row) {
        return new ImportView(
                row.id(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                texts(row.text(6)),
                texts(row.text(7)),
                texts(row.text(8)),
                row.id(9),
                row.text(10),
                row.text(11),
                job(row.idOrNull(12)),
                row.id(13),
                row.id(14),
                row.id(15),
                row.id(16),
                row.id(17),
                row.id(18),
                row.id(19),
                row.textOrNull(20),
                row.instant(21),
                row.instantOrNull(22),
                row.instantOrNull(23),
                row.id(24),
                row.text(25),
                row.id(26),
                row.id(27));
    }

    private @Nullable JobView job(@Nullable Long id) {
        return id == null ? null : jobs.get(id);
    }

    /** The texts of an array that came as JSON. */
    public static List<String> texts(String json) {
        try (var reader = JsonText.JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}
