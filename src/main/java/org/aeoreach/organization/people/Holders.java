package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;

/** Who holds which role when: the rules about roles that need more than one row. */
@ApplicationScoped
class Holders {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    void requireOfficer(long person) {
        Query query = em.createNativeQuery("select count(*) from account where id = ? and kind = 'OFFICER'")
                .setParameter(1, person);
        if (count(query) == 0) {
            throw new Problem(409, "organization.problem.no-officer");
        }
    }

    /** A person holds a role in a unit once at a time. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireNotHeld(long person, Roles.Grant grant) {
        Query query = em.createNativeQuery("select count(*) from role_assignment where account_id = ?1 and role = ?2"
                        + " and unit_id = ?3 and (valid_to is null or (valid_to >= ?4 and valid_to >= valid_from))"
                        + " and valid_from <= ?5")
                .setParameter(1, person)
                .setParameter(2, grant.role().name())
                .setParameter(3, grant.unitId())
                .setParameter(4, java.sql.Date.valueOf(grant.validFrom()))
                .setParameter(
                        5, java.sql.Date.valueOf(grant.validTo() == null ? LocalDate.of(9999, 1, 1) : grant.validTo()));
        if (count(query) > 0) {
            throw new Problem(
                    409,
                    "organization.problem.role-held",
                    List.of(new Problem.FieldError("role", "organization.invalid.role-held")));
        }
    }

    /** Without a system administrator nobody could make one again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireAnotherSystemAdministrator(RoleAssignment ending, LocalDate lastDay) {
        if (ending.role() == Role.SYSTEM_ADMINISTRATOR && others(ending, lastDay) == 0) {
            throw new Problem(409, "organization.problem.last-system-administrator");
        }
    }

    /** Two who end each other's role would each see the other one stay. */
    @Transactional(Transactional.TxType.MANDATORY)
    void oneAtATime() {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('ending system administrators'))")
                .getSingleResult();
    }

    /** How many other people hold the same role in the same unit today and beyond the day. */
    private long others(RoleAssignment ending, LocalDate lastDay) {
        Query query = em.createNativeQuery("select count(*) from role_assignment r"
                        + " join account a on a.id = r.account_id where r.role = ?1 and r.unit_id = ?2"
                        + " and r.account_id <> ?3 and a.suspended_at is null and r.valid_from <= ?4"
                        + " and (r.valid_to is null or r.valid_to > ?5)")
                .setParameter(1, ending.role().name())
                .setParameter(2, ending.unitId())
                .setParameter(3, ending.accountId())
                .setParameter(4, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(5, java.sql.Date.valueOf(lastDay));
        return count(query);
    }

    private static long count(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
