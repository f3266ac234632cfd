package org.aeoreach.training.registration;

/** What can be done with a registration. */
public enum Deed {
    /** The seat offered is taken. */
    ACCEPT,
    /** It is given up. */
    CANCEL,
    /** By the organiser, where he approves. */
    APPROVE,
    REFUSE
}
