package org.aeoreach.training.registration;

/** How far somebody's registration is. */
public enum RegistrationStatus {
    /** He has not yet confirmed his address; nobody sees it but him. */
    UNCONFIRMED,
    /** The organiser is to approve it. */
    REQUESTED,
    /** No seat was left; he moves up when one becomes free. */
    WAITING,
    /** A seat is his if he accepts it in time. */
    OFFERED,
    REGISTERED,
    /** Given up, by himself or by the organiser. */
    CANCELLED,
    REFUSED,
    /** He did not accept in time. */
    EXPIRED;

    /** Whether it can still be given up. */
    public boolean alive() {
        return this == REQUESTED || this == WAITING || this == OFFERED || this == REGISTERED;
    }
}
