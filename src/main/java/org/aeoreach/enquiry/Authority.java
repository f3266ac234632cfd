package org.aeoreach.enquiry;

/** How much an answer binds, by the level that gave it. */
public enum Authority {
    /** Guidance of a customs house. */
    GUIDANCE,
    /** Position of a customs district. */
    POSITION,
    /** Interpretation of the General Administration. */
    INTERPRETATION;

    /** Whether an answer of this authority may be given where that one is needed. */
    public boolean covers(Authority needed) {
        return ordinal() >= needed.ordinal();
    }
}
