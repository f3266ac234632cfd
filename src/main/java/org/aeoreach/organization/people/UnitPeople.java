package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.organization.UnitStaff;
import org.aeoreach.organization.UnitView;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;

/** What becomes of the people of a unit when the unit ends. */
@ApplicationScoped
class UnitPeople implements UnitStaff {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public long members(long unitId) {
        return count(em.createNativeQuery("select count(*) from account where unit_id = ? and kind = 'OFFICER'")
                .setParameter(1, unitId));
    }

    @Override
    @Transactional
    public long holders(long unitId, LocalDate day) {
        return count(em.createNativeQuery(
                        "select count(distinct account_id) from role_assignment where unit_id = ?1"
                                + " and role <> 'ENTERPRISE_USER' and valid_from <= ?2 and (valid_to is null or valid_to >= ?2)")
                .setParameter(1, unitId)
                .setParameter(2, java.sql.Date.valueOf(day)));
    }

    private static long count(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    @Override
    @Transactional
    public long holders(UnitView unit, LocalDate from) {
        Query query = em.createNativeQuery(
                        "select count(distinct account_id) from role_assignment"
                                + " where org_path >= ? and org_path < ? and (valid_to is null or valid_to >= greatest(?, valid_from))")
                .setParameter(1, unit.orgPath())
                .setParameter(2, unit.endOfPath())
                .setParameter(3, java.sql.Date.valueOf(from));
        return count(query);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireNone(UnitView unit, LocalDate from) {
        long holders = holders(unit, from);
        if (holders > 0) {
            throw new Problem(409, "organization.problem.people-in-unit", holders);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(UnitView unit, UnitView successor, LocalDate from) {
        List<RoleAssignment> held = em.createQuery(
                        "select r from RoleAssignment r where r.unitId = :unit and (r.validTo is null or r.validTo >= :day)",
                        RoleAssignment.class)
                .setParameter("unit", unit.id())
                .setParameter("day", from)
                .getResultList();
        for (RoleAssignment assignment : held) {
            move(assignment, successor, from);
        }
        moveHomes(unit, successor);
    }

    /** The role goes on in the successor until the day it was to end, unless it is held there already. */
    private void move(RoleAssignment assignment, UnitView successor, LocalDate from) {
        LocalDate until = assignment.validTo();
        LocalDate since = assignment.validFrom();
        LocalDate begins = since.isAfter(from) ? since : from;
        assignment.end(begins.minusDays(1));
        Query query = em.createNativeQuery("select count(*) from role_assignment where account_id = ? and role = ?"
                        + " and unit_id = ? and (valid_to is null or valid_to >= ?)")
                .setParameter(1, assignment.accountId())
                .setParameter(2, assignment.role().name())
                .setParameter(3, successor.id())
                .setParameter(4, java.sql.Date.valueOf(begins));
        // A person may be of several enterprises, each with a role of its own.
        if (assignment.role() != Role.ENTERPRISE_USER && count(query) > 0) {
            return;
        }
        RoleAssignment moved = assignment.movedTo(successor, begins);
        if (until != null) {
            moved.end(until);
        }
        em.persist(moved);
    }

    /** Who is at home in the unit is at home in the successor: else its administrator would not see him. */
    private void moveHomes(UnitView unit, UnitView successor) {
        em.createNativeQuery("update account set unit_id = ?, org_path = ?, version = version + 1 where unit_id = ?")
                .setParameter(1, successor.id())
                .setParameter(2, successor.orgPath())
                .setParameter(3, unit.id())
                .executeUpdate();
    }
}
