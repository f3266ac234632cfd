package org.aeoreach.enterprise.privacy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contact person as the law sees him: what is kept, for what and on which ground.
 *
 * @param ownerZh the enterprise or partner organisation
 * @param purpose OUTREACH, COORDINATION or COOPERATION
 * @param legalBasis CONSENT, STATUTORY_DUTY or PUBLISHED
 * @param erased whether he was taken out; only counts are left then
 */
public record PersonView(
        long id,
        @Nullable Long enterpriseId,
        @Nullable Long partnerId,
        String ownerZh,
        @Nullable String ownerEn,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String mail,
        String purpose,
        String legalBasis,
        @Nullable LocalDate consentOn,
        @Nullable LocalDate withdrawnOn,
        boolean ended,
        boolean erased,
        String orgPath,
        long version) {}
