package org.aeoreach.training.session;

/** What kind of session it is. */
public enum TrainingKind {
    CLASS,
    /** For one enterprise. */
    ONE_TO_ONE,
    WEBINAR,
    /** A validation is played through. */
    MOCK_VALIDATION,
    CONFERENCE,
    /** A validation is watched. */
    OBSERVATION
}
