package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Which edition the viewer's unit took note of. */
@ApplicationScoped
public class Editions {

    private static final String PLAN = " from campaign_plan where campaign_id = ? and org_path = ?"
            + " and status in ('ACKNOWLEDGED', 'SUBMITTED', 'APPROVED')";
    private static final String PART = " from campaign_assignment where campaign_id = ? and org_path = ?"
            + " and target > 0 and status in ('PUSHED', 'STARTED', 'DONE')";

    private Bound bound;
    private Campaigns campaigns;
    private AuditTrail audit;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Editions() {}

    @Inject
    Editions(Bound bound, Campaigns campaigns, AuditTrail audit, CurrentViewer viewer) {
        this.bound = bound;
        this.campaigns = campaigns;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** The edition the unit took note of last; 0 when it has no part in the campaign. */
    @Transactional
    public int known(long campaign) {
        Viewer me = viewer.require();
        return Rows.list(
                        bound.query(
                                "select coalesce(acknowledged_edition, 0)" + PLAN
                                        + " union all select coalesce(acknowledged_edition, 0)" + PART,
                                campaign,
                                me.orgPath(),
                                campaign,
                                me.orgPath()),
                        row -> (int) row.id(0))
                .stream()
                .min(Integer::compare)
                .orElse(0);
    }

    /**
     * Takes note of an amendment.
     *
     * @throws Problem 409 when another edition is in force, or the unit has nothing to take note of
     */
    @Transactional
    public CampaignView acknowledge(long campaign, int edition) {
        CampaignView head = campaigns.get(campaign);
        Viewer me = viewer.require();
        if (head.status() != CampaignStatus.RUNNING || head.edition() != edition) {
            throw new Problem(409, "campaign.problem.other-edition");
        }
        int before = known(campaign);
        int noted = bound.query(
                                "update campaign_plan set acknowledged_edition = ?, acknowledged_at = now(),"
                                        + " acknowledged_by = ?, version = version + 1 where id in (select id" + PLAN
                                        + ") and coalesce(acknowledged_edition, 0) < ?",
                                edition,
                                me.accountId(),
                                campaign,
                                me.orgPath(),
                                edition)
                        .executeUpdate()
                + bound.query(
                                "update campaign_assignment set acknowledged_edition = ?, version = version + 1"
                                        + " where id in (select id" + PART
                                        + ") and coalesce(acknowledged_edition, 0) < ?",
                                edition,
                                campaign,
                                me.orgPath(),
                                edition)
                        .executeUpdate();
        if (noted == 0) {
            throw new Problem(409, "campaign.problem.noted");
        }
        audit.record(
                "campaign.acknowledge-amendment",
                new AuditTrail.Subject("campaign", campaign, head.orgPath()),
                Changes.none().with("edition", before, edition));
        return campaigns.get(campaign);
    }
}
