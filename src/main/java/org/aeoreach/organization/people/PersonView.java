package org.aeoreach.organization.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person within the viewer's range.
 *
 * @param suspendedAt since when he may not sign in, or null
 * @param roles all roles, past ones included, the newest first; empty in lists
 */
public record PersonView(
        long id,
        String login,
        String nameZh,
        @Nullable String nameEn,
        String mail,
        String language,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        @Nullable Instant suspendedAt,
        long version,
        List<Held> roles) {

    /** A role in a unit; both days included. */
    public record Held(
            long assignmentId,
            Role role,
            long unitId,
            String unitZh,
            @Nullable String unitEn,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
