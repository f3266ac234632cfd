package org.aeoreach.campaign.coverage;

import java.util.Locale;

/** What a table of coverage is broken down by. */
public enum By {
    UNIT("ALL"),
    AUDIENCE("ALL"),
    TRACK("TRACK"),
    CHANNEL("CHANNEL"),
    SIZE("SIZE"),
    SECTOR("SECTOR"),
    WEEK("WEEK"),
    OFFICER("OFFICER"),
    REASON("REASON"),
    APART("APART");

    private final String dimension;

    By(String dimension) {
        this.dimension = dimension;
    }

    /** The dimension of the sums it is made of. */
    String dimension() {
        return dimension;
    }

    /** Parameter of the list behind its figures. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether every enterprise in scope is in one of its rows, so that a share means something. */
    public boolean whole() {
        return this != CHANNEL && this != WEEK && this != REASON && this != APART;
    }
}
