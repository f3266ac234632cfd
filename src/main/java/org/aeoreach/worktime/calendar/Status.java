package org.aeoreach.worktime.calendar;

/** What is known of the days of a year. */
public enum Status {
    /** The State Council has said which days are off and which are made up. */
    ANNOUNCED,
    /** Only the statutory holidays are known. */
    PROVISIONAL,
    /** Nothing: weekends alone are off. */
    UNKNOWN
}
