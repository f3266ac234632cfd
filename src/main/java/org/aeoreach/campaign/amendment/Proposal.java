package org.aeoreach.campaign.amendment;

import org.aeoreach.campaign.CampaignContent;
import org.jspecify.annotations.Nullable;

/**
 * The amendment that is being written or waits for a second person.
 *
 * @param status PROPOSED or RETURNED
 * @param note why the campaign is amended
 * @param reason why it was given back
 * @param barred whether the viewer had a hand in it and may not approve it
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
