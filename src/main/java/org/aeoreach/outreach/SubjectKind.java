package org.aeoreach.outreach;

/** What sort of thing a contact was about. */
public enum SubjectKind {
    POLICY,
    GUIDE,
    CRITERION,
    ARRANGEMENT,
    OTHER
}
