package org.aeoreach.campaign.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.coverage.Coverages;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Reads what enterprises in scope did after a campaign began, as of the last computation. */
@ApplicationScoped
public class Funnels {

    private static final String SQL = "select f.reached, f.step, f.enterprises, f.since_days[1], f.since_days[2],"
            + " f.since_days[3], f.followed, f.before_days[1], f.before_days[2], f.before_days[3], f.computed_at"
            + " from campaign_funnel f where f.campaign_id = ? and f.org_path = ?";
    private static final String SCOPE = "SCOPE";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Coverages coverages;

    @Inject
    private Bound bound;

    private record Found(
            boolean reached,
            String step,
            long enterprises,
            Funnel.@Nullable Quartiles since,
            long followed,
            Funnel.@Nullable Quartiles between,
            Instant computedAt) {

        Funnel.Stage stage(Funnel.Step as) {
            return new Funnel.Stage(as, enterprises, since, followed, between);
        }
    }

    /** @throws Problem 404 for a campaign the viewer does not see or a unit outside his range */
    @Transactional
    public Funnel of(long campaign, @Nullable String code) {
        campaigns.get(campaign);
        List<Found> found = Rows.list(
                bound.query(SQL, campaign, coverages.unit(code).orgPath()),
                row -> new Found(
                        row.flag(0),
                        row.text(1),
                        row.id(2),
                        quartiles(row, 3),
                        row.id(6),
                        quartiles(row, 7),
                        row.instant(10)));
        Instant at = found.isEmpty() ? null : found.get(0).computedAt();
        return new Funnel(at, group(true, found), group(false, found));
    }

    private static Funnel.@Nullable Quartiles quartiles(Rows.Row row, int at) {
        return row.idOrNull(at) == null ? null : new Funnel.Quartiles(row.id(at), row.id(at + 1), row.id(at + 2));
    }

    private static Funnel.Group group(boolean reached, List<Found> all) {
        List<Found> found =
                all.stream().filter(each -> each.reached() == reached).toList();
        return new Funnel.Group(
                found.stream()
                        .filter(each -> each.step().equals(SCOPE))
                        .mapToLong(Found::enterprises)
                        .sum(),
                Arrays.stream(Funnel.Step.values())
                        .map(step -> found.stream()
                                .filter(each -> each.step().equals(step.name()))
                                .findFirst()
                                .map(each -> each.stage(step))
                                .orElse(new Funnel.Stage(step, 0, null, 0, null)))
                        .toList());
    }
}
