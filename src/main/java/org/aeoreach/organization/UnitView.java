package org.aeoreach.organization;

import java.time.LocalDate;
import org.aeoreach.scope.OrgPath;
import org.jspecify.annotations.Nullable;

/**
 * A unit as everybody may see it.
 *
 * @param code four-digit customs code; 0000 for GACC
 * @param orgPath codes from GACC down, each closed by a dot
 * @param nameEn null where no English name is known: show the Chinese one
 * @param closedOn first day on which the unit no longer exists
 * @param source where the facts come from
 * @param vintage of which time the source is, where it says so
 * @param verified whether the facts were checked against an official text
 */
public record UnitView(
        long id,
        String code,
        UnitKind kind,
        String nameZh,
        @Nullable String nameEn,
        @Nullable Long parentId,
        String orgPath,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable Long mergedIntoId,
        String source,
        @Nullable String vintage,
        boolean verified,
        long version) {

    /** The first path that is no longer of this unit or below: the dot that closes a path counts up to a slash. */
    public String endOfPath() {
        return OrgPath.end(orgPath);
    }

    /** A former or present name; both days may be unknown or open. */
    public record Name(
            String zh,
            @Nullable String en,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
