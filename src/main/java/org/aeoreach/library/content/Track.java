package org.aeoreach.library.content;

/** A kind of enterprise a document is for in particular. */
public enum Track {
    /** Small, medium and micro enterprises. */
    SME,
    /** Cross-border e-commerce. */
    CBEC
}
