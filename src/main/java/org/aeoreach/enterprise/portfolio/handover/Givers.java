package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;

/** Officers who have enterprises to pass on in the viewer's range. */
@ApplicationScoped
class Givers {

    private static final String ALL = "select l.id, o.name_zh, o.name_en, l.total, o.stands from (select"
            + " e.coordinator_id as id, min(e.org_path) as org_path, count(*) as total from enterprise e"
            + " where e.coordinator_id is not null and e.merged_into is null group by e.coordinator_id) l"
            + " cross join lateral officer_facts(l.id, l.org_path, china_day()) o"
            + " order by o.stands, o.name_zh collate pinyin, l.id limit 1000";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** Those without a role first. */
    @Transactional
    public List<Option> options(Page page) {
        return Rows.list(
                em.createNativeQuery(ALL),
                row -> new Option(
                        row.text(0),
                        page.t(
                                row.flag(4) ? "portfolio.handover.giver" : "portfolio.handover.giver-gone",
                                page.pick(row.text(1), row.textOrNull(2)),
                                row.id(3))));
    }
}
