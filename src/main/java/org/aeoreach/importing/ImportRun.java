package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.web.upload.StoredFiles;

/**
 * Does an import, or undoes one, in a transaction each. Whoever comes second to one, such as a node that took the job of
 * a silent one over, waits for the row of the import, and then finds it done.
 */
@ApplicationScoped
public class ImportRun {

    /** The parameter of the jobs that names the import. */
    static final String ID = "import";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ImportViews views;

    @Inject
    private StoredFiles files;

    @Inject
    private AuditTrail audit;

    /** @param progress hears how many rows were read, and may end it all by throwing */
    @Transactional
    public ImportView run(ImportKind kind, long id, LongConsumer progress) {
        ImportView view = views.locked(kind, id);
        if (!view.status().equals("RUNNING")) {
            return view;
        }
        try (TableRows rows = TableFile.open(files.content(view.fileId()), view.reading())) {
            rows.next();
            return done(kind, view, kind.load(view, em.unwrap(Connection.class), rows, progress));
        } catch (IOException e) {
            throw RejectedRows.unreadable(e);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private ImportView done(ImportKind kind, ImportView view, ImportKind.Counts counts) {
        em.createNativeQuery("update " + kind.names().table()
                        + " set status = 'DONE', finished_at = now(), created = ?, updated = ?,"
                        + " unchanged = ?, rejected = ?, version = version + 1 where id = ?")
                .setParameter(1, counts.created())
                .setParameter(2, counts.updated())
                .setParameter(3, counts.unchanged())
                .setParameter(4, counts.rejected())
                .setParameter(5, view.id())
                .executeUpdate();
        Changes changes = Changes.none()
                .with("source", view.source())
                .with("digest", view.digest())
                .with("mode", view.mode())
                .with("created", counts.created())
                .with("updated", counts.updated())
                .with("unchanged", counts.unchanged())
                .with("rejected", counts.rejected());
        audit.record("importing.run", subject(kind, view), changes);
        return views.get(kind, view.id());
    }

    /** @param progress hears how much was looked at, and may end it all by throwing */
    @Transactional
    public ImportView undo(ImportKind kind, long id, LongConsumer progress) {
        ImportView view = views.locked(kind, id);
        if (!view.status().equals("UNDOING")) {
            return view;
        }
        try {
            return undone(kind, view, kind.takeBack(view, em.unwrap(Connection.class), progress));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private ImportView undone(ImportKind kind, ImportView view, ImportKind.Undone counts) {
        em.createNativeQuery(
                        "update " + kind.names().table() + " set status = 'UNDONE', undone_at = now(), removed = ?,"
                                + " restored = ?, kept = ?, version = version + 1 where id = ?")
                .setParameter(1, counts.removed())
                .setParameter(2, counts.restored())
                .setParameter(3, counts.kept())
                .setParameter(4, view.id())
                .executeUpdate();
        Changes changes = Changes.none()
                .with("source", view.source())
                .with("removed", counts.removed())
                .with("restored", counts.restored())
                .with("kept", counts.kept());
        audit.record("importing.undone", subject(kind, view), changes);
        return views.get(kind, view.id());
    }

    static AuditTrail.Subject subject(ImportKind kind, ImportView view) {
        return new AuditTrail.Subject(kind.names().table(), view.id(), view.orgPath());
    }

    /** The database refused a statement or did not answer; told by its cause. */
    static final class DatabaseFault extends RuntimeException {
        DatabaseFault(SQLException cause) {
            super(cause);
        }
    }
}
