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
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Paging;

/** What becomes of the people of a unit when the unit ends. */
@ApplicationScoped
class UnitPeople implements UnitStaff {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public List<Member> members(long unitId) {
        Query query = em.createNativeQuery(
                        "select id, name_zh, name_en from account where unit_id = ? order by id limit ?")
                .setParameter(1, unitId)
                .setParameter(2, Paging.MOST);
        return Rows.list(query, row -> new Member(row.id(0), row.text(1), row.textOrNull(2)));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireNone(UnitView unit) {
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
            if (assignment.heldOn(from.minusDays(1))) {
                assignment.end(from.minusDays(1));
            }
            em.persist(assignment.movedTo(successor, from));
        }
    }
}
