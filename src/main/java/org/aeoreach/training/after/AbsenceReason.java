package org.aeoreach.training.after;

/** Why somebody did not come. */
public enum AbsenceReason {
    TIME,
    PLACE,
    /** He did not know of it, or too late. */
    NOT_TOLD,
    /** The network or his device. */
    TECHNICAL,
    TOPIC,
    /** Somebody else of his enterprise came. */
    COLLEAGUE,
    ILL,
    OTHER
}
