package org.aeoreach.campaign.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.campaign.activity.Activities;
import org.aeoreach.campaign.activity.Activity;
import org.aeoreach.library.editing.Writing;
import org.aeoreach.outreach.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a unit writes into its plan.
 *
 * @param regionalZh what is particular to the region
 * @param sessions other events it foresees, of which no day is known, a line each
 * @param activities what takes place on certain days; null leaves them as they are
 * @param houses what each house is to reach; those left out keep what they have
 */
public record Plan(
        @Nullable @Size(max = 4000) String regionalZh,
        @Nullable @Size(max = 8000) String regionalEn,
        @NotNull List<Channel> channels,
        @Nullable @Size(max = 4000) String sessions,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate finishesOn,
        @NotNull @Size(max = 20) List<String> documents,
        @NotNull @Size(max = 200) List<@Valid HouseTarget> houses,
        @Nullable @Size(max = Activities.MOST) List<@Valid Activity> activities) {

    /** @param unit code of the house @param target enterprises to be reached */
    public record HouseTarget(
            @NotBlank String unit,
            @Min(0) int target,
            @Nullable LocalDate dueOn) {}

    /** The same as a page has it; the houses stand in fields of their own. */
    record Typed(
            @Nullable @Size(max = 4000) String regionalZh,
            @Nullable @Size(max = 8000) String regionalEn,
            List<Channel> channels,
            @Nullable @Size(max = 4000) String sessions,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate finishesOn,
            @Nullable @Size(max = 2000) String documents) {

        Plan with(List<HouseTarget> houses, List<Activity> activities) {
            return new Plan(
                    regionalZh,
                    regionalEn,
                    channels.stream().distinct().toList(),
                    sessions,
                    beginsOn,
                    finishesOn,
                    Writing.codes(documents),
                    houses,
                    activities);
        }
    }

    /** A question, a refusal or an answer. */
    public record Words(@NotBlank @Size(max = 2000) String words) {}
}
