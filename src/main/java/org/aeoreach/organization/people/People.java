package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** The people of the viewer's unit and below, and the roles they hold. */
@ApplicationScoped
public class People {

    private static final String COLUMNS = "select a.id, a.login, a.name_zh, a.name_en, a.mail, a.language, a.unit_id,"
            + " n.zh, n.en, a.suspended_at, a.version"
            + " from account a join unit_name n on n.unit_id = a.unit_id and n.valid_to is null";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

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
