package org.aeoreach.search;

/** Who finds a record, besides the unit it belongs to. */
public enum Reach {
    /** The units above it. */
    UNIT,
    /** The units above it and those below it. */
    UNIT_AND_BELOW,
    /** Everybody. */
    EVERYBODY
}
