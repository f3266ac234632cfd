package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.importing.cell.Headers;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableLook;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.StoredFile;
import org.aeoreach.web.upload.StoredFiles;
import org.jspecify.annotations.Nullable;

/** Imports, from the file to their undoing. */
@ApplicationScoped
public class Imports {

    /** Stands for a column left out, in forms and in the API. */
    public static final String NONE = "-";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ImportViews views;

    @Inject
    private RejectedRows rows;

    @Inject
    private Headers headers;

    @Inject
    private StoredFiles files;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Where a file comes from: the columns of the next one from there are known. */
    public record Source(@NotBlank @Size(max = 80) String source) {}

    /**
     * How the file is read.
     *
     * @param mode what the import may do, one of its kind's
     * @param field for each column what it holds, {@value #NONE} for one left out
     */
    public record Columns(
            @NotBlank @Size(max = 20) String mode,
            @NotNull @Size(max = 500) List<String> field) {}

    /** The same as a form sends it: without a source, the file's own name stands for it. */
    public record Named(@Nullable @Size(max = 80) String source) {

        Source of(Received file) {
            String given = source == null ? "" : source.strip();
            String name = given.isEmpty() ? file.name().replaceFirst("\\.[^.]+$", "") : given;
            return new Source(name.length() <= 80 ? name : name.substring(0, name.offsetByCodePoints(0, 40)));
        }
    }

    /** Another sheet of the workbook. */
    public record Sheet(@NotBlank @Size(max = 200) String sheet) {}

    /**
     * Takes a file in and proposes what its columns hold. Nothing is imported yet.
     *
     * @throws Problem 400 when it is no whole table, see {@link TableFile#look}
     */
    @Transactional
    public ImportView receive(ImportKind kind, Received file, Source source) {
        TableLook look = look(file.path(), file.type() == FileType.XLSX, null);
        StoredFile kept = files.keep(file);
        Viewer me = viewer.require();
        Object id = em.createNativeQuery(
                        "insert into " + kind.names().table() + " (account_id, unit_id, org_path, file_id, file_name,"
                                + " digest, source, charset, separator, sheet, sheets, header, fields, lines) values (?, ?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, cast(? as text[]), cast(? as text[]), cast(? as text[]), ?) returning id")
                .setParameter(1, me.accountId())
                .setParameter(2, me.unitId())
                .setParameter(3, me.orgPath())
                .setParameter(4, kept.id())
                .setParameter(5, kept.name())
                .setParameter(6, kept.sha256())
                .setParameter(7, source.source().strip())
                .setParameter(8, look.reading().charset())
                .setParameter(9, look.reading().separator())
                .setParameter(10, look.reading().sheet())
                .setParameter(11, CopyBuffer.array(look.sheets()))
                .setParameter(12, CopyBuffer.array(look.header()))
                .setParameter(
                        13,
                        CopyBuffer.array(
                                fields(kind, look.header(), source.source().strip())))
                .setParameter(14, look.rows())
                .getSingleResult();
        ImportView view = get(kind, ((Number) id).longValue());
        record(
                "importing.receive",
                kind,
                view,
                Changes.none().with("source", view.source()).with("rows", view.lines()));
        return view;
    }

    private static TableLook look(java.nio.file.Path path, boolean workbook, @Nullable String sheet) {
        try {
            return TableFile.look(path, workbook, sheet);
        } catch (IOException e) {
            throw RejectedRows.unreadable(e);
        }
    }

    private List<String> fields(ImportKind kind, List<String> header, String source) {
        return headers.fields(kind.names().feature(), kind.fields(), header, remembered(kind, source));
    }

    /** What the columns held when a file from there was last imported into this unit. */
    private Map<String, String> remembered(ImportKind kind, String source) {
        Query query = em.createNativeQuery("select array_to_json(header)::text, array_to_json(fields)::text"
                        + " from " + kind.names().table() + " where unit_id = ? and source = ? and status <> 'DRAFT'"
                        + " order by id desc limit 1")
                .setParameter(1, viewer.require().unitId())
                .setParameter(2, source);
        Map<String, String> remembered = new HashMap<>();
        Rows.one(query, row -> row).ifPresent(row -> {
            List<String> header = ImportViews.texts(row.text(0));
            List<String> fields = ImportViews.texts(row.text(1));
            for (int i = 0; i < header.size(); i++) {
                remembered.put(header.get(i), fields.get(i));
            }
        });
        return remembered;
    }

    /** @throws Problem 404 when there is none in the viewer's range */
    @Transactional
    public ImportView get(ImportKind kind, long id) {
        return views.get(kind, id);
    }

    /** Those before an id, the newest first. */
    @Transactional
    public Slice<ImportView> list(ImportKind kind, long before, int limit) {
        return views.list(kind, before, limit);
    }

    /** The rows that were refused, behind a line. */
    @Transactional
    public Slice<RejectedRow> rejected(ImportKind kind, long id, long after, int limit) {
        get(kind, id);
        return rows.rejected(kind, id, after, limit);
    }

