package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Members judged anew after an amendment changed what counts as reached; begun again where that failed. */
@ApplicationScoped
public class Rejudging {

    private Bound bound;
    private Campaigns campaigns;
    private Jobs jobs;
    private AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    Rejudging() {}

    @Inject
    Rejudging(Bound bound, Campaigns campaigns, Jobs jobs, AuditTrail audit) {
        this.bound = bound;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** While figures follow an older rule. @param job that judges anew, or did until it ended without a result */
    public record Behind(@Nullable JobView job) {

        public boolean stopped() {
            return job == null || job.status().finished();
        }
    }

    /** Empty when the figures follow the rule in force. */
    @Transactional
    public Optional<Behind> behind(long campaign) {
        return Rows.one(
                        bound.query(
                                "select coalesce(relevel_job_id, 0) from campaign where id = ?"
                                        + " and judged_edition < rule_edition",
                                campaign),
                        row -> row.id(0))
                .map(job -> new Behind(job == 0 ? null : jobs.find(job).orElse(null)));
    }

    /** @param edition in force from now on, which changes the rule */
    @Transactional
    public void begin(long campaign, int edition) {
        bound.query(
                        "update campaign set rule_edition = ?, relevel_job_id = ? where id = ?",
                        edition,
                        job(campaign),
                        campaign)
                .executeUpdate();
    }

    private long job(long campaign) {
        return jobs.start(
                        "relevel-campaign",
                        JsonText.JSON
                                .createObjectBuilder()
                                .add("campaign", campaign)
                                .build())
                .id();
    }

    /** Once more, after it failed or was cancelled. @throws Problem 409 when it is under way, or nothing is behind */
    @Transactional
    public CampaignView again(long id, long version) {
        CampaignView campaign = campaigns.own(id);
        Versions.check(version, campaign.version());
        if (behind(id).filter(Behind::stopped).isEmpty()) {
            throw new Problem(409, "campaign.problem.rejudging");
        }
        int changed = bound.query(
                        "update campaign set relevel_job_id = ?, changed_at = now(), version = version + 1"
                                + " where id = ? and version = ?",
                        job(id),
                        id,
                        version)
                .executeUpdate();
        Versions.check(1, changed);
        audit.record(
                "campaign.relevel",
                new AuditTrail.Subject("campaign", id, campaign.orgPath()),
                Changes.none().with("edition", null, campaign.edition()));
        return campaigns.get(id);
    }
}
