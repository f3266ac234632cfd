package org.aeoreach.training.base;

/** What a base is. */
public enum BaseKind {
    /** A training centre of the General Administration. */
    NATIONAL,
    /** A training base of a customs district. */
    DISTRICT,
    /** Any other place where sessions are held, such as a hall of a customs house, or none at all: online rooms. */
    VENUE
}
