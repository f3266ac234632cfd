package org.aeoreach.library.editing;

/** How far a draft has come. */
public enum DraftState {
    DRAFT,
    IN_REVIEW,
    /** Approved, and published when its time comes. */
    SCHEDULED,
    PUBLISHED,
    DISCARDED;

    public boolean open() {
        return this == DRAFT || this == IN_REVIEW || this == SCHEDULED;
    }
}
