package org.aeoreach.campaign.coverage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of coverage.
 *
 * @param key value of the dimension; of a unit its code; empty where it is unknown
 * @param zh name of a unit or officer; null where a message names the value
 * @param self whether it is the unit itself beside those below it
 * @param expected enterprises expected to be reached, by the share of each audience
 * @param target what the houses were set, or null where none is
 */
public record CoverageRow(
        String key,
        @Nullable String zh,
        @Nullable String en,
        boolean self,
        Tally figures,
        long expected,
        @Nullable Long target) {

    /** Below this part of what the calendar asks for, a unit needs help. */
    private static final double BEHIND = 0.7;

    /** What is to be reached in the end: what was set, else what is expected. */
    public long aim() {
        return target == null ? expected : target;
    }

    /** What the calendar asks for by that day, if work goes evenly. */
    public long byNow(CampaignHead head, LocalDate today) {
        return (long) Math.floor(aim() * head.elapsed(today));
    }

    public boolean behind(CampaignHead head, LocalDate today) {
        return figures.reached() < byNow(head, today) * BEHIND;
    }

    static Tally total(List<CoverageRow> rows) {
        return rows.stream().map(CoverageRow::figures).reduce(Tally.NONE, Tally::plus);
    }
}
