package org.aeoreach.job;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.aeoreach.scope.PersonNames;
import org.jspecify.annotations.Nullable;

/**
 * A job within the viewer's range.
 *
 * @param kind what it does, such as {@code import-houses}
 * @param accountId who started it; null for the schedule
 * @param startedBy that person, when the viewer may see him
 * @param slot the time the schedule started it for
 * @param total how much there is to do, when known; {@code done} counts in the same unit
 * @param result what the kind tells, complete or so far; left out of lists
 * @param cancellable whether the viewer may cancel it now
 */
public record JobView(
        long id,
        String kind,
        JobStatus status,
        @Nullable Long accountId,
        PersonNames.@Nullable Person startedBy,
        @Nullable Instant slot,
        long done,
        @Nullable Long total,
        @Nullable JsonObject result,
        @Nullable Failure failure,
        boolean cancelRequested,
        boolean cancellable,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String orgPath) {

    /** Why a job failed, in the reader's language, and the key of the message. */
    public record Failure(String key, String message) {}
}
