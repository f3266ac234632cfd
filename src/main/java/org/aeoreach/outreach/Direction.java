package org.aeoreach.outreach;

/** Who sought the contact. */
public enum Direction {
    /** Customs turned to the enterprise. */
    OUT,
    /** The enterprise came to customs. */
    IN
}
