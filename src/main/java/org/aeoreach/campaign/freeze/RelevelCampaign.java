package org.aeoreach.campaign.freeze;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.campaign.counting.Levels;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/**
 * Judges all members of a campaign by its rule as it is now, after an amendment. Cut short, what it did stays and is
 * right; repeated, it goes on with the rest. Contacts that are written down meanwhile are judged by the new rule anyway.
 */
@ApplicationScoped
class RelevelCampaign implements JobKind {

    private static final String COUNT = "changed";

    @Inject
    private Relevel relevel;

    @Inject
    private Levels levels;

    @Override
    public String name() {
        return "relevel-campaign";
    }

    @Override
    public String titleKey() {
        return "counting.relevel";
    }

    @Override
    public void run(JobContext context) {
        long campaign = context.parameters().getJsonNumber(Denominator.CAMPAIGN).longValue();
        int rule = levels.rule(campaign);
        long changed = relevel.all(campaign, context);
        // Who wrote a contact down by the old rule and had not finished is seen now.
        relevel.settle(campaign, context);
        levels.judged(campaign, rule);
        context.result(JsonText.JSON.createObjectBuilder().add(COUNT, changed).build());
        context.done(changed);
    }

    @Override
    public Report report(JsonObject result) {
        String count = result.getJsonNumber(COUNT).toString();
        return new Report(null, List.of(new Report.Fact("counting.changed", count)), List.of());
    }
}
