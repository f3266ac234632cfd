package org.aeoreach.training.course;

/** How a course stands. */
public enum CourseStatus {
    /** In writing, for the unit and those above it. */
    DRAFT,
    /** Sessions may be planned of it. */
    OPEN,
    /** No new sessions; what was, stays. */
    RETIRED
}
