package org.aeoreach.organization.people;

import java.time.LocalDate;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role as somebody holds it in a unit, from a day to a day, both included.
 *
 * @param id of the assignment
 * @param personZh null when his home is outside the viewer's range: he is not named
 * @param validTo the day before {@code validFrom} when the role was ended before it began
 */
public record Held(
        long id,
        long personId,
        @Nullable String personZh,
        @Nullable String personEn,
        boolean suspended,
        Role role,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** How a role stands on a day. */
    public enum State {
        COMING,
        CURRENT,
        ENDED,
        NEVER_HELD
    }

    public State on(LocalDate day) {
        if (validTo != null && validTo.isBefore(validFrom)) {
            return State.NEVER_HELD;
        }
        if (validFrom.isAfter(day)) {
            return State.COMING;
        }
        return validTo != null && validTo.isBefore(day) ? State.ENDED : State.CURRENT;
    }
}
