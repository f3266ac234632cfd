package org.aeoreach.identity.token;

import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner and his administrator see it; the token itself nobody sees again.
 *
 * @param role what it acts as; with its unit null where that unit is beyond the viewer's range
 * @param enterpriseZh the enterprise it acts for, with its English name; null in a role of customs
 * @param lastDay the last day on which it opens anything, in Shanghai
 * @param lastUsedAt to the minute, or null when it was never used
 */
public record TokenView(
        long id,
        String name,
        TokenScope scope,
        Status status,
        @Nullable Role role,
        @Nullable String unitZh,
        @Nullable String unitEn,
        @Nullable String enterpriseZh,
        @Nullable String enterpriseEn,
        Instant createdAt,
        LocalDate lastDay,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom) {

    /** Whether it opens anything now, and if not, why. */
    public enum Status {
        LIVE,
        EXPIRED,
        REVOKED,
        /** Its owner does not hold the role today, or is suspended. */
        ROLE_OVER
    }

    public boolean live() {
        return status == Status.LIVE;
    }

    /** Whether revoking it still means something: one whose role is over may come back with the role. */
    public boolean revocable() {
        return status == Status.LIVE || status == Status.ROLE_OVER;
    }
}
