package org.aeoreach.campaign.coverage;

import org.aeoreach.campaign.counting.State;

/** The state of a row {@code m} of campaign_member as SQL. */
public final class StateSql {

    public static final String STATE = "campaign_state(m.standing, m.level)";

    /** What is still to be done. */
    public static final String OPEN = "m.standing = 'OPEN' and m.level < 2 and not m.merged";

    private StateSql() {}

    static String is(State state) {
        return STATE + " = '" + state + "'";
    }
}
