package org.aeoreach.outreach;

/** How far a contact reached, weakest first; the ladder is the table {@code contact_strength}. */
public enum Strength {
    DELIVERED,
    OPENED,
    REGISTERED,
    ATTENDED,
    ONE_TO_ONE,
    SELF_ASSESSED,
    APPLIED
}
