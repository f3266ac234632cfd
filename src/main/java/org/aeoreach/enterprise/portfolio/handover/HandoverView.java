package org.aeoreach.enterprise.portfolio.handover;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio that was passed on.
 *
 * @param orgPath path of the unit that did it
 * @param enterprises how many of them the viewer sees
 * @param undoneAt when it was taken back, or null
 */
public record HandoverView(
        long id,
        long fromAccount,
        String fromZh,
        @Nullable String fromEn,
        long toAccount,
        String toZh,
        @Nullable String toEn,
        LocalDate happenedOn,
        String reason,
        long enterprises,
        @Nullable Instant undoneAt,
        String orgPath,
        long version) {

    /** One enterprise of it. @param told letters written to the enterprise */
    public record Item(
            long id,
            long enterpriseId,
            String nameZh,
            @Nullable String nameEn,
            String briefZh,
            String briefEn,
            int told) {}

    public boolean undone() {
        return undoneAt != null;
    }
}
