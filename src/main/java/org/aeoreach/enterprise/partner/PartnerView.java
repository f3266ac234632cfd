package org.aeoreach.enterprise.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partner organisation.
 *
 * @param unitId the unit that keeps the contact
 * @param economy where it is, ISO 3166-1 alpha-2
 * @param endedAt since when there is no contact any more, or null
 */
public record PartnerView(
        long id,
        PartnerKind kind,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        String nameZh,
        @Nullable String nameEn,
        String economy,
        @Nullable String address,
        @Nullable String website,
        @Nullable String note,
        @Nullable Instant endedAt,
        String orgPath,
        long version) {}
