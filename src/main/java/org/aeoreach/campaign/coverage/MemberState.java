package org.aeoreach.campaign.coverage;

/** Where an enterprise in scope stands. */
public enum MemberState {
    REACHED,
    TOUCHED,
    UNTOUCHED,
    UNREACHABLE,
    EXCLUDED;

    /** SQL of the state of a row {@code m} of campaign_member. */
    public static final String SQL = "case when m.standing = 'EXCLUDED' then 'EXCLUDED' when m.level = 2 then 'REACHED'"
            + " when m.standing = 'UNREACHABLE' then 'UNREACHABLE' when m.level = 1 then 'TOUCHED' else 'UNTOUCHED' end";

    /** SQL of what is still to be done. */
    public static final String OPEN = "m.standing = 'OPEN' and m.level < 2";

    /** SQL of this state. */
    String condition() {
        return switch (this) {
            case REACHED -> "m.standing <> 'EXCLUDED' and m.level = 2";
            case TOUCHED -> "m.standing = 'OPEN' and m.level = 1";
            case UNTOUCHED -> "m.standing = 'OPEN' and m.level = 0";
            case UNREACHABLE -> "m.standing = 'UNREACHABLE' and m.level < 2";
            case EXCLUDED -> "m.standing = 'EXCLUDED'";
        };
    }
}
