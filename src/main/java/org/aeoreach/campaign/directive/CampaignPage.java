package org.aeoreach.campaign.directive;

import java.util.List;
import java.util.Map;
import org.aeoreach.campaign.MailingDates;
import org.aeoreach.campaign.plan.IssuedUnits;
import org.aeoreach.campaign.plan.OwnPart;
import org.aeoreach.enterprise.segment.Words;
import org.aeoreach.job.JobView;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a campaign shows beside it.
 *
 * @param own whether the viewer's unit issues it and he may write
 * @param barred whether he may not approve it: he had a hand in it or acts in another role
 * @param target whom it is about in the reader's words, or null for every enterprise
 * @param titles of the documents by their codes
 * @param job that writes down who is in scope, while that is not done
 * @param units it was issued to, within the viewer's range
 * @param known the edition the viewer's unit took note of; 0 when it has no part in it
 * @param part what the viewer's unit has to do with it, or null
 * @param calledOff what is called off, when it is
 * @param behind while its figures follow an older rule than the one in force
 * @param mailings of his unit and those below it
 */
public record CampaignPage(
        boolean own,
        boolean barred,
        @Nullable Words target,
        Map<String, String> titles,
        @Nullable JobView job,
        IssuedUnits units,
        int known,
        @Nullable OwnPart part,
        @Nullable CalledOff calledOff,
        Rejudging.@Nullable Behind behind,
        List<MailingDates.Date> mailings) {

    /** Whether freezing ended without a result, so that it can be begun again. */
    public boolean stopped() {
        return job == null || job.status().finished();
    }
}
