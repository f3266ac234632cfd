package org.aeoreach.organization.substitution;

import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/** Who stands in for whom, in which role of which unit, on which days (both included). */
public record SubstitutionView(
        long id,
        long assignmentId,
        Role role,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        long absentId,
        String absentZh,
        @Nullable String absentEn,
        long substituteId,
        String substituteZh,
        @Nullable String substituteEn,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable Instant revokedAt,
        long version) {

    /** How an arrangement stands on a day. */
    public enum State {
        COMING,
        CURRENT,
        OVER,
        REVOKED
    }

    public State on(LocalDate day) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (firstDay.isAfter(day)) {
            return State.COMING;
        }
        return lastDay.isBefore(day) ? State.OVER : State.CURRENT;
    }
}
