package org.aeoreach.enterprise.journey;

/** Steps to AEO and after, in their usual order; the table {@code journey_step} holds the same. */
public enum JourneyStep {
    PROSPECT,
    CONTACTED,
    BRIEFED,
    INTERESTED,
    CULTIVATION,
    SELF_ASSESSED,
    APPLIED,
    ACCEPTED,
    VALIDATION_SCHEDULED,
    VALIDATED,
    CORRECTION,
    REFUSED,
    AEO,
    RECHECK_DUE,
    KEPT,
    SUSPENDED,
    DOWNGRADED,
    WITHDRAWN;

    /** Whether an enterprise at this step has the status. */
    boolean needsAeo() {
        return this == AEO || this == RECHECK_DUE || this == KEPT || this == SUSPENDED;
    }
}
