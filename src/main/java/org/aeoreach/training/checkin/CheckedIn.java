package org.aeoreach.training.checkin;

import java.time.Instant;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What became of one thing a device sent.
 *
 * @param since when he came, or null
 * @param again whether it had been sent before; the outcome is that of the first time
 */
public record CheckedIn(
        String mark,
        CheckInOutcome outcome,
        @Nullable Long registration,
        @Nullable Long attendance,
        @Nullable String name,
        @Nullable Instant since,
        boolean again) {

    static CheckedIn of(Rows.Row row) {
        return new CheckedIn(
                row.text(0),
                CheckInOutcome.valueOf(row.text(1)),
                row.idOrNull(2),
                row.idOrNull(3),
                row.textOrNull(4),
                row.instantOrNull(5),
                row.flag(6));
    }
}
