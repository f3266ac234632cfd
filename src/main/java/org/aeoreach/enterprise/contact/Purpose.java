package org.aeoreach.enterprise.contact;

/** What customs keeps a person for. */
public enum Purpose {
    OUTREACH,
    COORDINATION,
    COOPERATION
}
