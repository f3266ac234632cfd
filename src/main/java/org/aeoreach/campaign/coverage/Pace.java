package org.aeoreach.campaign.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.web.Page;
import org.aeoreach.web.chart.Chart;
import org.jspecify.annotations.Nullable;

/**
 * How fast a campaign comes on.
 *
 * @param finishes the day what is expected would be reached at the pace so far; null when nothing is reached
 * @param done whether it is reached already
 * @param chart reached until the end of each week, beside an even course to what is expected
 */
public record Pace(@Nullable LocalDate finishes, boolean done, Chart chart) {

    private static final int MOST_DAYS = 3650;

    /** @param weeks rows by week, of enterprises first reached in it */
    static Pace of(CoverageView view, List<CoverageRow> weeks, Page page) {
        CampaignHead head = view.head();
        long reached = view.total().reached();
        boolean done = view.expected() > 0 && reached >= view.expected();
        return new Pace(done || reached == 0 ? null : finishes(head, view, reached), done, chart(view, weeks, page));
    }

    private static @Nullable LocalDate finishes(CampaignHead head, CoverageView view, long reached) {
        long days = Math.max(1, ChronoUnit.DAYS.between(head.startsOn(), view.today()) + 1);
        double left = (double) (view.expected() - reached) * days / reached;
        return left > MOST_DAYS ? null : view.today().plusDays((long) Math.ceil(left));
    }

    private static Chart chart(CoverageView view, List<CoverageRow> weeks, Page page) {
        CampaignHead head = view.head();
        List<String> categories = new ArrayList<>();
        List<@Nullable Number> reached = new ArrayList<>();
        List<@Nullable Number> even = new ArrayList<>();
        LocalDate monday =
                head.startsOn().minusDays(head.startsOn().getDayOfWeek().getValue() - 1L);
        for (LocalDate week = monday; !week.isAfter(head.endsOn()); week = week.plusWeeks(1)) {
            LocalDate end = week.plusDays(6).isAfter(head.endsOn()) ? head.endsOn() : week.plusDays(6);
            String last = week.toString();
            categories.add(page.on(end));
            reached.add(
                    week.isAfter(view.today())
                            ? null
                            : weeks.stream()
                                    .filter(row ->
                                            !row.key().isEmpty() && row.key().compareTo(last) <= 0)
                                    .mapToLong(row -> row.figures().reached())
                                    .sum());
            even.add(Math.round(view.expected() * head.elapsed(end)));
        }
        return new Chart(
                Chart.Kind.LINE,
                page.t("coverage.curve"),
                page.t("coverage.curve.week"),
                categories,
                List.of(
                        new Chart.Series(page.t("coverage.curve.reached"), reached),
                        new Chart.Series(page.t("coverage.curve.even"), even)));
    }
}
