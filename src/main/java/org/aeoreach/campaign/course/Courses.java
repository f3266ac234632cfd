package org.aeoreach.campaign.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.counting.Dimension;
import org.aeoreach.campaign.counting.Figure;
import org.aeoreach.campaign.counting.Figures;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.OrgPath;
import org.aeoreach.scope.Viewer;

/** Computes how far the members of a small campaign have come at once, for who does not want to wait for the night. */
@ApplicationScoped
public class Courses {

    /** Members that are looked up while somebody waits. */
    static final int FEW = 20_000;

    /** Ranges of all houses; what no district has is with the unit above all. */
    static final String PARTS = "select org_path from unit where kind = 'DISTRICT' union all select org_path from unit"
            + " where kind = 'GACC' order by 1";

    static final String FOLLOW = "select campaign_course_follow(?, ?, ?)";
    static final String SUM = "select campaign_course_sum(?)";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Figures figures;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** First path no longer in a range; of the unit above all only what is its own. */
    static String end(String path) {
        return path.indexOf('.') == path.length() - 1 ? path + "0" : OrgPath.end(path);
    }

    /** Whether the viewer may have it computed now: a frozen campaign of his unit or below with few members. */
    @Transactional
    public boolean computable(long campaign) {
        CampaignView view = campaigns.get(campaign);
        Viewer me = viewer.require();
        return me.role().mayWrite()
                && view.steps().issuedAt() != null
                && me.covers(view.orgPath())
                && figures.of(campaign, Dimension.ALL, view.orgPath()).stream()
                                .mapToLong(Figure::enterprises)
                                .sum()
                        <= FEW;
    }

    /** @throws Problem 404 for a campaign of another unit, 409 when it is too large to be computed by day */
    @Transactional
    public void compute(long campaign) {
        CampaignView view = campaigns.get(campaign);
        if (!viewer.require().covers(view.orgPath())) {
            throw Problem.notFound();
        }
        if (!computable(campaign)) {
            throw new Problem(409, "course.problem.too-large", FEW);
        }
        String path = view.orgPath();
        bound.query(FOLLOW, campaign, path, OrgPath.end(path)).getSingleResult();
        bound.query("select cast(campaign_course_sum(?) as text)", campaign).getSingleResult();
        audit.record("course.compute", new AuditTrail.Subject("campaign", campaign, path), Changes.none());
    }
}
