package org.aeoreach.enterprise.contact;

/** How somebody wants to be reached. */
public enum Channel {
    MAIL,
    PHONE,
    VISIT,
    PORTAL
}
