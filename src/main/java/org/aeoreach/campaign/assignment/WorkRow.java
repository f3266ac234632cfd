package org.aeoreach.campaign.assignment;

import java.time.LocalDate;
import org.aeoreach.campaign.counting.State;
import org.aeoreach.campaign.coverage.Why;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise of a work list.
 *
 * @param priority order of the list, lowest first
 * @param lastContact with anybody of customs
 * @param officerId who is to work on it
 * @param officerZh his name; null when nobody is
 * @param countsElsewhere whether it counts in the figures of the unit it came from
 * @param version to be given with a change of the row
 * @param back whether it was put off and has come back
 */
public record WorkRow(
        long enterpriseId,
        String nameZh,
        @Nullable String nameEn,
        int priority,
        String audience,
        @Nullable String size,
        State state,
        @Nullable LocalDate lastContact,
        @Nullable Long officerId,
        @Nullable String officerZh,
        @Nullable String officerEn,
        boolean countsElsewhere,
        boolean back,
        long version) {

    /** Why it stands where it does. */
    public Why why() {
        return new Why(lastContact, audience, size);
    }
}
