package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Problem;

/** What becomes of the people of a unit when the unit ends. */
@ApplicationScoped
class UnitPeople {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** A unit in which somebody still holds a role, or that has houses, is not closed: nobody may be left without. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireNone(Unit unit) {
        long holders = ((Number) em.createNativeQuery("select count(distinct account_id) from role_assignment"
                                + " where org_path >= ? and org_path < ?"
                                + " and (valid_to is null or valid_to >= current_date)")
                        .setParameter(1, unit.orgPath())
                        .setParameter(
                                2, unit.orgPath().substring(0, unit.orgPath().length() - 1) + "/")
                        .getSingleResult())
                .longValue();
        if (holders > 0) {
            throw new Problem(409, "organization.problem.people-in-unit", holders);
        }
    }

    /** Everybody keeps his roles, in the successor from that day on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void move(Unit unit, Unit successor, LocalDate from) {
        List<RoleAssignment> held = em.createQuery(
                        "select r from RoleAssignment r where r.unitId = :unit and (r.validTo is null or r.validTo >= :day)",
                        RoleAssignment.class)
                .setParameter("unit", unit.id())
                .setParameter("day", from)
                .getResultList();
        for (RoleAssignment assignment : held) {
            if (assignment.heldOn(from.minusDays(1))) {
                assignment.end(from.minusDays(1));
            }
            em.persist(new RoleAssignment(assignment.accountId(), assignment.role(), successor, from));
        }
    }
}
