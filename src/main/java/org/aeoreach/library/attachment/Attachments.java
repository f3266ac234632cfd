package org.aeoreach.library.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Files of published documents, for everybody. */
@ApplicationScoped
public class Attachments {
    private static final String ALL = "select f.sha256, f.name, f.media_type, f.bytes from document_file f"
            + " join document d on d.id = f.document_id where d.code = ?1";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    Attachments() {}

    @Inject
    Attachments(Bound bound) {
        this.bound = bound;
    }

    /** In their order. */
    @Transactional
    public List<Attachment> of(String code) {
        return Rows.list(bound.query(ALL + " order by f.position", code), Attachments::read);
    }

    /** @throws Problem 404 when the document does not have it */
    @Transactional
    public Attachment get(String code, String sha256) {
        return Rows.one(bound.query(ALL + " and f.sha256 = ?2", code, sha256), Attachments::read)
                .orElseThrow(Problem::notFound);
    }

    private static Attachment read(Rows.Row row) {
        return new Attachment(row.text(0), row.text(1), row.text(2), row.id(3), true);
    }
}
