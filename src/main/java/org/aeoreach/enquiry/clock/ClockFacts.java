package org.aeoreach.enquiry.clock;

import java.time.Instant;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What the arithmetic needs of an enquiry.
 *
 * @param left working minutes left on the clock of the level at {@code since}, or since it stands; null before the start
 * @param since since when both clocks run; null while they stand
 */
record ClockFacts(
        long id,
        String unitPath,
        String deskPath,
        EnquiryLevel level,
        EnquiryStatus status,
        @Nullable String topic,
        int priority,
        @Nullable Instant dueAt,
        @Nullable Integer left,
        @Nullable Integer totalLeft,
        @Nullable Instant since) {

    static final String SELECT = "select unit_path, desk_path, level, status, topic, priority, due_at, left_minutes,"
            + " total_left_minutes, clock_since from enquiry_clock_facts(?1)";

    static ClockFacts of(long id, Rows.Row row) {
        return new ClockFacts(
                id,
                row.text(0),
                row.text(1),
                EnquiryLevel.valueOf(row.text(2)),
                EnquiryStatus.valueOf(row.text(3)),
                row.textOrNull(4),
                (int) row.id(5),
                row.instantOrNull(6),
                minutes(row.idOrNull(7)),
                minutes(row.idOrNull(8)),
                row.instantOrNull(9));
    }

    private static @Nullable Integer minutes(@Nullable Long value) {
        return value == null ? null : value.intValue();
    }

    boolean late(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
