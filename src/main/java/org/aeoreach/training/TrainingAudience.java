package org.aeoreach.training;

/** Whom a course or a session is for: the audiences of promotion, and officers themselves. */
public enum TrainingAudience {
    /** Every enterprise that imports or exports. */
    ALL,
    /** Those on the way to becoming an AEO. */
    PROSPECTIVE,
    /** Those that are one. */
    AEO,
    /** Small, medium and micro enterprises. */
    SME,
    /** Cross-border e-commerce. */
    CBEC,
    /** Officers of customs, such as those who validate. */
    OFFICERS
}
