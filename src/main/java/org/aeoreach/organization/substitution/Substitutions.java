package org.aeoreach.organization.substitution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.organization.people.Held;
import org.aeoreach.organization.people.HeldRoles;
import org.aeoreach.organization.people.Roles;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Standing in for absent officers. An officer arranges it for himself, an administrator for people of his unit. */
@ApplicationScoped
public class Substitutions {

    private static final String COLUMNS = "select s.id, s.assignment_id, r.role, r.unit_id, n.zh, n.en,"
            + " s.absent_id, coalesce(a.name_zh, '其他机构人员'), case when a.id is null then 'officer of another unit' else a.name_en end,"
            + " s.substitute_id, coalesce(b.name_zh, '其他机构人员'), case when b.id is null then 'officer of another unit' else b.name_en end,"
            + " s.first_day, s.last_day,"
            + " s.revoked_at, s.version from substitution s join role_assignment r on r.id = s.assignment_id"
            + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
            // Whose home is outside the viewer's range is not named, but what he does in it is seen.
            + " left join account a on a.id = s.absent_id left join account b on b.id = s.substitute_id";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Roles roles;

    @Inject
    private HeldRoles held;

    @Inject
    private AuditTrail audit;

    @Inject
    private SubstitutionNotice notice;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** Somebody to stand in for the holder of a role. */
    public record Arrangement(
            @NotNull Long assignmentId,
            @NotNull Long substituteId,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay) {}

    /** The newest first. @param personId only those in which this person is absent or stands in */
    @Transactional
    public Slice<SubstitutionView> list(@Nullable Long personId, long after, int limit) {
        Query query = em.createNativeQuery(COLUMNS + " where s.id < ?1"
                        + (personId == null ? "" : " and ?3 in (s.absent_id, s.substitute_id)")
                        + " order by s.id desc limit ?2")
                .setParameter(1, after)
                .setParameter(2, limit + 1);
        if (personId != null) {
            query.setParameter(3, personId);
        }
        return Slice.of(Rows.list(query, Substitutions::view), limit, SubstitutionView::id);
    }

    @Transactional
    public SubstitutionView get(long id) {
        Query query = em.createNativeQuery(COLUMNS + " where s.id = ?").setParameter(1, id);
        return Rows.one(query, Substitutions::view).orElseThrow(Problem::notFound);
    }

    @Transactional
    public SubstitutionView arrange(Arrangement arrangement) {
        Roles.Assignment assignment = roles.find(arrangement.assignmentId()).orElse(null);
        if (assignment == null || assignment.role() == Role.ENTERPRISE_USER) {
            throw Problem.invalid("assignmentId", "organization.invalid.assignment");
        }
        requireMine(assignment);
        requireOfficer(arrangement.substituteId());
        requireDays(arrangement, assignment);
        Substitution substitution =
                new Substitution(assignment, arrangement.substituteId(), arrangement.firstDay(), arrangement.lastDay());
        requireNoOverlap(arrangement);
        em.persist(substitution);
        em.flush();
        SubstitutionView view = get(substitution.id());
        Changes changes = Changes.none()
                .with("absent", view.absentId())
                .with("substitute", view.substituteId())
                .with("firstDay", view.firstDay())
                .with("lastDay", view.lastDay());
        record("organization.arrange-substitution", substitution, changes);
        notice.tell(view, substitution.orgPath());
        return view;
    }

    /**
     * Ends a substitution at once. One that has ended stays as it is.
     *
     * @throws Problem 403 when it is seen but neither of the viewer's own role nor within his rights
     */
    @Transactional
    public SubstitutionView revoke(long id) {
        SubstitutionView before = get(id);
        if (!mayEnd(before)) {
            throw Problem.forbidden();
        }
        if (before.revokedAt() != null || before.lastDay().isBefore(Time.today(clock))) {
            return before;
        }
        Substitution substitution = em.find(Substitution.class, id, LockModeType.PESSIMISTIC_WRITE);
        boolean running = substitution.revokedAt() == null;
        substitution.revoke(clock.instant());
        em.flush();
        SubstitutionView view = get(id);
        if (running) {
            record(
                    "organization.revoke-substitution",
                    substitution,
                    Changes.none().with("revokedAt", substitution.revokedAt()));
            notice.tellRevoked(view, substitution.orgPath());
        }
        return view;
    }

