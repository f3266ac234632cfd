package org.aeoreach.training.booking;

/** Where a booking stands. */
public enum BookingStatus {
    /** Asked for; holds nothing. */
    REQUESTED,
    /** Had. */
    APPROVED,
    /** Not had, or no longer: whose room it is has said why. */
    REFUSED,
    /** Who asked does not want it any more. */
    GIVEN_UP;

    boolean alive() {
        return this == REQUESTED || this == APPROVED;
    }
}
