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
 */
public record TimelineEntry(
        Instant at,
        long number,
        @Nullable String actor,
        String what,
        List<String> details,
        @Nullable String href) {}
