package org.aeoreach.campaign;

/** Where a campaign comes from. */
public enum CampaignKind {
    /** Issued by the General Administration to districts. */
    DIRECTIVE,
    /** Started by a district or a house for itself. */
    OWN
}
