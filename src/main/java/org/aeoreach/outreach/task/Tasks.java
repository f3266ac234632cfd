package org.aeoreach.outreach.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.DayPlace;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Follow-up tasks within the viewer's range, his own, and those of officers he stands in for. */
@ApplicationScoped
public class Tasks {

    private static final String COLUMNS = "select t.id, t.title, t.due_on, t.status, t.owner_id, a.name_zh, a.name_en,"
            + " n.zh, n.en, t.touchpoint_id, e.id, e.name_zh as enterprise_zh, e.name_en as enterprise_en, t.outcome,"
            + " t.created_at, t.closed_at, t.owner_id in (select task_owners()), t.org_path, t.version"
            + " from task t join unit_name n on n.unit_id = t.unit_id and n.valid_to is null"
            // An owner whose home is elsewhere is not named; an enterprise that moved away is not either.
            + " left join account a on a.id = t.owner_id left join enterprise e on e.id = t.enterprise_id";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Owners owners;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** What a new task belongs to. */
    public record Origin(
            @Nullable Long touchpointId, @Nullable Long enterpriseId) {}

    /** What came of a task. */
    public record Outcome(
            @NotNull TaskStatus status,
            @NotBlank @Size(max = 1000) String outcome) {}

    /** A later or an earlier day. */
    public record Move(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 300) String reason) {}

    /** Another owner. */
    public record Handing(
            @NotNull Long ownerId,
            @NotBlank @Size(max = 300) String reason) {}

    /** Open tasks, the most overdue first. @param mine only the viewer's */
    @Transactional
    public Slice<TaskView> open(boolean mine, DayPlace after, int limit) {
        Query query = em.createNativeQuery(COLUMNS + " where t.status = 'OPEN'"
                        + " and (t.due_on, t.id) > (cast(?1 as date), ?2)"
                        + (mine ? " and t.owner_id in (select task_owners())" : "")
                        + " order by t.due_on, t.id limit ?3")
                .setParameter(1, after.day().toString())
                .setParameter(2, after.id())
                .setParameter(3, limit + 1);
        return Slice.of(Rows.list(query, Tasks::view), limit, task -> new DayPlace(task.dueOn(), task.id()));
    }

    /** Those promised in a contact, in the order of their days. */
    @Transactional
    public List<TaskView> of(long touchpoint) {
        return Rows.list(
                em.createNativeQuery(COLUMNS + " where t.touchpoint_id = ? order by t.due_on, t.id")
                        .setParameter(1, touchpoint),
                Tasks::view);
    }

    /** @throws Problem 404 when there is none, or not for the viewer */
    @Transactional
    public TaskView get(long id) {
        return Rows.one(em.createNativeQuery(COLUMNS + " where t.id = ?").setParameter(1, id), Tasks::view)
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 at {@code ownerId} or {@code dueOn} */
    @Transactional
    public TaskView add(FollowUp task, Origin origin) {
        Owners.Owner owner = owner(task.ownerId() == null ? viewer.require().accountId() : task.ownerId());
        requireToday(task.dueOn());
        long id = ((Number) em.createNativeQuery("insert into task (unit_id, org_path, owner_id, touchpoint_id,"
                                + " enterprise_id, title, due_on, account_id) values (?, ?, ?, cast(? as bigint),"
                                + " cast(? as bigint), ?, ?, ?) returning id")
                        .setParameter(1, owner.unitId())
                        .setParameter(2, owner.orgPath())
                        .setParameter(3, owner.id())
                        .setParameter(4, text(origin.touchpointId()))
                        .setParameter(5, text(origin.enterpriseId()))
                        .setParameter(6, task.title())
                        .setParameter(7, java.sql.Date.valueOf(task.dueOn()))
                        .setParameter(8, viewer.require().accountId())
                        .getSingleResult())
                .longValue();
        audit.record(
                "outreach.add-task",
                new AuditTrail.Subject("task", id, owner.orgPath()),
                Changes.none()
                        .with("owner", owner.id())
                        .with("dueOn", task.dueOn())
                        .with("title", task.title())
                        .with("touchpoint", origin.touchpointId()));
        return get(id);
    }

    /** Done, or dropped. @throws Problem 409 when it is closed already */
    @Transactional
    public TaskView close(long id, long version, Outcome outcome) {
        if (outcome.status() == TaskStatus.OPEN) {
            throw Problem.invalid("status", "web.invalid.choice");
        }
        TaskView before = openOne(id, version);
        change(
                em.createNativeQuery("update task set status = ?3, outcome = ?4, closed_at = cast(?5 as timestamptz),"
                                + " closed_by = ?6, version = version + 1 where id = ?1 and version = ?2")
                        .setParameter(3, outcome.status().name())
                        .setParameter(4, outcome.outcome())
                        .setParameter(5, clock.instant().toString())
                        .setParameter(6, viewer.require().accountId()),
                before);
        record(
                "outreach.close-task",
                before,
                Changes.none().with("status", TaskStatus.OPEN, outcome.status()).with("outcome", outcome.outcome()));
        return get(id);
    }

    @Transactional
    public TaskView move(long id, long version, Move move) {
        TaskView before = openOne(id, version);
        requireToday(move.dueOn());
        change(
                em.createNativeQuery(
                                "update task set due_on = ?3, version = version + 1 where id = ?1 and version = ?2")
                        .setParameter(3, java.sql.Date.valueOf(move.dueOn())),
                before);
        record(
                "outreach.move-task",
                before,
                Changes.none().with("dueOn", before.dueOn(), move.dueOn()).with("reason", move.reason()));
        return get(id);
    }

    /** The new owner has it from now on, in his unit. */
    @Transactional
    public TaskView handOver(long id, long version, Handing handing) {
        TaskView before = openOne(id, version);
        Owners.Owner owner = owner(handing.ownerId());
        change(
                em.createNativeQuery("update task set owner_id = ?3, unit_id = ?4, org_path = ?5, version = version + 1"
                                + " where id = ?1 and version = ?2")
                        .setParameter(3, owner.id())
                        .setParameter(4, owner.unitId())
                        .setParameter(5, owner.orgPath()),
                before);
        record(
                "outreach.hand-over-task",
                before,
                Changes.none().with("owner", before.ownerId(), owner.id()).with("reason", handing.reason()));
        return get(id);
    }

    private TaskView openOne(long id, long version) {
        TaskView before = get(id);
        if (!before.open()) {
            throw new Problem(409, "outreach.problem.task-closed");
        }
        Versions.check(version, before.version());
        return before;
    }

    /** The rows a viewer may read but not write look as if somebody else had changed them; he is told the truth. */
    private static void change(Query update, TaskView before) {
        int changed = update.setParameter(1, before.id())
                .setParameter(2, before.version())
                .executeUpdate();
        if (changed == 0) {
            throw Problem.forbidden();
        }
    }

    private void record(String action, TaskView task, Changes changes) {
        audit.record(action, new AuditTrail.Subject("task", task.id(), task.orgPath()), changes);
    }

    private Owners.Owner owner(long account) {
        return owners.find(account).orElseThrow(() -> Problem.invalid("ownerId", "outreach.invalid.owner"));
    }

    private void requireToday(LocalDate day) {
        if (day.isBefore(Time.today(clock))) {
            throw Problem.invalid("dueOn", "outreach.invalid.past");
        }
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }

    private static TaskView view(Rows.Row row) {
        return new TaskView(
                row.id(0),
                row.text(1),
                row.date(2),
                TaskStatus.valueOf(row.text(3)),
                row.id(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.text(7),
                row.textOrNull(8),
                row.idOrNull(9),
                row.idOrNull(10),
                row.textOrNull(11),
                row.textOrNull(12),
                row.textOrNull(13),
                row.instant(14),
                row.instantOrNull(15),
                row.flag(16),
                row.text(17),
                row.id(18));
    }
}
