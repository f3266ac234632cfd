package org.aeoreach.enterprise.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.aeoreach.platform.Language;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/**
 * A user of an enterprise.
 *
 * @param accountId number of his account, for officers and himself; else null: it would tell who is known to the system
 * @param validTo last day on which he may act for it, or null
 * @param endedAt when that was ended, or null
 * @param endReason the reason the house gave, or null
 */
public record MemberView(
        long id,
        long enterpriseId,
        @Nullable Long accountId,
        String nameZh,
        @Nullable String nameEn,
        String mail,
        Language language,
        Set<Right> rights,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        Status status,
        String orgPath,
        long version) {

    /** Whether he may act today, and if not, why. */
    public enum Status {
        ACTIVE,
        /** The account is suspended by customs. */
        SUSPENDED,
        /** His last day is over. */
        LAPSED,
        ENDED
    }

    public boolean current() {
        return endedAt == null;
    }
}
