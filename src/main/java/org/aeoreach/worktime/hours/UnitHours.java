package org.aeoreach.worktime.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a unit on a day, and what it has set itself.
 *
 * @param spans such as {@code 09:00–12:00, 13:30–17:30}
 * @param since from when they hold, or null when no unit has set any and the standard ones do
 * @param ofUnitId the unit they come from, or null
 * @param entries of the unit itself, the latest first
 */
public record UnitHours(
        long unitId,
        String nameZh,
        @Nullable String nameEn,
        LocalDate day,
        String spans,
        @Nullable LocalDate since,
        @Nullable Long ofUnitId,
        @Nullable String ofNameZh,
        @Nullable String ofNameEn,
        List<Entry> entries) {

    /**
     * What a unit has set.
     *
     * @param spans null for the hours of the unit above
     * @param replaced whether a later entry for the same day has taken its place
     */
    public record Entry(LocalDate validFrom, @Nullable String spans, Instant enteredAt, boolean replaced) {}

    public boolean own() {
        return ofUnitId != null && ofUnitId == unitId;
    }

    public String name(Language language) {
        return language.pick(nameZh, nameEn);
    }

    /** Empty when nobody has set any. */
    public String ofName(Language language) {
        return ofNameZh == null ? "" : language.pick(ofNameZh, ofNameEn);
    }
}
