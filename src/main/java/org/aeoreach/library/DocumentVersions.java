package org.aeoreach.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;

/** What a document said before. */
@ApplicationScoped
public class DocumentVersions {
    private static final String ID = "(select d.id from document d where d.code = ?1)";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    DocumentVersions() {}

    @Inject
    DocumentVersions(Bound bound) {
        this.bound = bound;
    }

    /**
     * The newest first.
     *
     * @param before only versions before this one
     * @throws Problem 404 when there is no such document
     */
    @Transactional
    public Slice<DocumentVersion> list(String code, long before, int limit) {
        if (Rows.one(bound.query("select 1 from document d where d.code = ?", code), row -> row)
                .isEmpty()) {
            throw Problem.notFound();
        }
        var rows = bound.query(
                "select v.version, v.published_at, v.origin, v.note from document_version v where v.document_id = " + ID
                        + " and v.version < ?2 order by v.version desc limit ?3",
                code,
                before,
                limit + 1);
        return Slice.of(
                Rows.list(
                        rows,
                        row -> new DocumentVersion(
                                Math.toIntExact(row.id(0)), row.instant(1), row.text(2), row.text(3))),
                limit,
                DocumentVersion::version);
    }

    /**
     * The facts, links and texts of a version, as they were published.
     *
     * @throws Problem 404 when there is no such version
     */
    @Transactional
    public JsonObject content(String code, int version) {
        return Rows.one(
                        bound.query(
                                "select cast(v.content as text) from document_version v where v.document_id = " + ID
                                        + " and v.version = ?2",
                                code,
                                version),
                        row -> JsonText.object(row.text(0)))
                .orElseThrow(Problem::notFound);
    }
}
