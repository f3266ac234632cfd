package org.aeoreach.enquiry.target;

/** What a target is for. */
public enum TargetLevel {
    HOUSE,
    DISTRICT,
    GACC,
    /** All levels together. */
    TOTAL
}
