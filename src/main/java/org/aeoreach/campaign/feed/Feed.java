package org.aeoreach.campaign.feed;

import java.time.Instant;
import org.aeoreach.campaign.calendar.Whose;
import org.aeoreach.platform.Language;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * A secret link as its owner sees it; the link itself nobody sees again.
 *
 * @param live whether it opens anything now: it is not revoked, and its owner holds the role
 * @param lastUsedAt to the minute, or null when it was never used
 */
public record Feed(
        long id,
        Whose whose,
        Language language,
        @Nullable Role role,
        @Nullable String unitZh,
        @Nullable String unitEn,
        boolean live,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom) {}
