package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Approved editions of a plan, and houses that take note of what a revision changed. */
@ApplicationScoped
public class Revisions {

    private Bound bound;
    private PlanReader reader;
    private AuditTrail audit;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Revisions() {}

    @Inject
    Revisions(Bound bound, PlanReader reader, AuditTrail audit, CurrentViewer viewer) {
        this.bound = bound;
        this.reader = reader;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** What was approved then. @throws Problem 404 when there is no such edition for the viewer */
    @Transactional
    public Edition edition(long plan, int edition) {
        return Rows.one(
                        bound.query(
                                "select cast(content as text) from campaign_plan_edition where plan_id = ? and edition = ?",
                                plan,
                                edition),
                        row -> new Edition(PlanText.words(row.text(0)), PlanText.activities(row.text(0))))
                .orElseThrow(Problem::notFound);
    }

    /**
     * The viewer's house takes note of a revision.
     *
     * @throws Problem 404 when there is no such plan for him, 409 when another edition is in force or nothing is asked
     */
    @Transactional
    public PlanView acknowledge(long campaign, String unit, int edition) {
        PlanView plan = reader.get(campaign, unit);
        Viewer me = viewer.require();
        if (plan.edition() != edition) {
            throw new Problem(409, "campaign.problem.other-edition");
        }
        int noted = bound.query(
                        "update campaign_assignment set plan_edition = ?, former = null, version = version + 1"
                                + " where plan_id = ? and org_path = ? and plan_edition < ?",
                        edition,
                        plan.id(),
                        me.orgPath(),
                        edition)
                .executeUpdate();
        if (noted == 0) {
            throw new Problem(409, "campaign.problem.noted");
        }
        audit.record(
                "campaign.acknowledge-revision",
                new AuditTrail.Subject("campaign_plan", plan.id(), plan.orgPath()),
                Changes.none().with("edition", null, edition));
        return reader.get(campaign, unit);
    }
}
