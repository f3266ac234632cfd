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
 * Looks for enterprises that came into scope of a campaign since it was frozen, a unit it was issued to at a time. They
 * are shown apart and in no denominator. Queued every night for somebody who may issue such a campaign.
 */
@ApplicationScoped
class FindNewcomers implements JobKind {

    private static final String COUNT = "found";

    @Inject
    private Denominator denominator;

    @Override
    public String name() {
        return "campaign-newcomers";
    }

    @Override
    public String titleKey() {
        return "counting.newcomers";
    }

    @Override
    public void run(JobContext context) {
        long campaign = context.parameters().getJsonNumber(Denominator.CAMPAIGN).longValue();
        List<String> chosen = denominator.chosen(campaign);
        long found = 0;
        for (int i = 0; i < chosen.size(); i++) {
            context.progress(i, chosen.size());
            found += denominator.newcomers(campaign, chosen.get(i));
        }
        context.result(JsonText.JSON.createObjectBuilder().add(COUNT, found).build());
        context.done(chosen.size());
    }

    @Override
    public Report report(JsonObject result) {
        String count = result.getJsonNumber(COUNT).toString();
        return new Report(null, List.of(new Report.Fact("counting.newcomers.found", count)), List.of());
    }
}
