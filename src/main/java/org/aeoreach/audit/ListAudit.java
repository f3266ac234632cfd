package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.list.ListWitness;

/** Records which lists left the system in files, and what people do with saved views. */
@ApplicationScoped
class ListAudit implements ListWitness {

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Override
    public void exported(String list, String query, String format, long rows) {
        audit.record(
                "list.export",
                AuditTrail.Subject.unnumbered("list", viewer.require().orgPath()),
                Changes.none()
                        .with("list", list)
                        .with("filter", query)
                        .with("format", format)
                        .with("rows", rows));
    }

    @Override
    public void view(String action, long id, View before, View after) {
        audit.record(
                action,
                new AuditTrail.Subject("saved_view", id, viewer.require().orgPath()),
                Changes.none()
                        .with("list", before.list(), after.list())
                        .with("name", before.name(), after.name())
                        .with("filter", before.query(), after.query())
                        .with("shared", before.shared(), after.shared()));
    }
}
