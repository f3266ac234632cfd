package org.aeoreach.enterprise.duplicate;

import org.aeoreach.enterprise.duplicate.likeness.Named;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that the one being entered may be, within the viewer's range.
 *
 * @param code ten-digit customs code
 * @param reason how its name is like the other's; null when it has the code itself
 * @param href address of its page
 */
public record Candidate(
        long id,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String code,
        @Nullable String uscc,
        String houseZh,
        @Nullable String houseEn,
        Named.@Nullable Reason reason,
        String href) {}
