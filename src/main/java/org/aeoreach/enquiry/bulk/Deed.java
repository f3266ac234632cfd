package org.aeoreach.enquiry.bulk;

/** What can be done with many at once. */
public enum Deed {
    ANSWER,
    ASSIGN,
    TAG,
    CLOSE
}
