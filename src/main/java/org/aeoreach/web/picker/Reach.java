package org.aeoreach.web.picker;

/** Which units a field offers. */
public enum Reach {
    /** Every unit that exists now. */
    ALL,
    /** The viewer's unit in his acting role, and those below it. */
    MINE
}
