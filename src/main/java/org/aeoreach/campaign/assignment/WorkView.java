package org.aeoreach.campaign.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has to do in a campaign and how far it is.
 *
 * @param status of its assignment, or null when it has none
 * @param target enterprises to be reached, of those that count for the unit
 * @param reached of those that count for the unit
 * @param inScope those that count for the unit
 * @param open rows of its work list that are neither reached nor excluded nor not reachable
 * @param unspread open rows without an officer
 * @param spread rows given out by a spread that may be undone
 */
public record WorkView(
        @Nullable String status,
        long target,
        @Nullable LocalDate dueOn,
        long reached,
        long inScope,
        long open,
        long unspread,
        long spread) {

    /** Whether the list was handed to the unit: before, it may look but need not work. */
    public boolean pushed() {
        return status != null && !status.equals("PLANNED") && !status.equals("WITHDRAWN");
    }

    public long percentOfTarget() {
        return target == 0 ? 0 : Math.min(100, reached * 100 / target);
    }
}
