package org.aeoreach.campaign.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated activity of a plan as the viewer may see it.
 *
 * @param id stays the same through every revision
 * @param unit code of the house that holds it, or null for the whole district
 * @param change what the revision under way does to it, or null
 * @param before as it stands, when the revision changes it
 */
public record ActivityView(
        long id,
        ActivityKind kind,
        String titleZh,
        @Nullable String titleEn,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable String unit,
        @Nullable String unitZh,
        @Nullable String unitEn,
        @Nullable String place,
        @Nullable Change change,
        @Nullable ActivityView before) {

    /** What a plan or revision that is not approved does to an activity. */
    public enum Change {
        ADDED,
        CHANGED,
        DROPPED
    }

    public boolean dropped() {
        return change == Change.DROPPED;
    }

    public boolean longer() {
        return !startsOn.equals(endsOn);
    }

    ActivityView in(Change what, @Nullable ActivityView was) {
        return new ActivityView(
                was == null ? id : was.id,
                kind,
                titleZh,
                titleEn,
                startsOn,
                endsOn,
                unit,
                unitZh,
                unitEn,
                place,
                what,
                was);
    }
}
