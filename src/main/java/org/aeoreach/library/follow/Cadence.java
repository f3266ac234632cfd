package org.aeoreach.library.follow;

/** How soon somebody hears of a change. */
public enum Cadence {
    AT_ONCE,
    /** Each morning at half past seven in Shanghai. */
    DAILY,
    /** The same on Mondays. */
    WEEKLY
}
