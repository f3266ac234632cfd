package org.aeoreach.campaign.coverage;

import java.util.List;
import org.aeoreach.campaign.counting.Figure;
import org.aeoreach.campaign.counting.State;

/**
 * How many enterprises are in which state; each is in one.
 *
 * @param reached by the rule of their audience
 * @param touched contacted, but not enough
 * @param unreachable not reached, and said to be not reachable
 * @param excluded said not to belong to it; they stay in scope
 */
public record Tally(long reached, long touched, long untouched, long unreachable, long excluded) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    static Tally of(State state, long enterprises) {
        return switch (state) {
            case REACHED -> new Tally(enterprises, 0, 0, 0, 0);
            case TOUCHED -> new Tally(0, enterprises, 0, 0, 0);
            case UNTOUCHED -> new Tally(0, 0, enterprises, 0, 0);
            case UNREACHABLE -> new Tally(0, 0, 0, enterprises, 0);
            case EXCLUDED -> new Tally(0, 0, 0, 0, enterprises);
        };
    }

    static Tally of(List<Figure> figures) {
        return figures.stream()
                .map(figure -> of(figure.state(), figure.enterprises()))
                .reduce(NONE, Tally::plus);
    }

    Tally plus(Tally other) {
        return new Tally(
                reached + other.reached,
                touched + other.touched,
                untouched + other.untouched,
                unreachable + other.unreachable,
                excluded + other.excluded);
    }

    public long of(State state) {
        return switch (state) {
            case REACHED -> reached;
            case TOUCHED -> touched;
            case UNTOUCHED -> untouched;
            case UNREACHABLE -> unreachable;
            case EXCLUDED -> excluded;
        };
    }

    /** All in scope: those excluded and not reachable count, so that excluding never makes a share better. */
    public long inScope() {
        return reached + touched + untouched + unreachable + excluded;
    }

    /** Share of those in scope that are reached, in per cent rounded down; 0 of none. */
    public long percent() {
        return inScope() == 0 ? 0 : reached * 100 / inScope();
    }
}
