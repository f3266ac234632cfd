package org.aeoreach.library;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a document is on a day. */
public enum Validity {
    /** It has no days of its own. */
    ALWAYS,
    NOT_YET,
    IN_FORCE,
    REPEALED;

    /**
     * @param effective first day in force
     * @param repealed first day no longer in force
     */
    public static Validity on(LocalDate day, @Nullable LocalDate effective, @Nullable LocalDate repealed) {
        if (repealed != null && !day.isBefore(repealed)) {
            return REPEALED;
        }
        if (effective != null && day.isBefore(effective)) {
            return NOT_YET;
        }
        return effective == null && repealed == null ? ALWAYS : IN_FORCE;
    }
}
