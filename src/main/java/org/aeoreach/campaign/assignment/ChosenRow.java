package org.aeoreach.campaign.assignment;

import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.campaign.counting.State;
import org.jspecify.annotations.Nullable;

/**
 * A row of a work list as it stands now.
 *
 * @param version of the row: who changes it says which one he saw
 * @param changedZh who set it aside, put it off or gave it to somebody last; null when nobody did
 */
public record ChosenRow(
        long enterpriseId,
        String nameZh,
        @Nullable String nameEn,
        long version,
        State state,
        @Nullable String reason,
        @Nullable String remark,
        @Nullable LocalDate postponedTo,
        @Nullable String officerZh,
        @Nullable String officerEn,
        @Nullable String changedZh,
        @Nullable String changedEn,
        @Nullable Instant changedAt) {}
