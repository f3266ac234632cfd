package org.aeoreach.campaign.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.campaign.counting.State;
import org.aeoreach.campaign.coverage.StateSql;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Reads rows of a work list that were chosen to be changed. */
@ApplicationScoped
public class ChosenRows {

    /** As many as can be changed at once. */
    static final int MOST = 500;

    private static final String SQL = "select m.enterprise_id, e.name_zh, e.name_en, m.version, " + StateSql.STATE
            + ", m.reason, m.remark, case when m.postponed_to > china_day() then m.postponed_to end, o.name_zh, o.name_en,"
            + " c.name_zh, c.name_en, m.changed_at from campaign_member m join enterprise e on e.id = m.enterprise_id"
            + " left join account o on o.id = m.officer_id left join account c on c.id = m.changed_by"
            + " where m.campaign_id = ?1 and m.enterprise_id = any (cast(string_to_array(?2, ',') as bigint[]))"
            + " and m.org_path >= ?3 and m.org_path < ?4 order by m.priority, m.enterprise_id";

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** @throws Problem 404 when one of them is not on the list of the viewer's unit, 422 when there are too many */
    @Transactional
    public List<ChosenRow> read(long campaign, Collection<Long> ids) {
        Set<Long> distinct = few(ids);
        Viewer me = viewer.require();
        List<ChosenRow> rows = Rows.list(bound.query(SQL, campaign, distinct, me.lo(), me.hi()), ChosenRows::row);
        if (rows.size() != distinct.size()) {
            throw Problem.notFound();
        }
        return rows;
    }

    static Set<Long> few(Collection<Long> ids) {
        Set<Long> distinct = new LinkedHashSet<>(ids);
        if (distinct.size() > MOST) {
            throw new Problem(422, "portfolio.problem.too-many", MOST);
        }
        return distinct;
    }

    private static ChosenRow row(Rows.Row row) {
        return new ChosenRow(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.id(3),
                State.valueOf(row.text(4)),
                row.textOrNull(5),
                row.textOrNull(6),
                row.dateOrNull(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.textOrNull(11),
                row.instantOrNull(12));
    }
}
