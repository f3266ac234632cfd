package org.aeoreach.campaign.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.coverage.CampaignHead;
import org.aeoreach.campaign.coverage.StateSql;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Gives the rows of a unit's list to its officers, and takes that back as long as nobody has begun. */
@ApplicationScoped
public class Spreads {

    private static final String FREE =
            "m.campaign_id = ?1 and m.org_path = ?2 and m.officer_id is null and not m.late and " + StateSql.OPEN;
    private static final String ASSIGNED = "select a.id from campaign_assignment a where a.campaign_id = ?1"
            + " and a.org_path = ?2 and a.status in ('PUSHED', 'STARTED') for no key update";
    private static final String HOLD = "select m.enterprise_id from campaign_member m where m.campaign_id = ?1"
            + " and m.org_path = ?2 order by m.enterprise_id for no key update";
    private static final String FORGET = "update campaign_member m set spread = false"
            + " where m.campaign_id = ?1 and m.org_path = ?2 and m.spread";
    private static final String OWNED = "update campaign_member m set officer_id = e.coordinator_id, spread = true, "
            + WorkChanges.MARKED + " from enterprise e where e.id = m.enterprise_id and e.coordinator_id = any ("
            + "cast(string_to_array(?3, ',') as bigint[])) and " + FREE;
    private static final String IN_TURN = "update campaign_member m set officer_id = (cast(string_to_array(?3, ',')"
            + " as bigint[]))[1 + t.nr % ?4 ], spread = true, "
            + WorkChanges.MARKED
            + " from (select m.enterprise_id, row_number() over (order by m.priority, m.enterprise_id) - 1 as nr from campaign_member m where "
            + FREE
            + ") t where t.enterprise_id = m.enterprise_id and " + FREE;
    private static final String MARK =
            "update campaign_assignment a set spread_at = clock_timestamp(), started_at = null,"
                    + " version = version + 1 where a.id = ?1";
    private static final String BEGUN = "select a.started_at is not null or exists (select from campaign_member m"
            + " join touchpoint_party p on p.enterprise_id = m.enterprise_id left join touchpoint t on t.id = p.touchpoint_id"
            + " where m.campaign_id = a.campaign_id and m.org_path = a.org_path and m.spread"
            + " and (p.at > a.spread_at or t.created_at > a.spread_at)) from campaign_assignment a where a.id = ?1";
    private static final String UNDO = "update campaign_member m set officer_id = null, spread = false, "
            + WorkChanges.MARKED + " where m.campaign_id = ?1 and m.org_path = ?2 and m.spread";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Works works;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** What came of it: rows given out or taken back. */
    public record Given(int rows) {}

    /** @throws Problem 400 when one of the officers is not of the unit, 409 when there is no list pushed to the unit */
    @Transactional
    public Given spread(long campaign, Spread wanted) {
        long assignment = hold(campaign);
        Set<Long> officers = new LinkedHashSet<>(wanted.officerIds());
        Set<Long> known = works.colleagues().stream().map(Works.Colleague::id).collect(Collectors.toSet());
        if (!known.containsAll(officers)) {
            throw Problem.invalid("officerIds", "assignment.invalid.officer");
        }
        String path = viewer.require().orgPath();
        bound.query(FORGET, campaign, path).executeUpdate();
        int rows = wanted.way() == Spread.Way.COORDINATORS
                ? bound.query(OWNED, campaign, path, officers).executeUpdate()
                : 0;
        rows += bound.query(IN_TURN, campaign, path, officers, officers.size()).executeUpdate();
        bound.query(MARK, assignment).executeUpdate();
        record("assignment.spread", assignment, campaign, rows);
        return new Given(rows);
    }

    /** @throws Problem 409 when somebody has begun to work, or nothing was spread */
    @Transactional
    public Given undo(long campaign) {
        long assignment = hold(campaign);
        boolean begun =
                Rows.one(bound.query(BEGUN, assignment), row -> row.flag(0)).orElse(true);
        if (begun) {
            throw new Problem(409, "assignment.problem.begun");
        }
        int rows = bound.query(UNDO, campaign, viewer.require().orgPath()).executeUpdate();
        if (rows == 0) {
            throw new Problem(409, "assignment.problem.not-spread");
        }
        record("assignment.undo-spread", assignment, campaign, rows);
        return new Given(rows);
    }

    private long hold(long campaign) {
        CampaignHead head = CampaignHead.of(campaigns.get(campaign));
        Viewer me = viewer.require();
        long assignment = Rows.one(bound.query(ASSIGNED, campaign, me.orgPath()), row -> row.id(0))
                .orElseThrow(() -> new Problem(409, "assignment.problem.no-list"));
        if (!head.running()) {
            throw new Problem(409, "assignment.problem.over");
        }
        bound.query(HOLD, campaign, me.orgPath()).getResultList();
        return assignment;
    }

    private void record(String action, long assignment, long campaign, int rows) {
        audit.record(
                action,
                new AuditTrail.Subject(
                        "campaign_assignment", assignment, viewer.require().orgPath()),
                Changes.none().with("campaign", campaign).with("rows", rows));
    }
}
