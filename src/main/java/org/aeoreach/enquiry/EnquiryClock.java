package org.aeoreach.enquiry;

import java.time.Instant;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks of an enquiry, of its level and in all: running they have an end, standing what is left of them.
 *
 * @param leftMinutes working minutes left on the clock of the level while it stands
 * @param since since when both run; null while they stand
 */
public record EnquiryClock(
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Integer leftMinutes,
        @Nullable Instant totalDueAt,
        @Nullable Integer totalLeftMinutes,
        @Nullable Instant since) {

    public boolean late(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /** Reads its six columns from a row, beginning there. */
    static EnquiryClock of(Rows.Row row, int at) {
        return new EnquiryClock(
                row.instantOrNull(at),
                row.instantOrNull(at + 1),
                minutes(row.idOrNull(at + 2)),
                row.instantOrNull(at + 3),
                minutes(row.idOrNull(at + 4)),
                row.instantOrNull(at + 5));
    }

    private static @Nullable Integer minutes(@Nullable Long value) {
        return value == null ? null : value.intValue();
    }
}
