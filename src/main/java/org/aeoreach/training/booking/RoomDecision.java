package org.aeoreach.training.booking;

import org.jspecify.annotations.Nullable;

/** Wants to know when somebody decides about the room of a session; within the transaction of the decision. */
public interface RoomDecision {

    /**
     * The room was approved, or refused after all.
     *
     * @param reason why it was refused, or null
     */
    void decided(long session, BookingStatus status, @Nullable String reason);
}
