package org.aeoreach.campaign.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.campaign.activity.Standing;
import org.aeoreach.platform.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something on one day or several in a row; the same of several units once.
 *
 * @param key names it for good among all entries
 * @param label message key of what it is; its pattern takes {@code count}
 * @param title of the campaign or of the activity, null for tasks
 * @param unit the unit it concerns, or one of several; null for tasks and rows of a work list
 * @param units how many it concerns
 * @param count tasks due, or enterprises that come back; 1 for everything else
 * @param last the last day, the first one when there is only one
 * @param overdue whether it should have been done by now
 * @param version grows with each change
 */
public record Entry(
        String key,
        String label,
        @Nullable Bilingual title,
        @Nullable Bilingual unit,
        long units,
        long count,
        @Nullable String place,
        LocalDate first,
        LocalDate last,
        Standing standing,
        boolean overdue,
        String href,
        long version,
        Instant changedAt) {

    public boolean on(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public boolean longer() {
        return !first.equals(last);
    }

    public boolean cancelled() {
        return standing == Standing.CANCELLED;
    }
}
