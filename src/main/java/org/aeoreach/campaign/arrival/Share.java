package org.aeoreach.campaign.arrival;

/** Of so many enterprises in scope of campaigns so many are reached. */
public record Share(long inScope, long reached) {

    static final Share NONE = new Share(0, 0);

    private static final int SHADES = 5;

    Share plus(Share other) {
        return new Share(inScope + other.inScope, reached + other.reached);
    }

    public long notReached() {
        return inScope - reached;
    }

    /** Share reached in per cent, rounded down; 0 of none. */
    public long percent() {
        return inScope == 0 ? 0 : reached * 100 / inScope;
    }

    /** How dark it is shown: the more are missing, the darker, 1 to 5; 0 where nobody is in scope. */
    public int shade() {
        return inScope == 0 ? 0 : (int) Math.min(SHADES, 1 + notReached() * SHADES / inScope);
    }
}
