package org.aeoreach.campaign.directive;

import java.util.List;
import java.util.Map;
import org.aeoreach.campaign.MailingDates;
import org.aeoreach.campaign.plan.IssuedTo;
import org.aeoreach.enterprise.segment.Words;
import org.aeoreach.job.JobView;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a campaign shows beside it.
 *
 * @param own whether the viewer's unit issues it and he may write
 * @param barred whether he had a hand in it and may not approve it
 * @param target whom it is about in the reader's words, or null for every enterprise
 * @param titles of the documents by their codes
 * @param job that writes down who is in scope, while that is not done
 * @param units it was issued to, within the viewer's range
 * @param known the edition the viewer's unit took note of; 0 when it has no part in it
 * @param part code of the unit whose plan the viewer may read, or null
 * @param mailings of his unit and those below it
 */
public record CampaignPage(
        boolean own,
        boolean barred,
        @Nullable Words target,
        Map<String, String> titles,
        @Nullable JobView job,
        List<IssuedTo.Node> units,
        int known,
        @Nullable String part,
        List<MailingDates.Date> mailings) {

    /** Whether freezing ended without a result, so that it can be begun again. */
    public boolean stopped() {
        return job == null || job.status().finished();
    }
}
