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
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;

/** Reads who holds which role where. */
@ApplicationScoped
public class HeldRoles {

    private static final String SQL = "select r.id, r.account_id, a.name_zh, a.name_en, a.suspended_at is not null,"
            + " r.role, r.unit_id, n.zh, n.en, r.valid_from, r.valid_to from role_assignment r"
            + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
            + " left join account a on a.id = r.account_id";

    private static final int MOST = 200;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Roles of officers in this very unit that are held today or will be; at most 200. */
    @Transactional
    public List<Held> in(long unitId) {
        Query query = em.createNativeQuery(SQL + " where r.unit_id = ?1 and r.role <> 'ENTERPRISE_USER'"
                        + " and (r.valid_to is null or r.valid_to >= greatest(?2, r.valid_from))"
                        + " order by r.role, a.name_zh, r.id limit ?3")
                .setParameter(1, unitId)
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(3, MOST);
        return Rows.list(query, HeldRoles::held);
    }

    /** All roles of a person, past ones included, as far as the viewer may see them; those that go on first. */
    @Transactional
    public List<Held> of(long person) {
        Query query = em.createNativeQuery(SQL + " where r.account_id = ?1"
                        + " order by (r.valid_to is null or r.valid_to >= ?2) desc, r.valid_from desc, r.id desc")
                .setParameter(1, person)
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.list(query, HeldRoles::held);
    }

    /** @throws Problem 404 when there is no such role within the viewer's sight */
    @Transactional
    public Held get(long assignment) {
        Query query = em.createNativeQuery(SQL + " where r.id = ?").setParameter(1, assignment);
        return Rows.one(query, HeldRoles::held).orElseThrow(Problem::notFound);
    }

    /** How many other people hold the same role in the same unit on a day and go on to hold it. */
    @Transactional
    public long others(Held held, LocalDate day) {
        Query query = em.createNativeQuery("select count(distinct account_id) from role_assignment where role = ?1"
                        + " and unit_id = ?2 and account_id <> ?3 and valid_from <= ?4"
                        + " and (valid_to is null or valid_to > ?4)")
                .setParameter(1, held.role().name())
                .setParameter(2, held.unitId())
                .setParameter(3, held.personId())
                .setParameter(4, java.sql.Date.valueOf(day));
        return ((Number) query.getSingleResult()).longValue();
    }

    private static Held held(Rows.Row row) {
        return new Held(
                row.id(0),
                row.id(1),
                row.textOrNull(2),
                row.textOrNull(3),
                Boolean.TRUE.equals(row.columns()[4]),
                Role.valueOf(row.text(5)),
                row.id(6),
                row.text(7),
                row.textOrNull(8),
                row.date(9),
                row.dateOrNull(10));
    }
}
