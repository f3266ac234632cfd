package org.aeoreach.training.session;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats of a session, for whom, and who has how many.
 *
 * @param capacity null: as many as come
 * @param taken seats held, offered ones included
 * @param waiting people who wait
 * @param requested people who are to be approved
 */
public record SeatRules(
        @Nullable Integer capacity,
        @Nullable Integer perEnterprise,
        List<Quota> quotas,
        @Nullable LocalDate releaseOn,
        boolean released,
        boolean priorityUnreached,
        boolean approval,
        int acceptHours,
        long taken,
        long waiting,
        long requested) {}
