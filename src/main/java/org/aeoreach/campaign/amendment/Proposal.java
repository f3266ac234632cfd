package org.aeoreach.campaign.amendment;

import org.aeoreach.campaign.CampaignContent;
import org.jspecify.annotations.Nullable;

/**
 * The amendment that is being written or waits for a second person.
 *
 * @param status PROPOSED or RETURNED
 * @param note why the campaign is amended
 * @param reason why it was given back
 * @param barred whether the viewer may not approve it: he had a hand in it or acts in another role
 * @param version grows with each time it is proposed; 0 belongs to none
 */
public record Proposal(
        int edition,
        String status,
        CampaignContent content,
        @Nullable String note,
        @Nullable String reason,
        boolean barred,
        long version) {

    public boolean waits() {
        return status.equals("PROPOSED");
    }
}
