package org.aeoreach.campaign.activity;

/** What happens on the days of a planned activity. */
public enum ActivityKind {
    TRAINING,
    /** Officers come to an enterprise or a park and guide on the spot. */
    GUIDANCE,
    /** Enterprises come with their questions. */
    CONSULTATION,
    OTHER
}
