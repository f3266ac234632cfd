package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.job.JobWitness;

/** Records who starts and who cancels jobs. */
@ApplicationScoped
class JobAudit implements JobWitness {

    @Inject
    private AuditTrail audit;

    @Override
    public void saw(String action, long job, String kind, String orgPath) {
        audit.record(
                action,
                new AuditTrail.Subject("job", job, orgPath),
                Changes.none().with("kind", kind));
    }
}
