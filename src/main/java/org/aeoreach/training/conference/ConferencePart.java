package org.aeoreach.training.conference;

/** What stands in the programme of a conference. */
public enum ConferencePart {
    /** For all delegates. */
    PLENARY,
    /** One speech to all delegates. */
    KEYNOTE,
    /** Beside others; each delegate registers for it. */
    BREAKOUT
}
