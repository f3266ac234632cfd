package org.aeoreach.training.booking;

/** What a room is wanted for. */
public enum BookingKind {
    /** A session of training; it books and gives up by itself. */
    SESSION,
    /** Nobody is to have it, such as during repairs; only whose room it is can say so. */
    BLOCK,
    /** Anything else. */
    OTHER
}
