package org.aeoreach.library.content;

/** Whom a document is written for. */
public enum Audience {
    /** Every enterprise that imports or exports. */
    EVERYBODY,
    /** Those that want to become an AEO. */
    PROSPECTIVE,
    /** Those that are one. */
    AEO
}
