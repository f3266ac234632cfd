package org.aeoreach.training.checkin;

/** What becomes of somebody at the door. */
public enum CheckInOutcome {
    /** He is in. */
    IN,
    /** He was in before. */
    ALREADY,
    /** He is out. */
    OUT,
    /** He was to be checked out and never came. */
    NOT_IN,
    /** He waits or is not approved yet, and no seat is left; may be let in for a reason. */
    WAITING,
    /** He has given up, was refused or did not accept his seat; may be let in for a reason. */
    CANCELLED,
    /** Nobody with that ticket is registered. */
    UNKNOWN,
    /** The ticket is one for another session. */
    ELSEWHERE,
    /** Attendance is closed, or the session is off. */
    CLOSED,
    /** It happened and was taken back. */
    UNDONE
}
