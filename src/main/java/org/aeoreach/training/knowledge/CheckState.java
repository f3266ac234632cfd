package org.aeoreach.training.knowledge;

import java.time.Instant;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Which checks somebody can give and which he has given.
 *
 * @param questions how many the session asks; 0: there is no check
 * @param beforeCorrect how many he had right before, told when he has given the check after the session, else null
 * @param afterUntil when the check after the session closes
 */
public record CheckState(
        long questions,
        boolean beforeOpen,
        boolean afterOpen,
        boolean beforeGiven,
        boolean afterGiven,
        @Nullable Long beforeCorrect,
        @Nullable Long afterCorrect,
        Instant afterUntil) {

    /** The one he can give now, or null. */
    public @Nullable CheckStage open() {
        return beforeOpen ? CheckStage.BEFORE : afterOpen ? CheckStage.AFTER : null;
    }

    static CheckState of(Rows.Row row) {
        return new CheckState(
                row.id(0),
                row.flag(1),
                row.flag(2),
                row.flag(3),
                row.flag(4),
                row.idOrNull(5),
                row.idOrNull(6),
                row.instant(7));
    }
}
