package org.aeoreach.library.content;

/** How sure it is that what a document says is so. */
public enum Certainty {
    /** Published and sure. */
    CONFIRMED,
    /** From a secondary source. */
    REPORTED,
    /** Still to be verified. */
    UNCERTAIN
}
