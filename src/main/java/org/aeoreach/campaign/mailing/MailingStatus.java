package org.aeoreach.campaign.mailing;

/** How far a mailing has come. */
public enum MailingStatus {
    DRAFT,
    /** Sent to a second person. */
    REVIEW,
    /** Waits for its moment. */
    APPROVED,
    SENDING,
    SENT,
    WITHDRAWN;

    /** Whether letters may have been written. */
    public boolean begun() {
        return this == SENDING || this == SENT || this == WITHDRAWN;
    }

    /** Whether it needs no person to go on. */
    public boolean underWay() {
        return this == APPROVED || this == SENDING;
    }

    /** Whether it can still be stopped. */
    public boolean waits() {
        return this == REVIEW || underWay();
    }
}
