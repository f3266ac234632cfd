package org.aeoreach.enquiry.clock;

/** How a stay of an enquiry at a unit ended. */
public enum Passed {
    /** To the level above, with a proposal. */
    UP,
    /** Back to the level below, with guidance. */
    DOWN,
    /** To another unit that is to answer it. */
    OVER,
    ANSWERED,
    CLOSED
}
