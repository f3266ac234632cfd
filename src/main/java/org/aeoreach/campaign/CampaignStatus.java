package org.aeoreach.campaign;

/** How far a campaign has come. */
public enum CampaignStatus {
    DRAFT,
    /** Sent to a second person. */
    REVIEW,
    /** Approved; who is in scope is being written down. */
    FREEZING,
    RUNNING,
    ENDED,
    WITHDRAWN;

    /** Whether the units it was issued to know of it. */
    public boolean out() {
        return this != DRAFT && this != REVIEW && this != FREEZING;
    }
}
