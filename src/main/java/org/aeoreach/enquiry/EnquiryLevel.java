package org.aeoreach.enquiry;

/** The levels on which an enquiry is worked on. */
public enum EnquiryLevel {
    HOUSE,
    DISTRICT,
    GACC;

    /** What an answer of this level is. */
    public Authority authority() {
        return Authority.values()[ordinal()];
    }
}
