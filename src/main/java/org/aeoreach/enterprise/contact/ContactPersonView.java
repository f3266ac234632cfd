package org.aeoreach.enterprise.contact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contact person.
 *
 * @param enterpriseId the enterprise he works for, or null
 * @param partnerId the partner organisation he works for, or null; exactly one of the two is given
 * @param ownerZh name of that enterprise or organisation
 * @param language zh or en
 * @param consentWordingId version of the words agreed to, or null without consent
 * @param endedAt since when he is no contact any more, or null
 * @param erasedAt since when only the count of him is left, or null
 */
public record ContactPersonView(
        long id,
        @Nullable Long enterpriseId,
        @Nullable Long partnerId,
        String ownerZh,
        @Nullable String ownerEn,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String positionZh,
        @Nullable String positionEn,
        String role,
        String language,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String preferredChannel,
        String purpose,
        String legalBasis,
        @Nullable LocalDate consentOn,
        @Nullable Long consentWordingId,
        @Nullable LocalDate consentWithdrawnOn,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable Instant erasedAt,
        String orgPath,
        long version) {

    /** Whether he may be written to or called. */
    public boolean contactable() {
        return endedAt == null && erasedAt == null && !(legalBasis.equals("CONSENT") && consentWithdrawnOn != null);
    }

    /** Where his enterprise or organisation lists its people. */
    public String listHref() {
        return enterpriseId != null ? "/desk/enterprises/" + enterpriseId + "/people" : "/desk/partners/" + partnerId;
    }
}
