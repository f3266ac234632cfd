package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.LongConsumer;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.importing.table.Reading;
import org.aeoreach.enterprise.importing.table.TableFile;
import org.aeoreach.enterprise.importing.table.TableRows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.upload.StoredFiles;

/**
 * Does an import, or undoes one, in a transaction each. Whoever comes second to one, such as a node that took the job of
 * a silent one over, waits for the row of the import, and then finds it done.
 */
@ApplicationScoped
class ImportRun {

    /** The parameter of the jobs that names the import. */
    static final String ID = "import";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private ImportViews views;

    @Inject
    private Lookups lookups;

    @Inject
    private StoredFiles files;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param progress hears how many rows were read, and may end it all by throwing */
    @Transactional
    public ImportView run(long id, LongConsumer progress) {
        ImportView view = views.locked(id);
        if (!view.status().equals("RUNNING")) {
            return view;
        }
        Reading reading = new Reading(view.charset(), view.separator(), view.sheet());
        StagedLoad.Plan plan = new StagedLoad.Plan(id, view.orgPath(), view.mode(), Time.today(clock));
        try (TableRows rows = TableFile.open(files.content(view.fileId()), reading)) {
            rows.next();
            StagedLoad load = new StagedLoad(em.unwrap(Connection.class), plan, lookups.reader(view.fields()));
            return done(view, load.run(rows, progress::accept));
        } catch (IOException e) {
            throw ImportRows.unreadable(e);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private ImportView done(ImportView view, StagedLoad.Counts counts) {
        em.createNativeQuery(
                        "update enterprise_import set status = 'DONE', finished_at = now(), created = ?, updated = ?,"
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
        audit.record("enterpriseimport.run", subject(view), changes);
        return views.get(view.id());
    }

    /** @param progress hears how many enterprises were looked at, and may end it all by throwing */
    @Transactional
    public ImportView undo(long id, LongConsumer progress) {
        ImportView view = views.locked(id);
        if (!view.status().equals("UNDOING")) {
            return view;
        }
        try {
            TakeBack.Counts counts = new TakeBack(em.unwrap(Connection.class), id).run(progress);
            return undone(view, counts);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private ImportView undone(ImportView view, TakeBack.Counts counts) {
        long kept = view.created() + view.updated() - counts.removed() - counts.restored();
        em.createNativeQuery("update enterprise_import set status = 'UNDONE', undone_at = now(), removed = ?,"
                        + " restored = ?, kept = ?, version = version + 1 where id = ?")
                .setParameter(1, counts.removed())
                .setParameter(2, counts.restored())
                .setParameter(3, kept)
                .setParameter(4, view.id())
                .executeUpdate();
        Changes changes = Changes.none()
                .with("source", view.source())
                .with("removed", counts.removed())
                .with("restored", counts.restored())
                .with("kept", kept);
        audit.record("enterpriseimport.undone", subject(view), changes);
        return views.get(view.id());
    }

    private static AuditTrail.Subject subject(ImportView view) {
        return new AuditTrail.Subject("enterprise_import", view.id(), view.orgPath());
    }

    /** The database refused a statement or did not answer; told by its cause. */
    static final class DatabaseFault extends RuntimeException {
        DatabaseFault(SQLException cause) {
            super(cause);
        }
    }
}
