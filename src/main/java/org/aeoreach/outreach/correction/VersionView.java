package org.aeoreach.outreach.correction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stood in a touchpoint until somebody corrected it. @param byZh who did; null when the viewer may not see him */
public record VersionView(
        long version,
        Instant replacedAt,
        @Nullable String byZh,
        @Nullable String byEn,
        String reason,
        Original content) {}
