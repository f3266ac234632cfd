package org.aeoreach.training.session;

import org.aeoreach.training.booking.BookingStatus;
import org.jspecify.annotations.Nullable;

/**
 * The room of a session.
 *
 * @param status whether the session has it; null: it was given back, or the session is a template
 * @param reason why it was refused, for who organises the session, or null
 * @param lends whether the link of the session is that of the room
 */
public record SessionRoom(
        long id, @Nullable BookingStatus status, @Nullable String reason, boolean lends) {

    /** Whether the organiser has to look for another one. */
    public boolean refused() {
        return status == BookingStatus.REFUSED;
    }

    /** Whether whose room it is has still to approve. */
    public boolean asked() {
        return status == BookingStatus.REQUESTED;
    }
}