    /** Reads another sheet of the workbook. @throws Problem 400 when it has none of that name or it holds no table */
    @Transactional
    public ImportView sheet(ImportKind kind, long id, long version, Sheet wanted) {
        ImportView view = open(kind, id, version);
        TableLook look = look(files.content(view.fileId()), !view.sheet().isEmpty(), wanted.sheet());
        int changed = em.createNativeQuery(
                        "update " + kind.names().table() + " set sheet = ?, header = cast(? as text[]),"
                                + " fields = cast(? as text[]), lines = ?, version = version + 1 where id = ? and version = ?")
                .setParameter(1, look.reading().sheet())
                .setParameter(2, CopyBuffer.array(look.header()))
                .setParameter(3, CopyBuffer.array(fields(kind, look.header(), view.source())))
                .setParameter(4, look.rows())
                .setParameter(5, id)
                .setParameter(6, version)
                .executeUpdate();
        Versions.check(1, changed);
        record("importing.columns", kind, view, Changes.none().with("sheet", view.sheet(), wanted.sheet()));
        return get(kind, id);
    }

    /**
     * Says what the columns hold and what the import may do.
     *
     * @throws Problem 400 when a field is named twice, or one without which nothing can be imported is missing
     */
    @Transactional
    public ImportView columns(ImportKind kind, long id, long version, Columns columns) {
        ImportView view = open(kind, id, version);
        List<String> fields = columns.field().stream()
                .map(field -> field.equals(NONE) ? "" : field)
                .toList();
        requireUsable(kind, view, fields, columns.mode());
        int changed = em.createNativeQuery(
                        "update " + kind.names().table() + " set mode = ?, fields = cast(? as text[]),"
                                + " version = version + 1 where id = ? and version = ?")
                .setParameter(1, columns.mode())
                .setParameter(2, CopyBuffer.array(fields))
                .setParameter(3, id)
                .setParameter(4, version)
                .executeUpdate();
        Versions.check(1, changed);
        record(
                "importing.columns",
                kind,
                view,
                Changes.none().with("mode", view.mode(), columns.mode()).with("columns", view.fields(), fields));
        return get(kind, id);
    }

    private static void requireUsable(ImportKind kind, ImportView view, List<String> fields, String mode) {
        if (fields.size() != view.header().size()) {
            throw Problem.invalid(
                    "field", "importing.invalid.count", view.header().size());
        }
        Set<String> used = new HashSet<>();
        for (String field : fields) {
            if (!field.isEmpty() && (kind.field(field).isEmpty() || !used.add(field))) {
                throw Problem.invalid("field", "importing.invalid.twice", field);
            }
        }
        if (!kind.modes().contains(mode)) {
            throw Problem.invalid("mode", "importing.invalid.mode");
        }
        kind.requireUsable(used, mode);
    }

    /**
     * Starts the import; it begins soon after this transaction commits.
     *
     * @throws Problem 409 when it was started before and left something
     */
    @Transactional
    public ImportView start(ImportKind kind, long id, long version) {
        ImportView view = open(kind, id, version);
        requireUsable(kind, view, view.fields(), view.mode());
        return begin(kind, view, kind.names().job(), "RUNNING");
    }

    /**
     * Starts to undo the import: what it added is taken out, what it changed becomes as it was, unless somebody changed
     * or used it since.
     *
     * @throws Problem 409 when there is nothing to undo
     */
    @Transactional
    public ImportView undo(ImportKind kind, long id, long version) {
        ImportView view = get(kind, id);
        Versions.check(version, view.version());
        if (!view.undoable()) {
            throw new Problem(409, "importing.problem.not-undoable");
        }
        ImportView begun = begin(kind, view, kind.names().undoJob(), "UNDOING");
        record("importing.undo", kind, view, Changes.none().with("source", view.source()));
        return begun;
    }

    private ImportView begin(ImportKind kind, ImportView view, String job, String status) {
        requireFree(kind, view);
        JobView begun = jobs.start(
                job,
                JsonText.JSON.createObjectBuilder().add(ImportRun.ID, view.id()).build());
        int changed = em.createNativeQuery("update " + kind.names().table()
                        + " set status = ?, job_id = ?, version = version + 1" + " where id = ? and version = ?")
                .setParameter(1, status)
                .setParameter(2, begun.id())
                .setParameter(3, view.id())
                .setParameter(4, view.version())
                .executeUpdate();
        Versions.check(1, changed);
        return get(kind, view.id());
    }

    /** Whoever comes second while the first is at it is told so at once, instead of waiting for the end of its work. */
    private void requireFree(ImportKind kind, ImportView view) {
        var query = em.createNativeQuery(
                        "select id from " + kind.names().table() + " where id = ? for update skip locked")
                .setParameter(1, view.id());
        if (query.getResultList().isEmpty()) {
            throw new Problem(409, "importing.problem.busy");
        }
    }

    private ImportView open(ImportKind kind, long id, long version) {
        ImportView view = get(kind, id);
        Versions.check(version, view.version());
        if (!view.open()) {
            throw new Problem(409, "importing.problem.started");
        }
        return view;
    }

    private void record(String action, ImportKind kind, ImportView view, Changes changes) {
        audit.record(action, ImportRun.subject(kind, view), changes);
    }
}
