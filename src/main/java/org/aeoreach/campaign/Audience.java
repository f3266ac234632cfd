package org.aeoreach.campaign;

/** Whom a campaign speaks to; each enterprise is of one when the denominator is frozen. */
public enum Audience {
    /** Enterprises that are neither of the other two. */
    ALL,
    /** Those on the way to becoming an AEO. */
    PROSPECTIVE,
    /** Those that are one. */
    AEO
}
