package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** What the viewer's unit has to do with a campaign. */
@ApplicationScoped
public class OwnParts {

    private static final String PART = "select u.code, coalesce(a.plan_edition < (select max(e.edition) from"
            + " campaign_plan_edition e where e.plan_id = p.id), false), case when p.org_path <> ?2"
            + " and coalesce(a.target, 0) = 0 then (select coalesce(sum(f.enterprises), 0) from campaign_figure f"
            + " where f.campaign_id = ?1 and f.dimension = 'ALL' and f.house_path >= ?2 and f.house_path < ?3) end"
            + " from campaign_plan p join unit u on u.id = p.unit_id left join campaign_assignment a on a.plan_id = p.id"
            + " and a.org_path = ?2 and a.status <> 'PLANNED' where p.campaign_id = ?1 and starts_with(?2, p.org_path)"
            + " and (p.org_path = ?2 or p.pushed_at is not null) order by length(p.org_path) desc limit 1";

    private Bound bound;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    OwnParts() {}

    @Inject
    OwnParts(Bound bound, CurrentViewer viewer) {
        this.bound = bound;
        this.viewer = viewer;
    }

    /** Empty when it has nothing to do with it. */
    @Transactional
    public Optional<OwnPart> of(long campaign) {
        Viewer me = viewer.require();
        return Rows.one(
                bound.query(PART, campaign, me.lo(), me.hi()),
                row -> new OwnPart(row.text(0), row.flag(1), row.idOrNull(2)));
    }
}