    /** The roles of a person, held now or later, in which the viewer may arrange a substitute. */
    @Transactional
    public List<Held> lendable(long person) {
        LocalDate today = Time.today(clock);
        return held.of(person).stream()
                .filter(role -> role.on(today) == Held.State.CURRENT || role.on(today) == Held.State.COMING)
                .filter(role -> role.role() != Role.ENTERPRISE_USER)
                .filter(role -> roles.find(role.id()).filter(this::mine).isPresent())
                .toList();
    }

    /** Whether the viewer may end it: the absent officer in the role itself, and administrators of its unit. */
    @Transactional
    public boolean mayEnd(SubstitutionView substitution) {
        return roles.find(substitution.assignmentId()).filter(this::mine).isPresent();
    }

    /** An officer may arrange his own absence; only administrators arrange that of others. */
    private boolean mine(Roles.Assignment assignment) {
        Viewer me = viewer.require();
        boolean administrator = me.role() == Role.UNIT_ADMINISTRATOR || me.role() == Role.SYSTEM_ADMINISTRATOR;
        boolean own = assignment.accountId() == me.accountId() && me.substitution() == null;
        return me.role().mayWrite() && me.covers(assignment.orgPath()) && (administrator || own);
    }

    private void requireMine(Roles.Assignment assignment) {
        if (!mine(assignment)) {
            throw Problem.invalid("assignmentId", "organization.invalid.assignment");
        }
    }

    private void requireDays(Arrangement arrangement, Roles.Assignment assignment) {
        if (arrangement.firstDay().isBefore(Time.today(clock))) {
            throw Problem.invalid("firstDay", "organization.invalid.in-past");
        }
        if (arrangement.lastDay().isBefore(arrangement.firstDay())) {
            throw Problem.invalid("lastDay", "organization.invalid.before-beginning", arrangement.firstDay());
        }
        if (arrangement.firstDay().isBefore(assignment.validFrom())) {
            throw Problem.invalid("firstDay", "organization.invalid.before-beginning", assignment.validFrom());
        }
        LocalDate end = assignment.validTo();
        if (end != null && arrangement.lastDay().isAfter(end)) {
            throw Problem.invalid("lastDay", "organization.invalid.after-role", end);
        }
    }

    /** The database holds to it too; here the reason is told. */
    private void requireNoOverlap(Arrangement arrangement) {
        Query query = em.createNativeQuery("select first_day, last_day from substitution where assignment_id = ?"
                        + " and revoked_at is null and first_day <= ? and last_day >= ? order by first_day limit 1")
                .setParameter(1, arrangement.assignmentId())
                .setParameter(2, java.sql.Date.valueOf(arrangement.lastDay()))
                .setParameter(3, java.sql.Date.valueOf(arrangement.firstDay()));
        Rows.one(
                        query,
                        row -> new Problem.FieldError(
                                "firstDay", "organization.invalid.substitution-overlap", row.date(0), row.date(1)))
                .ifPresent(error -> {
                    throw new Problem(409, "organization.problem.substitution-overlap", List.of(error));
                });
    }

    private void requireOfficer(long account) {
        Query query = em.createNativeQuery(
                        "select count(*) from account where id = ? and kind = 'OFFICER' and suspended_at is null")
                .setParameter(1, account);
        if (((Number) query.getSingleResult()).longValue() == 0) {
            throw Problem.invalid("substituteId", "organization.invalid.substitute");
        }
    }

    private void record(String action, Substitution substitution, Changes changes) {
        audit.record(
                action, new AuditTrail.Subject("substitution", substitution.id(), substitution.orgPath()), changes);
    }

    private static SubstitutionView view(Rows.Row row) {
        return new SubstitutionView(
                row.id(0),
                row.id(1),
                Role.valueOf(row.text(2)),
                row.id(3),
                row.text(4),
                row.textOrNull(5),
                row.id(6),
                row.text(7),
                row.textOrNull(8),
                row.id(9),
                row.text(10),
                row.textOrNull(11),
                row.date(12),
                row.date(13),
                row.instantOrNull(14),
                row.id(15));
    }
}
