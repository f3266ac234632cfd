package org.aeoreach.enterprise.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An officer who looks, or looked, after an enterprise.
 *
 * @param validTo last day, or null while it lasts; the day before the first when it was never held
 * @param stands whether he still holds a role that lets him; only told of what lasts
 * @param substituteZh who stands in for him today, or null
 * @param handoverId the handover it began with, or null
 */
public record CoordinationView(
        long id,
        long enterpriseId,
        String enterpriseZh,
        @Nullable String enterpriseEn,
        long accountId,
        String officerZh,
        @Nullable String officerEn,
        Part part,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean stands,
        @Nullable String substituteZh,
        @Nullable String substituteEn,
        @Nullable LocalDate substituteUntil,
        @Nullable Long handoverId,
        @Nullable String reason,
        String orgPath,
        long version) {

    /** What an officer is to an enterprise. */
    public enum Part {
        /** Owns it; there is one. */
        COORDINATOR,
        /** Helps; there may be several. */
        MEMBER
    }

    public boolean current() {
        return validTo == null;
    }
}
