package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Background work as people start, watch and cancel it. */
@ApplicationScoped
public class Jobs {

    /** Unfinished jobs one person may have. */
    static final int MOST_UNFINISHED = 10;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private JobViews views;

    @Inject
    private JobWitness witness;

    /**
     * Starts a job in the transaction under way: it begins soon after that commits, under the scope the viewer has then.
     *
     * @param parameters given to the kind as they are, at most a few MiB
     * @throws Problem 409 when the viewer has {@value #MOST_UNFINISHED} unfinished jobs
     */
    @Transactional
    public JobView start(String kind, JsonObject parameters) {
        Viewer me = viewer.require();
        requireRoom(me);
        Viewer.Substitution substitution = me.substitution();
        Object id = em.createNativeQuery(
                        "insert into job (kind, account_id, assignment_id, substitution_id, org_path,"
                                + " address, parameters) values (?, ?, ?, cast(? as bigint), ?, ?, cast(? as jsonb)) returning id")
                .setParameter(1, kind)
                .setParameter(2, me.accountId())
                .setParameter(3, me.assignmentId())
                .setParameter(4, substitution == null ? null : Long.toString(substitution.id()))
                .setParameter(5, me.orgPath())
                .setParameter(6, RequestContext.current().address())
                .setParameter(7, parameters.toString())
                .getSingleResult();
        JobView job = get(((Number) id).longValue());
        witness.saw("job.start", job.id(), kind, job.orgPath());
        return job;
    }

    private void requireRoom(Viewer me) {
        Object unfinished = em.createNativeQuery(
                        "select count(*) from job where account_id = ? and status in ('WAITING', 'RUNNING')")
                .setParameter(1, me.accountId())
                .getSingleResult();
        if (((Number) unfinished).intValue() >= MOST_UNFINISHED) {
            throw new Problem(409, "job.problem.too-many", MOST_UNFINISHED);
        }
    }

    /** The newest first, results left out. @param kind only these, or null for all */
    @Transactional
    public Slice<JobView> list(@Nullable String kind, long before, int limit) {
        String sql = JobViews.COLUMNS + ", null from job where id < ?1" + (kind == null ? "" : " and kind = ?3")
                + " order by id desc limit ?2";
        var query = em.createNativeQuery(sql).setParameter(1, before).setParameter(2, limit + 1);
        if (kind != null) {
            query.setParameter(3, kind);
        }
        return Slice.of(views.of(Rows.list(query, row -> row)), limit, JobView::id);
    }

    /** @throws Problem 404 when there is none in the viewer's range */
    @Transactional
    public JobView get(long id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    /** The same; none when there is none in the viewer's range. */
    @Transactional
    public Optional<JobView> find(long id) {
        var query = em.createNativeQuery(JobViews.COLUMNS + ", result from job where id = ?")
                .setParameter(1, id);
        return one(Rows.list(query, row -> row));
    }

    /** The newest of a kind that ran to its end, in the viewer's range. */
    @Transactional
    public Optional<JobView> newestDone(String kind) {
        var query = em.createNativeQuery(JobViews.COLUMNS
                        + ", result from job where kind = ? and status = 'DONE' order by id desc limit 1")
                .setParameter(1, kind);
        return one(Rows.list(query, row -> row));
    }

    private Optional<JobView> one(List<Rows.Row> rows) {
        return views.of(rows).stream().findFirst();
    }

    /**
     * Asks a job to stop; it does within a second or so, at its next pause between two steps.
     *
     * @throws Problem 403 when it is neither the viewer's nor within his rights, 409 when it has ended
     */
    @Transactional
    public JobView cancel(long id) {
        JobView job = get(id);
        if (job.status().finished()) {
            throw new Problem(409, "job.problem.finished");
        }
        if (job.cancelRequested()) {
            return job;
        }
        int asked = !job.cancellable()
                ? 0
                : em.createNativeQuery("update job set cancel_requested = true,"
                                + " version = version + 1 where id = ? and status in ('WAITING', 'RUNNING')")
                        .setParameter(1, id)
                        .executeUpdate();
        if (asked == 0) {
            throw Problem.forbidden();
        }
        witness.saw("job.cancel", id, job.kind(), job.orgPath());
        return get(id);
    }
}
