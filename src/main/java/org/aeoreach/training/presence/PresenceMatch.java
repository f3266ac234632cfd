package org.aeoreach.training.presence;

/** How it is known whose registration somebody on a list has. */
public enum PresenceMatch {
    /** By his address. */
    MAIL,
    /** By his name, which somebody has to confirm. */
    NAME,
    /** It is not. */
    NONE
}
