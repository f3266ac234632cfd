package org.aeoreach.training.feed;

import java.time.Instant;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A secret link to "my trainings" as its owner sees it; the link itself nobody sees again.
 *
 * @param lastUsedAt to the minute, or null when it was never used
 */
public record TrainingFeed(
        long id,
        Language language,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {}
