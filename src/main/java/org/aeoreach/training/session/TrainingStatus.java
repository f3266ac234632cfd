package org.aeoreach.training.session;

/** How far a session is. */
public enum TrainingStatus {
    /** Seen by the organiser and those above him. */
    DRAFT,
    /** Seen by everybody. */
    PUBLISHED,
    /** Called off after it was published. */
    CANCELLED,
    /** It took place. */
    HELD
}
