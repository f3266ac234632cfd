package org.aeoreach.training.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aeoreach.campaign.course.Funnel;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** A row of figures as the database gives it. @param months null for all the time that has passed */
record OutcomeRow(
        boolean present,
        String step,
        @Nullable Long months,
        TrainingOutcome.Share share,
        long leftOut,
        long seen,
        Funnel.@Nullable Quartiles days) {

    /** All of a group, whatever they did. */
    private static final String ALL = "ALL";

    static OutcomeRow of(Rows.Row row) {
        return new OutcomeRow(
                row.flag(0),
                row.text(1),
                row.idOrNull(2),
                new TrainingOutcome.Share(row.id(3), row.id(5)),
                row.id(4),
                row.id(6),
                row.idOrNull(7) == null ? null : new Funnel.Quartiles(row.id(7), row.id(8), row.id(9)));
    }

    private boolean is(boolean group, String what) {
        return present == group && step.equals(what);
    }

    static TrainingOutcome.Group group(boolean present, List<OutcomeRow> found) {
        OutcomeRow all = whole(present, ALL, found);
        return new TrainingOutcome.Group(
                all.share().enterprises(),
                all.seen(),
                all.days(),
                Arrays.stream(TrainingOutcome.Step.values())
                        .map(step -> stage(all, step, found))
                        .toList());
    }

    private static TrainingOutcome.Stage stage(OutcomeRow all, TrainingOutcome.Step step, List<OutcomeRow> found) {
        boolean present = all.present();
        OutcomeRow whole = whole(present, step.name(), found);
        return new TrainingOutcome.Stage(
                step,
                whole.share(),
                all.share().enterprises() - all.seen(),
                whole.seen(),
                whole.days(),
                found.stream()
                        .filter(each -> each.is(present, step.name()) && each.months() != null)
                        .map(each -> new TrainingOutcome.Within(
                                Objects.requireNonNull(each.months()).intValue(), each.share()))
                        .toList());
    }

    private static OutcomeRow whole(boolean present, String step, List<OutcomeRow> found) {
        return found.stream()
                .filter(each -> each.is(present, step) && each.months() == null)
                .findFirst()
                .orElse(new OutcomeRow(present, step, null, new TrainingOutcome.Share(0, 0), 0, 0, null));
    }
}
