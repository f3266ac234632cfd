package org.aeoreach.campaign.calendar;

/** Whose days a calendar shows. */
public enum Whose {
    /** Everything the viewer may know of. */
    ALL,
    /** What waits for him or is held by him. */
    MINE,
    /** Of his unit itself, with what it has a part in. */
    UNIT,
    /** Of the units below it. */
    BELOW
}
