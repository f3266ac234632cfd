package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Handovers read from the database. */
@ApplicationScoped
class HandoverViews {

    private static final String COLUMNS = "select h.id, h.from_account, f.name_zh, f.name_en, h.to_account, t.name_zh,"
            + " t.name_en, h.happened_on, h.reason, h.enterprises, h.status, h.job_id, h.undone_at, h.org_path,"
            + " h.version, job_at_work(h.job_id) from handover h"
            + " cross join lateral officer_facts(h.from_account, h.org_path, china_day()) f"
            + " cross join lateral officer_facts(h.to_account, h.org_path, china_day()) t";

    @Inject
    private Bound bound;

    @Inject
    private Jobs jobs;

    /** Newest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Slice<HandoverView> list(long before, int limit) {
        Query query = bound.query(COLUMNS + " where h.id < ? order by h.id desc limit ?", before, limit + 1);
        return Slice.of(Rows.list(query, this::view), limit, HandoverView::id);
    }

    /** @throws Problem 404 */
    @Transactional(Transactional.TxType.MANDATORY)
    public HandoverView get(long id) {
        HandoverView view = read(id);
        // A handover ends before its job does: one that seems to have stopped may have ended between the two readings.
        return view.stopped() ? read(id) : view;
    }

    /** The same, and nobody else changes it until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public HandoverView locked(long id) {
        bound.query("select h.id from handover h where h.id = ? for update", id).getResultList();
        return read(id);
    }

    private HandoverView read(long id) {
        return Rows.one(bound.query(COLUMNS + " where h.id = ?", id), this::view)
                .orElseThrow(Problem::notFound);
    }

    /** The enterprises of a handover the viewer sees, as they were sorted when it was made: by name. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Slice<HandoverView.Item> items(long id, long after, int limit) {
        Query query = bound.query(
                "select i.id, i.enterprise_id, e.name_zh, e.name_en, i.brief_zh, i.brief_en, i.told"
                        + " from handover_item i join enterprise e on e.id = i.enterprise_id"
                        + " where i.handover_id = ? and i.id > ? order by i.id limit ?",
                id,
                after,
                limit + 1);
        return Slice.of(Rows.list(query, HandoverViews::item), limit, HandoverView.Item::id);
    }

    private static HandoverView.Item item(Rows.Row row) {
        return new HandoverView.Item(
                row.id(0), row.id(1), row.text(2), row.textOrNull(3), row.text(4), row.text(5), (int) row.id(6));
    }

    private HandoverView view(Rows.Row row) {
        return new HandoverView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.id(4),
                row.text(5),
                row.textOrNull(6),
                row.date(7),
                row.text(8),
                row.id(9),
                row.text(10),
                job(row.idOrNull(11)),
                row.flag(15),
                row.instantOrNull(12),
                row.text(13),
                row.id(14));
    }

    private @Nullable JobView job(@Nullable Long id) {
        return id == null ? null : jobs.find(id).orElse(null);
    }
}
