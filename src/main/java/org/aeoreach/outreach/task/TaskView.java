package org.aeoreach.outreach.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up task.
 *
 * @param ownerZh name of the owner, null when the viewer may not see who it is
 * @param touchpointId the contact in which it was promised, or null
 * @param enterpriseZh name of the enterprise it concerns, null when there is none or the viewer may not see it
 * @param outcome what came of it, once it is closed
 * @param mine whether it is the viewer's, or of somebody he stands in for
 */
public record TaskView(
        long id,
        String title,
        LocalDate dueOn,
        TaskStatus status,
        long ownerId,
        @Nullable String ownerZh,
        @Nullable String ownerEn,
        String unitZh,
        @Nullable String unitEn,
        @Nullable Long touchpointId,
        @Nullable Long enterpriseId,
        @Nullable String enterpriseZh,
        @Nullable String enterpriseEn,
        @Nullable String outcome,
        Instant createdAt,
        @Nullable Instant closedAt,
        boolean mine,
        String orgPath,
        long version) {

    public boolean open() {
        return status == TaskStatus.OPEN;
    }
}
