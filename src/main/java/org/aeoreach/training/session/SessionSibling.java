package org.aeoreach.training.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another session of the same series. */
public record SessionSibling(
        long id,
        String titleZh,
        @Nullable String titleEn,
        Instant startsAt,
        Instant endsAt,
        String zone,
        TrainingStatus status) {}
