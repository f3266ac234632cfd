package org.aeoreach.library.feedback;

/** Why a document did not help. */
public enum Reason {
    UNCLEAR,
    INCOMPLETE,
    OUTDATED,
    WRONG,
    OTHER_QUESTION
}
