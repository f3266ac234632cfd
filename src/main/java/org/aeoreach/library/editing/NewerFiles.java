package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** What files say that came with the program after an editor had changed their documents. */
@ApplicationScoped
class NewerFiles {

    private Bound bound;
    private AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    NewerFiles() {}

    @Inject
    NewerFiles(Bound bound, AuditTrail audit) {
        this.bound = bound;
        this.audit = audit;
    }

    /** In the form of a version. @throws Problem 404 when nothing newer waits */
    @Transactional
    public JsonObject content(String code) {
        return Rows.one(
                        bound.query(
                                "select cast(n.content as text) from document_newer_file n join document d"
                                        + " on d.id = n.document_id and d.newer_file where d.code = ?",
                                code),
                        row -> JsonText.object(row.text(0)))
                .orElseThrow(Problem::notFound);
    }

    /** Leaves the document as it is. @throws Problem 404 when nothing newer waits, or another unit keeps it */
    @Transactional
    public void keep(Folder folder) {
        String code = folder.document().id();
        Object kept = bound.query("select library_keep(?)", code).getSingleResult();
        if (!Boolean.TRUE.equals(kept)) {
            throw Problem.notFound();
        }
        audit.record(
                "library.keep",
                new AuditTrail.Subject("document", folder.id(), folder.orgPath()),
                Changes.none().with("code", code));
    }
}
