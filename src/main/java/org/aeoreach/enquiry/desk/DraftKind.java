package org.aeoreach.enquiry.desk;

/** What an officer may be writing about an enquiry. */
public enum DraftKind {
    ANSWER,
    REQUEST,
    NOTE,
    PASS
}
