package org.aeoreach.campaign.freeze;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/**
 * Freezes the denominator of a campaign and sets it running. What was still under way when the members were put down
 * (an import, a transfer) is looked at again once it is over.
 */
@ApplicationScoped
class FreezeCampaign implements JobKind {

    private static final String COUNT = "enterprises";

    @Inject
    private Denominator denominator;

    @Inject
    private Relevel relevel;

    @Override
    public String name() {
        return "freeze-campaign";
    }

    @Override
    public String titleKey() {
        return "counting.freeze";
    }

    @Override
    public String cancelKey() {
        return "job.cancel.whole";
    }

    @Override
    public void run(JobContext context) {
        long campaign = context.parameters().getJsonNumber(Denominator.CAMPAIGN).longValue();
        long count = denominator.freeze(campaign, context::progress);
        context.result(JsonText.JSON.createObjectBuilder().add(COUNT, count).build());
        relevel.settle(campaign, context);
        context.done(count);
    }

    @Override
    public Report report(JsonObject result) {
        String count = result.getJsonNumber(COUNT).toString();
        return new Report(null, List.of(new Report.Fact("counting.inScope", count)), List.of());
    }
}
