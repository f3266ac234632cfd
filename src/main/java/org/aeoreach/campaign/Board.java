package org.aeoreach.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns side by side, a column for each status. @param more whether there are more than are shown */
public record Board(List<Lane> lanes, boolean more) {

    /** All of one status. */
    public record Lane(CampaignStatus status, List<Card> cards) {}

    /**
     * One campaign.
     *
     * @param scope enterprises in scope that the viewer sees
     * @param reached of these
     */
    public record Card(
            long id,
            CampaignStatus status,
            String titleZh,
            @Nullable String titleEn,
            String unitZh,
            @Nullable String unitEn,
            LocalDate endsOn,
            long scope,
            long reached) {

        /** Per cent, rounded down. */
        public long share() {
            return scope == 0 ? 0 : reached * 100 / scope;
        }
    }
}
