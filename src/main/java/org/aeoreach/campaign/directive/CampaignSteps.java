package org.aeoreach.campaign.directive;

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
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** A campaign of the viewer's unit goes from one status to the next: once, and witnessed. */
@ApplicationScoped
class CampaignSteps {

    private Bound bound;
    private Campaigns campaigns;
    private AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    CampaignSteps() {}

    @Inject
    CampaignSteps(Bound bound, Campaigns campaigns, AuditTrail audit) {
        this.bound = bound;
        this.campaigns = campaigns;
        this.audit = audit;
    }

    /** @throws Problem 403 or 404 when it is not the unit's, 409 in another status, 412 when somebody changed it */
    @Transactional
    public CampaignView expected(long id, long version, CampaignStatus status) {
        CampaignView campaign = campaigns.own(id);
        Versions.check(version, campaign.version());
        if (campaign.status() != status) {
            throw new Problem(409, "campaign.problem.status");
        }
        return campaign;
    }

    /** @param change what is set, with its values in order @throws Problem 412 when somebody was faster */
    @Transactional
    public void take(CampaignView before, String change, @Nullable Object... values) {
        bound.step("campaign", new Bound.Seen(before.id(), before.version(), before.status()), change, values);
    }

    /** What it is now; the step stands in the audit. */
    @Transactional
    public CampaignView witnessed(String action, long id, @Nullable CampaignView before) {
        CampaignView now = campaigns.get(id);
        audit.record(
                action,
                new AuditTrail.Subject("campaign", id, now.orgPath()),
                Changes.none()
                        .with(
                                "title",
                                before == null ? null : before.content().titleZh(),
                                now.content().titleZh())
                        .with("status", before == null ? null : before.status(), now.status())
                        .with("reason", before == null ? null : before.reason(), now.reason()));
        return now;
    }
}
