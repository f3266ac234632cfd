package org.aeoreach.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** The files that are kept, by unit. Who keeps one for a record writes the audit entry of that record. */
@ApplicationScoped
public class StoredFiles {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private FileStore store;

    @Inject
    private CurrentViewer viewer;

    /** Keeps a file for the viewer's unit. Its content is on the disk before the transaction under way can commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredFile keep(Received file) {
        Viewer me = viewer.require();
        return keepFor(file, me.unitId(), me.orgPath());
    }

    /** The same for another unit, in its scope; whoever gave it need not be signed in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredFile keepFor(Received file, long unitId, String orgPath) {
        store.place(file);
        return enter(Held.of(file), unitId, orgPath);
    }

    /** Lays a content by for who remembers it himself until it is kept; it survives a loss of power. */
    public void hold(Received file) {
        store.place(file);
    }

    /** Keeps what was held, for a unit, in its scope. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredFile keepHeld(Held file, long unitId, String orgPath) {
        return enter(file, unitId, orgPath);
    }

    private StoredFile enter(Held file, long unitId, String orgPath) {
        Object id = em.createNativeQuery(
                        "insert into stored_file (sha256, name, media_type, bytes, purpose, account_id,"
                                + " unit_id, org_path) values (decode(?1, 'hex'), ?2, ?3, ?4, ?5, cast(?6 as bigint), ?7, ?8)"
                                + " returning id")
                .setParameter(1, file.sha256())
                .setParameter(2, file.name())
                .setParameter(3, file.mediaType())
                .setParameter(4, file.bytes())
                .setParameter(5, file.purpose())
                .setParameter(6, viewer.get().map(Viewer::accountId).orElse(null))
                .setParameter(7, unitId)
                .setParameter(8, orgPath)
                .getSingleResult();
        return get(((Number) id).longValue());
    }

    /** @throws Problem 404 when there is none, or not for the viewer */
    @Transactional
    public StoredFile get(long id) {
        return Rows.one(
                        em.createNativeQuery("select id, name, media_type, bytes, encode(sha256, 'hex'), purpose"
                                        + " from stored_file where id = ?")
                                .setParameter(1, id),
                        row -> new StoredFile(row.id(0), row.text(1), row.text(2), row.id(3), row.text(4), row.text(5)))
                .orElseThrow(Problem::notFound);
    }

    Path path(StoredFile file) {
        return store.path(file.sha256());
    }

    /** Where the content of a file lies, to be read only; for files too large for memory. */
    @Transactional
    public Path content(long id) {
        return path(get(id));
    }

    /** The content of a file that is small by its use. */
    @Transactional
    public byte[] read(long id) {
        try {
            return Files.readAllBytes(path(get(id)));
        } catch (IOException e) {
            throw new UncheckedIOException("File " + id + " cannot be read", e);
        }
    }
}
