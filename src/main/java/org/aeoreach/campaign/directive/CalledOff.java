package org.aeoreach.campaign.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is called off with a campaign, within the viewer's range.
 *
 * @param targets enterprises that were to be reached
 * @param reached of those in scope
 * @param open in scope, not reached and not excluded: rows that need not be worked on any more
 * @param plans of units it was issued to
 * @param sessions of these, plans that foresee trainings or other events
 * @param houses that had it
 * @param mailings of units that were still to go out and were stopped
 * @param letters of these that were taken back unsent
 * @param noted units and houses of these that took note
 * @param asked whether the viewer's unit is to take note
 * @param by until when
 */
public record CalledOff(
        long targets,
        long reached,
        long open,
        long plans,
        long sessions,
        long houses,
        long mailings,
        long letters,
        long noted,
        boolean asked,
        @Nullable LocalDate by) {

    /** Units and houses that have not taken note. */
    public long missing() {
        return plans + houses - noted;
    }
}
