package org.aeoreach.campaign.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units a campaign was issued to, what is late or waits for an answer first, with totals that open their list.
 *
 * @param own the viewer's district, when the units are its houses
 * @param all districts or houses, in order of code
 * @param houses whether they are houses
 * @param chosen what the list is narrowed to, or null
 */
public record IssuedUnits(
        IssuedTo.@Nullable Node own,
        List<IssuedTo.Node> all,
        boolean houses,
        @Nullable Stage chosen) {

    private static final Comparator<IssuedTo.Node> URGENT = Comparator.comparingInt(IssuedUnits::rank);

    /** @param units that are in the stage */
    public record Total(Stage stage, long units) {}

    private static int rank(IssuedTo.Node node) {
        if (Stage.LATE.holds(node)) {
            return 0;
        }
        if (Stage.WAITING.holds(node)) {
            return 1;
        }
        return node.below().stream().anyMatch(Stage.LATE::holds) ? 2 : 3;
    }

    public boolean isEmpty() {
        return own == null && all.isEmpty();
    }

    /** None for a single unit. */
    public List<Total> totals() {
        return all.size() < 2
                ? List.of()
                : Arrays.stream(Stage.values())
                        .filter(stage -> stage.counts(houses))
                        .map(stage -> new Total(
                                stage, all.stream().filter(stage::holds).count()))
                        .toList();
    }

    /** Whether none is in the chosen stage. */
    public boolean none() {
        return !isEmpty() && chosen != null && shown().isEmpty();
    }

    private List<IssuedTo.Node> shown() {
        return all.stream()
                .filter(node -> chosen == null || !chosen.counts(houses) || chosen.holds(node))
                .sorted(URGENT)
                .toList();
    }

    /** As a tree. */
    public List<IssuedTo.Node> nodes() {
        return own == null ? shown() : List.of(own.above(shown()));
    }

    /** Whether houses are shown at once: a district's own that are late or chosen. */
    public boolean open() {
        return own != null && (chosen != null || all.stream().anyMatch(Stage.LATE::holds));
    }
}
