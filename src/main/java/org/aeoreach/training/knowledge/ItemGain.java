package org.aeoreach.training.knowledge;

import org.aeoreach.platform.Rows;
import org.aeoreach.training.after.AfterSessions;
import org.jspecify.annotations.Nullable;

/**
 * What those who answered a question before and after knew.
 *
 * @param question number of the edition
 * @param both how many answered it before and after
 * @param before percent who had it right before; null as long as fewer than five answered both
 * @param after percent who had it right after
 */
public record ItemGain(
        long question,
        long number,
        long edition,
        String textZh,
        @Nullable String textEn,
        long both,
        @Nullable Long before,
        @Nullable Long after) {

    /** Points gained, or null. */
    public @Nullable Long gain() {
        return before == null || after == null ? null : after - before;
    }

    static ItemGain of(Rows.Row row) {
        long both = row.id(5);
        return new ItemGain(
                row.id(0),
                row.id(1),
                row.id(2),
                row.text(3),
                row.textOrNull(4),
                both,
                percent(row.id(6), both),
                percent(row.id(7), both));
    }

    private static @Nullable Long percent(long part, long whole) {
        return whole < AfterSessions.FEWEST ? null : Math.round(100.0 * part / whole);
    }
}
