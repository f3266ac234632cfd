package org.aeoreach.training.attendance;

/** Whether somebody was at a session. */
public enum RosterState {
    /** He is to come; attendance is not closed yet. */
    EXPECTED,
    /** He was there, long enough where that is known. */
    PRESENT,
    /** He was there for too short a time. */
    SHORT,
    /** He was not there. */
    ABSENT
}
