package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitView;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** The people of the viewer's unit and below, and the roles they hold. */
@ApplicationScoped
public class People {

    /** Only the system administrator hands these out: who grants rights must not also be the one who is audited. */
    private static final Set<Role> GRANTED_CENTRALLY = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR);

    private static final String COLUMNS = "select a.id, a.login, a.name_zh, a.name_en, a.mail, a.language, a.unit_id,"
            + " n.zh, n.en, a.suspended_at, a.version"
            + " from account a join unit_name n on n.unit_id = a.unit_id and n.valid_to is null";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private UnitDirectory directory;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** A role to be held in a unit from a day on. */
    public record Grant(
            @NotNull Role role,
            @NotNull Long unitId,
            @NotNull LocalDate validFrom) {}

    /**
     * People by id, after the one given.
     *
     * @param text part of a name or login; empty for all
     * @param unitId only people whose home is this unit
     */
    @Transactional
    public Slice<PersonView> list(String text, @Nullable Long unitId, long after, int limit) {
        String sql = COLUMNS + " where a.id > ?1"
                + (text.isEmpty() ? "" : " and (a.name_zh ilike ?2 or a.name_en ilike ?2 or a.login ilike ?2)")
                + (unitId == null ? "" : " and a.unit_id = ?3")
                + " order by a.id limit ?4";
        Query query = em.createNativeQuery(sql).setParameter(1, after).setParameter(4, limit + 1);
        if (!text.isEmpty()) {
            query.setParameter(2, "%" + Rows.likeQuoted(text) + "%");
        }
        if (unitId != null) {
            query.setParameter(3, unitId);
        }
        return Slice.of(Rows.list(query, row -> view(row, List.of())), limit, PersonView::id);
    }

    @Transactional
    public PersonView get(long id) {
        List<PersonView.Held> roles = roles(id);
        return Rows.one(em.createNativeQuery(COLUMNS + " where a.id = ?").setParameter(1, id), row -> view(row, roles))
                .orElseThrow(Problem::notFound);
    }

    private List<PersonView.Held> roles(long account) {
        Query query = em.createNativeQuery("select r.id, r.role, r.unit_id, n.zh, n.en, r.valid_from, r.valid_to"
                        + " from role_assignment r join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
                        + " where r.account_id = ? order by r.valid_from desc, r.id desc")
                .setParameter(1, account);
        return Rows.list(query, People::held);
    }

    /** A role somebody holds or held, as far as the viewer may see it. */
    public record Assignment(long id, long accountId, Role role, String orgPath) {}

    @Transactional
    public Optional<Assignment> assignment(long id) {
        Query query = em.createNativeQuery("select id, account_id, role, org_path from role_assignment where id = ?")
                .setParameter(1, id);
        return Rows.one(query, row -> new Assignment(row.id(0), row.id(1), Role.valueOf(row.text(2)), row.text(3)));
    }

    @Transactional
    public PersonView grant(long id, Grant grant) {
        get(id);
        requireGrantable(grant.role());
        UnitView unit = directory.find(grant.unitId()).orElse(null);
        if (unit == null || unit.closedOn() != null || !viewer.require().covers(unit.orgPath())) {
            throw Problem.invalid("unitId", "organization.invalid.unit");
        }
        RoleAssignment assignment = new RoleAssignment(id, grant.role(), unit, grant.validFrom());
        em.persist(assignment);
        em.flush();
        Changes changes =
                Changes.none().with("role", grant.role()).with("account", id).with("validFrom", grant.validFrom());
        record("organization.grant-role", assignment, changes);
        return get(id);
    }

    /** Ends a role; today is the last day on which it is held. */
    @Transactional
    public void endRole(long assignmentId) {
        RoleAssignment assignment = em.find(RoleAssignment.class, assignmentId);
        if (assignment == null || !viewer.require().covers(assignment.orgPath())) {
            throw Problem.notFound();
        }
        requireGrantable(assignment.role());
        LocalDate before = assignment.validTo();
        assignment.end(Time.today(clock));
        record("organization.end-role", assignment, Changes.none().with("validTo", before, assignment.validTo()));
        em.flush();
    }

    private void requireGrantable(Role role) {
        boolean central = GRANTED_CENTRALLY.contains(role);
        if (role == Role.ENTERPRISE_USER || (central && viewer.require().role() != Role.SYSTEM_ADMINISTRATOR)) {
            throw Problem.forbidden();
        }
    }

    private void record(String action, RoleAssignment assignment, Changes changes) {
        audit.record(action, new AuditTrail.Subject("role_assignment", assignment.id(), assignment.orgPath()), changes);
    }

    private static PersonView view(Rows.Row row, List<PersonView.Held> roles) {
        return new PersonView(
                row.id(0),
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                row.text(4),
                row.text(5),
                row.id(6),
                row.text(7),
                row.textOrNull(8),
                row.instantOrNull(9),
                row.id(10),
                roles);
    }

    private static PersonView.Held held(Rows.Row row) {
        return new PersonView.Held(
                row.id(0),
                Role.valueOf(row.text(1)),
                row.id(2),
                row.text(3),
                row.textOrNull(4),
                row.date(5),
                row.dateOrNull(6));
    }
}
