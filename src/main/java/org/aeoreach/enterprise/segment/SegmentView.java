package org.aeoreach.enterprise.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A segment the viewer may use.
 *
 * @param shared whether colleagues of the unit see it
 * @param own whether the viewer may change it
 * @param conditions JSON, see {@link ConditionText}
 */
public record SegmentView(
        long id,
        String name,
        @Nullable String note,
        boolean shared,
        boolean own,
        String conditions,
        Instant changedAt,
        long version) {}
