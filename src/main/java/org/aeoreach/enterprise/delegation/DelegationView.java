package org.aeoreach.enterprise.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.aeoreach.platform.Language;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/**
 * Rights an enterprise lends to a representative; both sides by name as they were when it was made.
 *
 * @param representativeFirm the representative's own enterprise, or null while the offer is open and when he has none
 * @param language in which the representative is written to
 * @param lastDay last day on which he may act; at most two years after the first
 * @param endReason the reason the house gave, or null
 */
public record DelegationView(
        long id,
        long enterpriseId,
        String enterpriseZh,
        @Nullable String enterpriseEn,
        String representativeName,
        String representativeMail,
        @Nullable String representativeFirm,
        @Nullable Long representativeId,
        Language language,
        Set<Right> rights,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String note,
        Instant offeredAt,
        @Nullable Instant acceptedAt,
        @Nullable Side endedBy,
        @Nullable String endReason,
        Status status,
        String orgPath,
        long version) {

    /** Who ended it. */
    public enum Side {
        ENTERPRISE,
        REPRESENTATIVE,
        HOUSE
    }

    /** Where it stands today. */
    public enum Status {
        OFFERED,
        /** Accepted; its first day is still to come. */
        COMING,
        ACTIVE,
        DECLINED,
        REVOKED,
        /** Its last day is over. */
        LAPSED
    }

    /** Whether somebody can still end it. */
    public boolean open() {
        return status == Status.OFFERED || status == Status.COMING || status == Status.ACTIVE;
    }
}
