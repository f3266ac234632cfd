package org.aeoreach.campaign.course;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far enterprises went on the way to certification after a campaign began: those it reached beside those it did not.
 * That the one goes with the other says nothing about cause.
 *
 * @param computedAt when it was looked up; null when it was not yet
 */
public record Funnel(@Nullable Instant computedAt, Group reached, Group others) {

    /** What an enterprise may have done. */
    public enum Step {
        TRAINED,
        SELF_ASSESSED,
        APPLIED,
        CERTIFIED
    }

    /** One of the two. @param enterprises in scope and in it */
    public record Group(long enterprises, List<Stage> stages) {}

    /**
     * Of a group, those that took a step since the campaign began, whatever they did before.
     *
     * @param since days since it was reached, or since the campaign began for the others; null for none
     * @param followed those of them that took the step before it, too, and not later
     * @param between days between the two steps; null for none
     */
    public record Stage(
            Step step,
            long enterprises,
            @Nullable Quartiles since,
            long followed,
            @Nullable Quartiles between) {

        /** Share in thousandths of its group. */
        public long perMille(Group group) {
            return group.enterprises() == 0 ? 0 : enterprises * 1000 / group.enterprises();
        }
    }

    /** Days that a quarter, a half and three quarters of them took at most. */
    public record Quartiles(long first, long median, long third) {}
}
