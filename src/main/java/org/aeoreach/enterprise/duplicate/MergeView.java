package org.aeoreach.enterprise.duplicate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merger.
 *
 * @param keptId the enterprise that was kept
 * @param mergedId the one that is a pointer to it since
 * @param taken fields taken from the one merged
 * @param moved how many rows of all tables now belong to the one kept
 * @param undoneAt when it was taken back, or null
 */
public record MergeView(
        long id,
        long keptId,
        String keptZh,
        @Nullable String keptEn,
        long mergedId,
        String mergedZh,
        @Nullable String mergedEn,
        String reason,
        List<String> taken,
        long moved,
        Instant mergedAt,
        @Nullable Instant undoneAt) {}
