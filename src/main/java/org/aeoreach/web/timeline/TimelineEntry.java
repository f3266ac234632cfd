package org.aeoreach.web.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, worded in the reader's language.
 *
 * @param number tells entries of the same source and time apart, and orders them
 * @param actor who did it; null when the system did
 * @param details one line each, in order
 * @param href where more can be read, or null
 * @param timed whether the time of day is known; otherwise {@code at} is noon in Shanghai and only the day is shown
 */
public record TimelineEntry(
        Instant at,
        long number,
        @Nullable String actor,
        String what,
        List<String> details,
        @Nullable String href,
        boolean timed) {

    public TimelineEntry(
            Instant at, long number, @Nullable String actor, String what, List<String> details, @Nullable String href) {
        this(at, number, actor, what, details, href, true);
    }

    /** The same entry of a day whose time nobody knows. */
    public TimelineEntry ofTheDay() {
        return new TimelineEntry(at, number, actor, what, details, href, false);
    }
}
