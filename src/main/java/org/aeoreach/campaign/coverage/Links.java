package org.aeoreach.campaign.coverage;

import org.aeoreach.campaign.counting.State;
import org.jspecify.annotations.Nullable;

/** Addresses of the lists behind figures: each holds exactly the enterprises the figure counts. */
public record Links(long campaign, String unit) {

    /** All enterprises of the unit in that state, or all in scope. */
    public String total(@Nullable State state) {
        return base(unit) + state(state);
    }

    /** Those of one row of a breakdown. */
    public String of(By by, CoverageRow row, @Nullable State state) {
        String value = row.key().isEmpty() ? MemberFilters.NONE : row.key();
        String more =
                switch (by) {
                    case UNIT -> row.self() ? "&house=" + value : "";
                    case APART -> "&apart=" + value + (value.equals("LATE") ? "&late=true" : "");
                    default -> "&" + by.parameter() + "=" + value;
                };
        return base(by == By.UNIT && !row.self() ? value : unit) + more + state(state);
    }

    /** Those of a part of the unit and an audience that were first reached by a channel. */
    public String heat(CoverageRow part, String audience, String channel) {
        return of(By.UNIT, part, State.REACHED) + "&audience=" + audience + "&channel=" + channel;
    }

    private String base(String code) {
        return list(campaign, code);
    }

    /** All enterprises in scope of a unit with those below it; to be narrowed by more parameters. */
    public static String list(long campaign, String code) {
        return ScopeList.PATH + "?campaign=" + campaign + "&unit=" + code;
    }

    private static String state(@Nullable State state) {
        return state == null ? "" : "&state=" + state;
    }
}
