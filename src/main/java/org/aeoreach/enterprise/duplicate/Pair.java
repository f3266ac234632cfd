package org.aeoreach.enterprise.duplicate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two enterprises that may be one.
 *
 * @param reason NAME, NAME_EN, NEAR, NEAR_EN: found by the scan; ENTRY: named by an officer
 * @param dismissedAt since when they are known to be two, or null
 * @param note why
 */
public record Pair(
        long id,
        long firstId,
        long secondId,
        String reason,
        Instant foundAt,
        @Nullable Instant dismissedAt,
        @Nullable String note,
        long version) {}
