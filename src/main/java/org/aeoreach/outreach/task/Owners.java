package org.aeoreach.outreach.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Officers who may be given tasks, or be named as having taken part: those with a role in the viewer's range. */
@ApplicationScoped
public class Owners {

    private static final int MOST = 200;

    private static final String SELECT = "select distinct on (r.org_path, a.name_zh, a.id) a.id, a.name_zh, a.name_en,"
            + " r.unit_id, r.org_path, n.zh, n.en"
            + " from role_assignment r join account a on a.id = r.account_id"
            + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
            + " where a.kind = 'OFFICER' and a.suspended_at is null and r.role <> 'ENTERPRISE_USER' and r.role <> 'AUDITOR'"
            + " and r.valid_from <= ?1 and (r.valid_to is null or r.valid_to >= ?1)";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** An officer and the unit in which he has his tasks. */
    public record Owner(
            long id,
            String nameZh,
            @Nullable String nameEn,
            long unitId,
            String orgPath,
            String unitZh,
            @Nullable String unitEn) {}

    /** Those of the viewer's own unit first, at most 200. */
    @Transactional
    public List<Owner> all() {
        Query query = em.createNativeQuery("select * from (" + SELECT
                        + ") o order by org_path, name_zh collate pinyin, id" + " limit " + MOST)
                .setParameter(1, today());
        return Rows.list(query, Owners::owner);
    }

    /** This officer in a unit of the viewer's range; the viewer himself where he acts. */
    @Transactional
    public Optional<Owner> find(long account) {
        Viewer me = viewer.require();
        if (account == me.accountId()) {
            return Optional.of(self(me));
        }
        Query query = em.createNativeQuery(
                        "select * from (" + SELECT + " and a.id = ?2) o order by (unit_id = ?3) desc, org_path limit 1")
                .setParameter(1, today())
                .setParameter(2, account)
                .setParameter(3, me.unitId());
        return Rows.one(query, Owners::owner);
    }

    /** He sees roles of his own elsewhere too; what he writes belongs to the unit he acts in. */
    private static Owner self(Viewer me) {
        return new Owner(me.accountId(), me.nameZh(), me.nameEn(), me.unitId(), me.orgPath(), "", null);
    }

    /** As options of a form, the viewer himself first. */
    public List<Option> options(Page page) {
        return all().stream()
                .map(owner -> new Option(
                        Long.toString(owner.id()),
                        page.pick(owner.nameZh(), owner.nameEn()),
                        page.pick(owner.unitZh(), owner.unitEn())))
                .toList();
    }

    private java.sql.Date today() {
        LocalDate day = Time.today(clock);
        return java.sql.Date.valueOf(day);
    }

    private static Owner owner(Rows.Row row) {
        return new Owner(
                row.id(0), row.text(1), row.textOrNull(2), row.id(3), row.text(4), row.text(5), row.textOrNull(6));
    }
}
