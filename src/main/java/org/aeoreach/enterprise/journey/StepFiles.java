package org.aeoreach.enterprise.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.StoredFile;
import org.aeoreach.web.upload.StoredFiles;

/** Keeps files with the steps of a journey. */
@ApplicationScoped
public class StepFiles {

    @Inject
    private Bound bound;

    @Inject
    private Journeys journeys;

    @Inject
    private Facts facts;

    @Inject
    private StoredFiles files;

    @Inject
    private AuditTrail audit;

    /**
     * Adds a file to a step that was recorded before; it stays with it.
     *
     * @throws Problem 404 when there is no such step within the range the viewer may change, 409 when it was retracted
     */
    @Transactional
    public JourneyEntry attach(long entry, Received received) {
        long id = journeys.enterpriseOf(entry);
        FactsView enterprise = facts.locked(id);
        if (journeys.get(id, entry).retractedAt() != null) {
            throw new Problem(409, "enterprise.problem.step-retracted");
        }
        StoredFile file = keep(entry, received);
        audit.record(
                "enterprise.attach-file",
                new AuditTrail.Subject("enterprise", id, enterprise.enterprise().orgPath()),
                Changes.none().with("file", file.name()));
        return journeys.get(id, entry);
    }

    /** In the transaction that records the step. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredFile keep(long entry, Received received) {
        StoredFile file = files.keep(received);
        bound.query("insert into journey_file (entry_id, file_id) values (?, ?)", entry, file.id())
                .executeUpdate();
        return file;
    }
}
