package org.aeoreach.organization.choice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitChoice;
import org.aeoreach.web.picker.UnitChoices;
import org.jspecify.annotations.Nullable;

/** Units to choose from: those open today. */
@ApplicationScoped
public class UnitPickList implements UnitChoices {

    // Past names count only when no present one fits, and only the first of them is told.
    private static final String COLUMNS =
            "select u.id, u.code, u.kind, n.zh, n.en, u.parent_id, m.zh, m.en, cast(null as text) from unit u"
                    + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
                    + " left join unit_name m on m.unit_id = u.parent_id and m.valid_to is null"
                    + " where u.org_path >= ?1 and u.org_path < ?2"
                    + " and (u.closed_on is null or u.closed_on > (now() at time zone 'Asia/Shanghai')::date)";
    private static final String FORMERLY = "(select min(f.zh) from unit_name f where f.unit_id = u.id"
            + " and f.valid_to is not null and (f.zh ilike ?4 or f.en ilike ?4))";
    private static final String PRESENT = "(u.code like ?3 or n.zh ilike ?4 or n.en ilike ?4)";
    private static final String SEARCH =
            COLUMNS.replace("cast(null as text)", "case when not " + PRESENT + " then " + FORMERLY + " end")
                    + " and (" + PRESENT + " or " + FORMERLY + " is not null)"
                    + " order by (u.code like ?3) desc, (n.zh ilike ?3 or n.en ilike ?3) desc nulls last, u.org_path limit ?5";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    @Override
    @Transactional
    public List<UnitChoice> all(Reach reach) {
        return Rows.list(within(COLUMNS + " order by u.org_path", reach), UnitPickList::choice);
    }

    @Override
    @Transactional
    public List<UnitChoice> below(@Nullable Long parent, Reach reach) {
        if (parent != null) {
            Query query = within(COLUMNS + " and u.parent_id = ?3 order by u.org_path", reach);
            return Rows.list(query.setParameter(3, parent), UnitPickList::choice);
        }
        // The root of what is in reach: GACC, or the viewer's own unit.
        Query query = within(COLUMNS + " order by u.org_path limit 1", reach);
        return Rows.list(query, UnitPickList::choice);
    }

    @Override
    @Transactional
    public List<UnitChoice> search(String text, Reach reach, int limit) {
        String quoted = Rows.likeQuoted(text);
        Query query = within(SEARCH, reach)
                .setParameter(3, quoted + "%")
                .setParameter(4, "%" + quoted + "%")
                .setParameter(5, limit);
        return Rows.list(query, UnitPickList::choice);
    }

    @Override
    @Transactional
    public Optional<UnitChoice> find(long id, Reach reach) {
        return Rows.one(within(COLUMNS + " and u.id = ?3", reach).setParameter(3, id), UnitPickList::choice);
    }

    private Query within(String sql, Reach reach) {
        Viewer me = viewer.get().orElse(null);
        boolean everywhere = reach == Reach.ALL;
        return em.createNativeQuery(sql)
                .setParameter(1, everywhere ? "0000." : me == null ? "" : me.lo())
                .setParameter(2, everywhere ? "0000/" : me == null ? "" : me.hi());
    }

    private static UnitChoice choice(Rows.Row row) {
        int level = row.text(2).equals("GACC") ? 0 : row.text(2).equals("DISTRICT") ? 1 : 2;
        return new UnitChoice(
                row.id(0),
                row.text(1),
                level,
                row.text(3),
                row.textOrNull(4),
                row.idOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8));
    }
}
