package org.aeoreach.organization.today;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** What changed lately among the units and people of the viewer's range, from the facts themselves. */
@ApplicationScoped
public class RecentChanges {

    static final int DAYS = 14;

    private static final int MOST = 8;

    // Each branch: day, kind, subject, role, unit. Roles of enterprise users are no news of the unit.
    private static final String SQL = "select day, kind, href, zh, en, role, unit_zh, unit_en from ("
            + " select r.valid_from as day, 'ROLE_BEGAN' as kind, '/desk/people/' || a.id as href, a.name_zh as zh,"
            + "  a.name_en as en, r.role, u.zh as unit_zh, u.en as unit_en, r.id"
            + "  from role_assignment r join account a on a.id = r.account_id"
            + "  join unit_name u on u.unit_id = r.unit_id and u.valid_to is null"
            + "  where r.org_path >= ?1 and r.org_path < ?2 and r.role <> 'ENTERPRISE_USER'"
            + "  and r.valid_from between ?3 and ?4 and coalesce(r.valid_to >= r.valid_from, true)"
            + " union all select r.valid_to, 'ROLE_ENDED', '/desk/people/' || a.id, a.name_zh, a.name_en, r.role, u.zh,"
            + "  u.en, r.id from role_assignment r join account a on a.id = r.account_id"
            + "  join unit_name u on u.unit_id = r.unit_id and u.valid_to is null"
            + "  where r.org_path >= ?1 and r.org_path < ?2 and r.role <> 'ENTERPRISE_USER'"
            + "  and r.valid_to between ?3 and ?4 and r.valid_to >= r.valid_from"
            + " union all select n.valid_from, 'UNIT_RENAMED', '/desk/units/' || u.id, old.zh, old.en, null, n.zh, n.en,"
            + "  n.id from unit_name n join unit u on u.id = n.unit_id"
            + "  join unit_name old on old.unit_id = n.unit_id and old.valid_to = n.valid_from"
            + "  where u.org_path >= ?1 and u.org_path < ?2 and n.valid_from between ?3 and ?4"
            + " union all select u.closed_on, case when u.merged_into_id is null then 'UNIT_CLOSED' else 'UNIT_MERGED' end,"
            + "  '/desk/units/' || u.id, n.zh, n.en, null, s.zh, s.en, u.id from unit u"
            + "  join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + "  left join unit_name s on s.unit_id = u.merged_into_id and s.valid_to is null"
            + "  where u.org_path >= ?1 and u.org_path < ?2 and u.closed_on between ?3 and ?4"
            + ") changes order by day desc, id desc limit ?5";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * One change.
     *
     * @param kind the end of the key of the message that tells it; arguments are subject, role, unit
     * @param unitZh the unit it happened in, the new name, or the successor
     */
    public record Change(
            LocalDate day,
            String kind,
            String href,
            String zh,
            @Nullable String en,
            @Nullable String role,
            @Nullable String unitZh,
            @Nullable String unitEn) {}

    /** The newest first, of the last fourteen days, at most eight. */
    @Transactional
    public List<Change> of(Viewer viewer) {
        LocalDate today = Time.today(clock);
        Query query = em.createNativeQuery(SQL)
                .setParameter(1, viewer.lo())
                .setParameter(2, viewer.hi())
                .setParameter(3, java.sql.Date.valueOf(today.minusDays(DAYS)))
                .setParameter(4, java.sql.Date.valueOf(today))
                .setParameter(5, MOST);
        return Rows.list(
                query,
                row -> new Change(
                        row.date(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.textOrNull(4),
                        row.textOrNull(5),
                        row.textOrNull(6),
                        row.textOrNull(7)));
    }
}
