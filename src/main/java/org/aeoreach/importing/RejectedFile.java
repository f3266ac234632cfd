package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.list.export.Format;

/** The refused rows as a file to be put right and imported again. */
@ApplicationScoped
class RejectedFile {

    @Inject
    private ImportViews views;

    @Inject
    private RejectedRows rows;

    @Inject
    private Messages messages;

    @Inject
    private AuditTrail audit;

    /** @throws org.aeoreach.platform.Problem 404 when there is no such import in the viewer's range */
    @Transactional
    public Response of(ImportKind kind, long importId) {
        ImportView view = views.get(kind, importId);
        audit.record(
                "importing.take-rejected",
                ImportRun.subject(kind, view),
                Changes.none().with("rows", view.rejected()));
        try {
            FileChannel file = ExportFile.written(out -> rows.write(kind, view, out));
            String name = messages.text(
                    RequestContext.current().language(), "importing.rejected-file", Long.toString(importId));
            return new ExportFile(name + ".csv", "rejected-" + importId + ".csv", Format.CSV, file).response();
        } catch (IOException e) {
            throw RejectedRows.unreadable(e);
        }
    }
}
