package org.aeoreach.training.closing;

/** How far a closing report is. */
public enum ReportStatus {
    DRAFT,
    /** Read only, with the figures of that moment. */
    FINISHED
}
