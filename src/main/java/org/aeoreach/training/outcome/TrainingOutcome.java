package org.aeoreach.training.outcome;

import java.util.List;
import org.aeoreach.campaign.course.Funnel;
import org.jspecify.annotations.Nullable;

/**
 * How far enterprises went on the way to certification after sessions: those of which somebody was there beside those that
 * were registered and of which nobody was. That the one goes with the other says nothing about cause.
 *
 * @param sessions held, organised by the viewer's unit or one below it
 * @param unrecorded those of them of which nobody wrote down who came; nobody missed them
 */
public record TrainingOutcome(long sessions, long unrecorded, Group present, Group absent) {

    /** So many enterprises at least make a share; of fewer it would be the doing of one. */
    public static final int FEWEST = 5;

    /** What an enterprise may have done since. */
    public enum Step {
        SELF_ASSESSED,
        APPLIED,
        CERTIFIED
    }

    /**
     * One of the two.
     *
     * @param seen those of them the viewer sees by name
     * @param passed days that have passed since it was there, or missed it; null for fewer than five
     */
    public record Group(long enterprises, long seen, Funnel.@Nullable Quartiles passed, List<Stage> stages) {

        /** Enterprises that had taken a step, or a later one, before. */
        public long before(Stage stage) {
            return enterprises - stage.all().enterprises() - stage.leftOut();
        }

        /** Those behind a figure that the viewer does not see by name. @param step null for the whole group */
        public long besides(@Nullable Step step) {
            return step == null
                    ? enterprises - seen
                    : stages.stream()
                            .filter(each -> each.step() == step)
                            .mapToLong(each -> each.all().took() - each.seen())
                            .sum();
        }
    }

    /**
     * Of a group, those that took a step since.
     *
     * @param leftOut those the viewer does not see: no figure may tell what a single one did
     * @param seen those that took it and that the viewer sees by name
     * @param days days until it was taken; null where fewer than five took it
     * @param within the same for a number of months, the fewest first
     */
    public record Stage(
            Step step, Share all, long leftOut, long seen, Funnel.@Nullable Quartiles days, List<Within> within) {}

    /** Of those for which so many months have passed, those that took it in them. */
    public record Within(int months, Share share) {}

    /** @param enterprises that had taken neither this step nor a later one before @param took it since */
    public record Share(long enterprises, long took) {

        /** In thousandths; null where they are too few. */
        public @Nullable Long perMille() {
            return enterprises < FEWEST ? null : took * 1000 / enterprises;
        }
    }

    public Group group(boolean there) {
        return there ? present : absent;
    }
}
