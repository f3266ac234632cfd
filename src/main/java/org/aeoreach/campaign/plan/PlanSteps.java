package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** A plan of a running campaign goes from one status to the next: once, and witnessed. */
@ApplicationScoped
class PlanSteps {

    private Bound bound;
    private Campaigns campaigns;
    private PlanReader reader;
    private AuditTrail audit;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    PlanSteps() {}

    @Inject
    PlanSteps(Bound bound, Campaigns campaigns, PlanReader reader, AuditTrail audit, CurrentViewer viewer) {
        this.bound = bound;
        this.campaigns = campaigns;
        this.reader = reader;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** @throws Problem 403 for another unit's, 409 in another status, 412 when somebody changed it */
    @Transactional
    public PlanView mine(long campaign, String unit, long version, Set<PlanStatus> expected) {
        PlanView plan = running(campaign, unit, version);
        if (!plan.orgPath().equals(viewer.require().orgPath())) {
            throw Problem.forbidden();
        }
        return in(plan, expected);
    }

    /** The same for who issued it. */
    @Transactional
    public PlanView issued(long campaign, String unit, long version, Set<PlanStatus> expected) {
        campaigns.own(campaign);
        return in(running(campaign, unit, version), expected);
    }

    private static PlanView in(PlanView plan, Set<PlanStatus> expected) {
        if (!expected.contains(plan.status())) {
            throw new Problem(409, "campaign.problem.status");
        }
        return plan;
    }

    private PlanView running(long campaign, String unit, long version) {
        CampaignView head = campaigns.get(campaign);
        PlanView plan = reader.get(campaign, unit);
        if (!viewer.require().covers(plan.orgPath())) {
            throw Problem.notFound();
        }
        Versions.check(version, plan.version());
        if (head.status() != CampaignStatus.RUNNING) {
            throw new Problem(409, "campaign.problem.not-running");
        }
        return plan;
    }

    /** The viewer had a hand in it and may not approve it any more. */
    @Transactional
    public void handed(long plan) {
        bound.query(
                        "insert into campaign_plan_editor (plan_id, account_id) values (?, ?) on conflict do nothing",
                        plan,
                        viewer.require().accountId())
                .executeUpdate();
    }

    /** @param change what is set, with its values in order @throws Problem 412 when somebody was faster */
    @Transactional
    public void take(PlanView before, String change, @Nullable Object... values) {
        bound.step("campaign_plan", new Bound.Seen(before.id(), before.version(), before.status()), change, values);
    }

    /** What it is now; the step stands in the audit. */
    @Transactional
    public PlanView witnessed(String action, PlanView before, @Nullable String words) {
        PlanView now = reader.get(before.campaign(), before.unit().code());
        audit.record(
                action,
                new AuditTrail.Subject("campaign_plan", now.id(), now.orgPath()),
                Changes.none()
                        .with("campaign", before.campaign())
                        .with("status", before.status(), now.status())
                        .with("targets", before.planned(), now.planned())
                        .with("activities", before.dates(), now.dates())
                        .with("words", words));
        return now;
    }
}
