package org.aeoreach.organization.people;

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
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Grants and ends the roles people hold in units. */
@ApplicationScoped
public class Roles {

    /** Only the system administrator hands these out: who grants rights must not also be the one who is audited. */
    private static final Set<Role> GRANTED_CENTRALLY = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private People people;

    @Inject
    private UnitDirectory directory;

    @Inject
    private Holders holders;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /**
     * A role to be held in a unit from a day to a day, both included.
     *
     * @param validTo null when no end is known
     */
    public record Grant(
            @NotNull Role role,
            @NotNull Long unitId,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A role somebody holds or held, as far as the viewer may see it. */
    public record Assignment(
            long id,
            long accountId,
            Role role,
            long unitId,
            String orgPath,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    @Transactional
    public Optional<Assignment> find(long id) {
        Query query = em.createNativeQuery("select id, account_id, role, unit_id, org_path, valid_from, valid_to"
                        + " from role_assignment where id = ?")
                .setParameter(1, id);
        return Rows.one(
                query,
                row -> new Assignment(
                        row.id(0),
                        row.id(1),
                        Role.valueOf(row.text(2)),
                        row.id(3),
                        row.text(4),
                        row.date(5),
                        row.dateOrNull(6)));
    }

    /** The roles a viewer may grant and end. */
    public static List<Role> grantableBy(Viewer viewer) {
        return List.of(Role.values()).stream()
                .filter(role -> role != Role.ENTERPRISE_USER)
                .filter(role -> viewer.role() == Role.SYSTEM_ADMINISTRATOR || !GRANTED_CENTRALLY.contains(role))
                .toList();
    }

    /** @throws Problem 403 for a role the viewer may not grant, 400 or 409 with the field at fault */
    @Transactional
    public PersonView grant(long person, Grant grant) {
        people.get(person);
        requireGrantable(grant.role());
        holders.requireOfficer(person);
        UnitView unit = directory.find(grant.unitId()).orElse(null);
        if (unit == null || unit.closedOn() != null || !viewer.require().covers(unit.orgPath())) {
            throw Problem.invalid("unitId", "organization.invalid.unit");
        }
        holders.requireNotHeld(person, grant);
        RoleAssignment assignment = new RoleAssignment(person, grant.role(), unit, grant.validFrom());
        if (grant.validTo() != null) {
            requireNotBefore(grant.validTo(), grant.validFrom());
            assignment.end(grant.validTo());
        }
        em.persist(assignment);
        em.flush();
        Changes changes = Changes.none()
                .with("role", grant.role())
                .with("account", person)
                .with("validFrom", grant.validFrom())
                .with("validTo", grant.validTo());
        record("organization.grant-role", assignment, changes);
        return people.get(person);
    }

    /** Ends a role today; one that has yet to begin never will. */
    @Transactional
    public void end(long assignmentId) {
        end(assignmentId, Time.today(clock));
    }

    /**
     * Ends a role.
     *
     * @param lastDay the last day on which it is held, today at the earliest
     * @throws Problem 409 when it has ended, or when nobody would run the installation any more
     */
    @Transactional
    public void end(long assignmentId, LocalDate lastDay) {
        RoleAssignment assignment = em.find(RoleAssignment.class, assignmentId);
        if (assignment == null || !viewer.require().covers(assignment.orgPath())) {
            throw Problem.notFound();
        }
        requireGrantable(assignment.role());
        if (assignment.role() == Role.SYSTEM_ADMINISTRATOR) {
            holders.oneAtATime();
        }
        // Who comes second finds it ended, whatever he read before.
        em.lock(assignment, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(assignment);
        LocalDate before = assignment.validTo();
        requireNotBefore(lastDay, Time.today(clock));
        holders.requireAnotherSystemAdministrator(assignment, lastDay);
        if (assignment.endEarlier(lastDay, Time.today(clock))) {
            record("organization.end-role", assignment, Changes.none().with("validTo", before, assignment.validTo()));
        }
        em.flush();
    }

    private static void requireNotBefore(LocalDate lastDay, LocalDate day) {
        if (lastDay.isBefore(day)) {
            throw Problem.invalid("validTo", "organization.invalid.before-beginning", day);
        }
    }

    private void requireGrantable(Role role) {
        if (!grantableBy(viewer.require()).contains(role)) {
            throw Problem.forbidden();
        }
    }

    private void record(String action, RoleAssignment assignment, Changes changes) {
        audit.record(action, new AuditTrail.Subject("role_assignment", assignment.id(), assignment.orgPath()), changes);
    }
}
