package org.aeoreach.training.session;

/** How often the sessions of a series come. */
public enum Rhythm {
    WEEKLY,
    /** Every so many days. */
    DAYS
}
