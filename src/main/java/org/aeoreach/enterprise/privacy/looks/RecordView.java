package org.aeoreach.enterprise.privacy.looks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked at the record of an enterprise, once for a person, an enterprise and an hour.
 *
 * @param at the full hour
 * @param role in which he looked, and its unit; null when the role is gone
 * @param absentId account of the officer he stood in for, or null
 * @param token name of the access token by which a program looked for him, or null
 */
public record RecordView(
        long id,
        Instant at,
        long accountId,
        String login,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String role,
        @Nullable String unitZh,
        @Nullable String unitEn,
        @Nullable Long absentId,
        @Nullable String token,
        long enterpriseId,
        String enterpriseZh,
        @Nullable String enterpriseEn,
        @Nullable String customsCode) {}
