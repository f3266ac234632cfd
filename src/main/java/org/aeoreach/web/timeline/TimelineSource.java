package org.aeoreach.web.timeline;

import java.time.Instant;
import java.util.List;

/** What one room knows of what happened to a record. All beans of this type are found by {@link Timelines}. */
public interface TimelineSource {

    /** Everything before it is asked for: an earlier time, or the same time and a smaller number. */
    record Before(Instant at, long number) {}

    /** Short and unique; entries of the same moment are ordered by it. */
    String name();

    /** The newest entries before that point, newest first, as far as the viewer may see them. */
    List<TimelineEntry> entries(Subject subject, Before before, int limit);
}
