package org.aeoreach.campaign.coverage;

import java.util.Locale;
import org.aeoreach.campaign.counting.Dimension;

/** What a table of coverage is broken down by. */
public enum By {
    UNIT(Dimension.ALL),
    AUDIENCE(Dimension.ALL),
    TRACK(Dimension.TRACK),
    CHANNEL(Dimension.CHANNEL),
    SIZE(Dimension.SIZE),
    SECTOR(Dimension.SECTOR),
    WEEK(Dimension.WEEK),
    OFFICER(Dimension.OFFICER),
    REASON(Dimension.REASON),
    APART(Dimension.APART);

    private final Dimension dimension;

    By(Dimension dimension) {
        this.dimension = dimension;
    }

    /** The dimension of the sums it is made of. */
    Dimension dimension() {
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
