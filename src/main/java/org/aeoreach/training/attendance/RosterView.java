package org.aeoreach.training.attendance;

import java.time.Instant;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was to come to a session, or came.
 *
 * @param id of the registration; below zero: the attendance of somebody who came unannounced
 * @param employer whom he said he works for, where no enterprise is known
 * @param minutes how long he was there, where that is known
 * @param way how he was checked in: TICKET, NAME, WALK_IN, SELF or LIST; null: he was not
 * @param reason why he was let in without a seat, or null
 */
public record RosterView(
        long id,
        @Nullable Long attendance,
        @Nullable String number,
        String name,
        @Nullable String mail,
        @Nullable Long enterprise,
        @Nullable String employer,
        @Nullable Instant arrivedAt,
        @Nullable Instant leftAt,
        @Nullable Long minutes,
        @Nullable String way,
        @Nullable String reason,
        RosterState state) {

    static final String SELECT =
            "select x.id, x.attendance_id, x.number, x.name, x.mail, x.enterprise_id, x.organisation,"
                    + " x.arrived_at, x.left_at, x.minutes, x.way, x.reason, x.state from training_roster x";

    static RosterView of(Rows.Row row) {
        return new RosterView(
                row.id(0),
                row.idOrNull(1),
                row.textOrNull(2),
                row.text(3),
                row.textOrNull(4),
                row.idOrNull(5),
                row.textOrNull(6),
                row.instantOrNull(7),
                row.instantOrNull(8),
                row.idOrNull(9),
                row.textOrNull(10),
                row.textOrNull(11),
                RosterState.valueOf(row.text(12)));
    }
}
