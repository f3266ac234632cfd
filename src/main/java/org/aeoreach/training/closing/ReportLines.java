package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Which closing reports there are. */
@ApplicationScoped
public class ReportLines {

    private static final String ALL =
            "select r.id, r.session_id, s.number, s.title_zh, s.title_en, s.starts_at, n.zh, n.en,"
                    + " r.status, r.finished_at from training_report r join training_session s on s.id = r.session_id"
                    + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null where r.id < ?1 order by r.id desc limit ?2";

    @Inject
    private Bound bound;

    /** One of them. @param finishedAt null as long as it is being written */
    public record Line(
            long id,
            long session,
            String sessionNumber,
            String titleZh,
            @Nullable String titleEn,
            Instant startsAt,
            String unitZh,
            @Nullable String unitEn,
            ReportStatus status,
            @Nullable Instant finishedAt) {

        static Line of(Rows.Row row) {
            return new Line(
                    row.id(0),
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.textOrNull(4),
                    row.instant(5),
                    row.text(6),
                    row.textOrNull(7),
                    ReportStatus.valueOf(row.text(8)),
                    row.instantOrNull(9));
        }
    }

    /** Those of the viewer's unit and below, the newest first. */
    @Transactional
    public Slice<Line> all(long before, int limit) {
        return Slice.of(Rows.list(bound.query(ALL, before, limit + 1), Line::of), limit, Line::id);
    }
}
