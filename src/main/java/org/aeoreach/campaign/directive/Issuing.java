package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.ContentText;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;

/** Campaigns approved by a second person, and who is in scope written down; begun again where that failed. */
@ApplicationScoped
public class Issuing {

    private static final String FREEZE = "freeze-campaign";

    @Inject
    private Bound bound;

    @Inject
    private CampaignSteps steps;

    @Inject
    private Hands hands;

    @Inject
    private Jobs jobs;

    @Inject
    private CurrentViewer viewer;

    /**
     * Approves it and begins to write down who is in scope.
     *
     * @throws Problem 403 when the viewer had a hand in it or acts in another role
     */
    @Transactional
    public CampaignView approve(long id, long version) {
        CampaignView before = steps.expected(id, version, CampaignStatus.REVIEW);
        hands.requireSecond(id, 1);
        steps.take(
                before,
                "status = 'FREEZING', approved_by = ?, job_id = ?",
                viewer.require().accountId(),
                freeze(id));
        bound.query(
                        "insert into campaign_edition (campaign_id, edition, content, status, submitted_by, submitted_as,"
                                + " decided_by, decided_at) select id, 1, cast(? as jsonb), 'IN_FORCE', submitted_by,"
                                + " submitted_as, ?, now() from campaign where id = ?",
                        ContentText.write(before.content()),
                        viewer.require().accountId(),
                        id)
                .executeUpdate();
        answerOwn(before);
        return steps.witnessed("campaign.approve", id, before);
    }

    private long freeze(long id) {
        return jobs.start(
                        FREEZE,
                        JsonText.JSON.createObjectBuilder().add("campaign", id).build())
                .id();
    }

    /** A unit that starts a campaign itself has taken note of it; a house works on it at once. */
    private void answerOwn(CampaignView campaign) {
        if (campaign.directive()) {
            return;
        }
        boolean house = campaign.orgPath().split("[.]").length > 2;
        bound.query(
                        "update campaign_plan set status = ?, acknowledged_edition = 1, acknowledged_at = now(),"
                                + " acknowledged_by = ?, pushed_at = case when ? then now() end, changed_at = now(),"
                                + " version = version + 1 where campaign_id = ?",
                        house ? "APPROVED" : "ACKNOWLEDGED",
                        viewer.require().accountId(),
                        house,
                        campaign.id())
                .executeUpdate();
        if (house) {
            bound.query(
                            "insert into campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, due_on, status,"
                                    + " acknowledged_edition) select p.id, p.campaign_id, p.unit_id, p.org_path, 0, c.ends_on,"
                                    + " 'PUSHED', 1 from campaign_plan p join campaign c on c.id = p.campaign_id where c.id = ?",
                            campaign.id())
                    .executeUpdate();
        }
    }

    /** Once more, after it failed or was cancelled. @throws Problem 409 when the job is under way or done */
    @Transactional
    public CampaignView freezeAgain(long id, long version) {
        CampaignView before = stopped(id, version);
        steps.take(before, "job_id = ?", freeze(id));
        return steps.witnessed("campaign.freeze-again", id, before);
    }

    /** A draft once more, after freezing failed or was cancelled. @throws Problem 409 as for freezing again */
    @Transactional
    public CampaignView backToDraft(long id, long version) {
        CampaignView before = stopped(id, version);
        bound.query("delete from campaign_edition where campaign_id = ?", id).executeUpdate();
        bound.query("delete from campaign_assignment where campaign_id = ?", id).executeUpdate();
        bound.query(
                        "update campaign_plan set status = 'ISSUED', acknowledged_edition = null, acknowledged_at = null,"
                                + " acknowledged_by = null, pushed_at = null, version = version + 1 where campaign_id = ?",
                        id)
                .executeUpdate();
        steps.take(
                before,
                "status = 'DRAFT', submitted_by = null, submitted_as = null, approved_by = null, job_id = null");
        return steps.witnessed("campaign.back-to-draft", id, before);
    }

    private CampaignView stopped(long id, long version) {
        CampaignView before = steps.expected(id, version, CampaignStatus.FREEZING);
        Number busy = (Number) bound.query(
                        "select count(*) from job j join campaign c on c.job_id = j.id where c.id = ?"
                                + " and j.status in ('WAITING', 'RUNNING', 'DONE')",
                        id)
                .getSingleResult();
        if (busy.longValue() > 0) {
            throw new Problem(409, "campaign.problem.freezing");
        }
        return before;
    }
}
