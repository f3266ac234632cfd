package org.aeoreach.campaign.activity;

/** How certain it is that what is on a day takes place. */
public enum Standing {
    CONFIRMED,
    /** Written, but not approved. */
    TENTATIVE,
    /** Withdrawn after it was known. */
    CANCELLED
}
