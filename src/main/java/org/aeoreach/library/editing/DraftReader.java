package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Drafts as the viewer's unit and those above it see them. */
@ApplicationScoped
public class DraftReader {
    private static final String COLUMNS = "select d.id, d.code, d.org_path, d.state, cast(d.facts as text),"
            + " cast(d.links as text), d.zh_title, d.zh_summary, d.zh_markdown, d.en_title, d.en_summary,"
            + " d.en_markdown, d.in_step, d.note, d.base_version,"
            + " cast(current_setting('app.account', true) as text) in (cast(d.author_id as text),"
            + " coalesce(cast(d.submitted_by as text), '')), d.answer, d.publish_at, d.changed_at, d.version,"
            + " coalesce((select p.version from document p where p.code = d.code), 0), d.archiving"
            + " from document_draft d where ";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    DraftReader() {}

    @Inject
    DraftReader(Bound bound) {
        this.bound = bound;
    }

    /** @throws Problem 404 when there is none in the viewer's range */
    @Transactional
    public DraftView get(long id) {
        return Rows.one(bound.query(COLUMNS + "d.id = ?", id), DraftReader::read)
                .orElseThrow(Problem::notFound);
    }

    /** The one under way for a document. */
    @Transactional
    public Optional<DraftView> open(String code) {
        return Rows.one(
                bound.query(COLUMNS + "d.code = ? and d.state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED')", code),
                DraftReader::read);
    }

    private static DraftView read(Rows.Row row) {
        return new DraftView(
                row.id(0),
                row.text(1),
                row.text(2),
                DraftState.valueOf(row.text(3)),
                JsonText.object(row.text(4)),
                row.text(5),
                new DraftView.Side(row.text(6), row.text(7), row.text(8)),
                new DraftView.Side(row.text(9), row.text(10), row.text(11)),
                row.flag(12),
                row.text(13),
                Math.toIntExact(row.id(14)),
                Math.toIntExact(row.id(20)),
                row.flag(15),
                row.textOrNull(16),
                row.instantOrNull(17),
                row.instant(18),
                row.id(19),
                row.flag(21));
    }
}
