package org.aeoreach.outreach.broadcast;

import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.outreach.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A contact with people nobody can name.
 *
 * @param audience how many people
 * @param counted whether they were counted; otherwise it is an estimate
 * @param howKnown how the number is known, or null
 * @param withdrawnReason why it counts no more, or null
 */
public record BroadcastView(
        long id,
        String title,
        LocalDate day,
        Channel channel,
        int audience,
        boolean counted,
        @Nullable String howKnown,
        @Nullable String note,
        String unitZh,
        @Nullable String unitEn,
        Instant createdAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason,
        String orgPath,
        long version) {

    public boolean counts() {
        return withdrawnAt == null;
    }
}
