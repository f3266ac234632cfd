package org.aeoreach.web.timeline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what happened, newest first.
 *
 * @param next cursor of the entries before these, or null when these are the oldest
 */
public record Timeline(List<Day> days, @Nullable String next) {

    /** The entries of one day in the reader's time zone. */
    public record Day(LocalDate day, List<TimelineEntry> entries) {}
}
