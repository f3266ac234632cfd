package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.scope.Viewer;
import org.aeoreach.scope.ViewerRow;
import org.jspecify.annotations.Nullable;

/**
 * The jobs as the machinery sees them, under the jobs role. All times are the database's, so that nodes whose clocks
 * differ agree on slots and leases. Whoever changes a running job must still hold it: same node, same attempt.
 */
@ApplicationScoped
class JobQueue {

    /** A job whose node was lost this often is not tried again: it may be what kills them. */
    static final int ATTEMPTS = 3;

    private static final String HELD = " where id = ? and claimed_by = ? and attempts = ? and status = 'RUNNING'";

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    JobQueue() {}

    @Inject
    JobQueue(SystemDatabase database) {
        this.database = database;
    }

    /** A job this node holds. @param personal whether a person started it */
    record Claimed(
            long id,
            String kind,
            boolean personal,
            JsonObject parameters,
            @Nullable JsonObject earlier,
            int attempt,
            @Nullable String address,
            String node) {}

    Instant now() {
        return database.list("select now()", row -> row.instant(0)).get(0);
    }

    /** Puts a slot in the queue; true when this call did. A slot that waits already stands for all that were missed. */
    boolean fill(String kind, Instant slot) {
        return database.update(
                        "insert into job (kind, slot, org_path) select ?, ?, '0000.' where not exists"
                                + " (select from job where kind = ? and slot is not null and status = 'WAITING')"
                                + " on conflict (kind, slot) do nothing",
                        kind,
                        slot.atOffset(ZoneOffset.UTC),
                        kind)
                == 1;
    }

    /** Ends what nobody will run: cancelled before it began, or lost with its node once too often. */
    void sweep() {
        database.update(
                "update job set status = 'CANCELLED', finished_at = now(), version = version + 1 where cancel_requested"
                        + " and (status = 'WAITING' or (status = 'RUNNING' and claimed_until < now()))");
        database.update(
                "update job set status = 'FAILED', error = 'job.error.abandoned', finished_at = now(),"
                        + " version = version + 1 where status = 'RUNNING' and claimed_until < now() and attempts >= ?",
                ATTEMPTS);
    }

    /** Takes the oldest job that waits or whose node no longer renews its lease. */
    Optional<Claimed> claim(Collection<String> kinds, String node, Duration lease) {
        String sql = "update job set status = 'RUNNING', claimed_by = ?, attempts = attempts + 1,"
                + " claimed_until = now() + make_interval(secs => ?), started_at = coalesce(started_at, now()),"
                + " version = version + 1 where id = (select id from job where kind = any (cast(? as text[])) and not cancel_requested"
                + " and (status = 'WAITING' and coalesce(claimed_until, now()) <= now()"
                + " or status = 'RUNNING' and claimed_until < now() and attempts < ?)"
                + " order by id for update skip locked limit 1)"
                + " returning id, kind, account_id, parameters, result, attempts, address";
        String names = "{" + String.join(",", kinds) + "}";
        return database.list(sql, row -> claimed(row, node), node, lease.toSeconds(), names, ATTEMPTS).stream()
                .findFirst();
    }

    /**
     * Renews the lease and stores how far the job is.
     *
     * @return why the job must stop, if it must
     */
    Optional<JobContext.Stop> renew(JobContext run, Duration lease, LocalDate today) {
        String sql = "update job set claimed_until = now() + make_interval(secs => ?), done = ?, total = ?,"
                + " result = coalesce(cast(? as jsonb), result)" + HELD + " returning cancel_requested,"
                + " account_id is null or exists (select from job_viewer(id, ?))";
        Claimed job = run.job();
        return database
                .list(
                        sql,
                        JobQueue::reason,
                        lease.toSeconds(),
                        run.done(),
                        run.total(),
                        text(run.result()),
                        job.id(),
                        job.node(),
                        job.attempt(),
                        java.sql.Date.valueOf(today))
                .stream()
                .findFirst()
                .orElse(Optional.of(JobContext.Stop.TAKEN_OVER));
    }

    private static Optional<JobContext.Stop> reason(Rows.Row row) {
        if (row.flag(0)) {
            return Optional.of(JobContext.Stop.CANCELLED);
        }
        return row.flag(1) ? Optional.empty() : Optional.of(JobContext.Stop.ROLE_GONE);
    }

    /** Lets go of a job; does nothing when another node has taken it over. */
    void end(JobContext run, Outcome outcome) {
        Claimed job = run.job();
        boolean waits = outcome.status() == JobStatus.WAITING;
        database.update(
                "update job set status = ?, error = ?, error_arguments = cast(? as jsonb), done = ?, total = ?,"
                        + " result = coalesce(cast(? as jsonb), result), claimed_by = null, version = version + 1,"
                        + " claimed_until = now() + make_interval(secs => ?), attempts = attempts - ?,"
                        + " finished_at = case when ? then null else now() end" + HELD,
                outcome.status().name(),
                outcome.error(),
                outcome.arguments().toString(),
                run.done(),
                run.total(),
                text(run.result()),
                outcome.pause(),
                outcome.counts() ? 0 : 1,
                waits,
                job.id(),
                job.node(),
                job.attempt());
    }

    /** The person who started a job in the role he had then, unless he no longer holds it. */
    Optional<Viewer> viewer(long job, LocalDate today) {
        String sql = "select account_id, login, name_zh, name_en, role, assignment_id, unit_id, org_path,"
                + " substitution_id, absent_id, absent_zh, absent_en from job_viewer(?, ?)";
        return database
                .list(
                        sql,
                        // Jobs are started by officers: without an enterprise there is no outward row either.
                        row -> ViewerRow.of(row, Viewer.Settings.STANDARD),
                        job,
                        java.sql.Date.valueOf(today))
                .stream()
                .findFirst();
    }

    private static Claimed claimed(Rows.Row row, String node) {
        String result = row.textOrNull(4);
        return new Claimed(
                row.id(0),
                row.text(1),
                row.idOrNull(2) != null,
                JsonText.object(row.text(3)),
                result == null ? null : JsonText.object(result),
                (int) row.id(5),
                row.textOrNull(6),
                node);
    }

    private static @Nullable String text(@Nullable JsonObject json) {
        return json == null ? null : json.toString();
    }
}
