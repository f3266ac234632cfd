package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.aeoreach.enterprise.portfolio.EnterpriseRows;
import org.aeoreach.enterprise.portfolio.Officers;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Passes the enterprises an officer coordinates on to another one, however many they are. */
@ApplicationScoped
public class Handovers {

    /** As many are passed on while the officer waits; more are by a job. */
    static final int AT_ONCE = 500;

    /** Names of a portfolio that are shown before it is passed on. */
    private static final int NAMED = 20;

    @Inject
    private Bound bound;

    @Inject
    private HandoverViews views;

    @Inject
    private HandoverRun run;

    @Inject
    private Officers officers;

    @Inject
    private Jobs jobs;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** All enterprises in the viewer's range that one coordinates go to another one today. @param tell the enterprises */
    public record Order(
            @NotNull @Nullable Long fromAccount,
            @NotNull @Nullable Long toAccount,
            @NotBlank @Size(max = 300) String reason,
            boolean tell) {}

    /** What would be passed on. @param first by name, the first of them; paths where they are registered, each once */
    public record Portfolio(long total, List<EnterpriseRows.Chosen> first, List<String> paths) {

        public static final Portfolio NONE = new Portfolio(0, List.of(), List.of());

        public boolean isEmpty() {
            return total == 0;
        }
    }

    /** Newest first. */
    @Transactional
    public Slice<HandoverView> list(long before, int limit) {
        return views.list(before, limit);
    }

    /** @throws Problem 404 */
    @Transactional
    public HandoverView get(long id) {
        return views.get(id);
    }

    /** The enterprises of a handover after one of them. */
    @Transactional
    public Slice<HandoverView.Item> items(long id, long after, int limit) {
        return views.items(id, after, limit);
    }

    /** What the officer coordinates within the viewer's range. */
    @Transactional
    public Portfolio portfolio(long account) {
        String his = " from enterprise e where e.coordinator_id = ? and e.merged_into is null";
        List<EnterpriseRows.Chosen> first = Rows.list(
                bound.query(
                        "select e.id, e.name_zh, e.name_en, e.org_path" + his
                                + " order by e.name_zh collate pinyin, e.id limit ?",
                        account,
                        NAMED),
                row -> new EnterpriseRows.Chosen(row.id(0), row.text(1), row.textOrNull(2), row.text(3)));
        List<String> paths =
                Rows.list(bound.query("select distinct e.org_path" + his + " order by 1", account), row -> row.text(0));
        long total = ((Number) bound.query("select count(*)" + his, account).getSingleResult()).longValue();
        return new Portfolio(total, first, paths);
    }

    /**
     * Passes all of them on, with a brief each: at once, or by a job when they are many.
     *
     * @return still at work when a job does it
     * @throws Problem 400 when the new one may not look after all of them, 409 when there is nothing to pass on
     */
    @Transactional
    public HandoverView make(Order order) {
        long from = Objects.requireNonNull(order.fromAccount());
        long to = Objects.requireNonNull(order.toAccount());
        if (from == to) {
            throw Problem.invalid("toAccount", "portfolio.invalid.same-officer");
        }
        Portfolio portfolio = portfolio(from);
        if (portfolio.isEmpty()) {
            throw new Problem(409, "portfolio.problem.nothing-to-hand-over");
        }
        officers.require(to, portfolio.paths(), "toAccount");
        long id = insert(order, from, to);
        if (portfolio.total() <= AT_ONCE) {
            return run.pass(id, order.tell(), HandoverRun.Progress.NONE);
        }
        JsonObject job = JsonText.JSON
                .createObjectBuilder()
                .add(HandoverRun.ID, id)
                .add(HandoverRun.TELL, order.tell())
                .build();
        return begun(id, "RUNNING", jobs.start(RunHandover.NAME, job).id());
    }

    private long insert(Order order, long from, long to) {
        Viewer now = viewer.require();
        return ((Number) bound.query(
                                "insert into handover (from_account, to_account, unit_id, org_path, happened_on, reason,"
                                        + " account_id, status) values (?, ?, ?, ?, ?, ?, ?, 'RUNNING') returning id",
                                from,
                                to,
                                now.unitId(),
                                now.orgPath(),
                                Time.today(clock),
                                order.reason(),
                                now.accountId())
                        .getSingleResult())
                .longValue();
    }

    private HandoverView begun(long id, String status, @Nullable Long job) {
        int changed = bound.query(
                        "update handover set status = ?, job_id = coalesce(cast(? as bigint), job_id),"
                                + " version = version + 1 where id = ?",
                        status,
                        job == null ? null : job.toString(),
                        id)
                .executeUpdate();
        Versions.check(1, changed);
        return get(id);
    }

    /**
     * Gives every enterprise back to the one who had it, from today; all of them or none: at once, or by a job when they
     * are many.
     *
     * @throws Problem 409 naming those that were changed since, or when it was undone already or is being worked on, or
     *     when the officer who had them holds no role for it any more
     */
    @Transactional
    public HandoverView undo(long id, long version) {
        HandoverView before = views.locked(id);
        Versions.check(version, before.version());
        if (!before.undoable()) {
            throw new Problem(409, before.undone() ? "portfolio.problem.undone" : "portfolio.problem.not-done");
        }
        if (before.enterprises() <= AT_ONCE) {
            begun(id, "UNDOING", null);
            return run.giveBack(id, HandoverRun.Progress.NONE);
        }
        run.requireReturnable(before);
        JsonObject job =
                JsonText.JSON.createObjectBuilder().add(HandoverRun.ID, id).build();
        return begun(id, "UNDOING", jobs.start(UndoHandover.NAME, job).id());
    }
}
