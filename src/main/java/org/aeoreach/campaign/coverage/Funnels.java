package org.aeoreach.campaign.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.counting.Dimension;
import org.aeoreach.campaign.counting.Figures;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Reads what enterprises in scope did after a campaign began. */
@ApplicationScoped
public class Funnels {

    // Of those reached what came on that day or after it, of the others what came since the campaign began.
    private static final String STEPS = "with taken as (select j.enterprise_id, case when j.step = 'SELF_ASSESSED' then"
            + " 'SELF_ASSESSED' when j.step in ('AEO', 'KEPT') then 'CERTIFIED' else 'APPLIED' end as step,"
            + " j.happened_on as day from journey_entry j where j.happened_on >= ?4 and j.retracted_at is null"
            + " and j.step in ('SELF_ASSESSED', 'APPLIED', 'ACCEPTED', 'AEO', 'KEPT') union all"
            + " select p.enterprise_id, 'TRAINED', cast(p.at at time zone 'Asia/Shanghai' as date) from touchpoint_party p"
            + " where p.at >= cast(?4 as timestamp) at time zone 'Asia/Shanghai' and p.enterprise_id is not null and p.withdrawn_at is null and p.channel in"
            + " ('ONE_TO_ONE_TRAINING', 'ONLINE_SESSION', 'TRAINING_BASE')), first as (select m.level = 2 and"
            + " m.standing <> 'EXCLUDED' as reached, t.step, m.enterprise_id, min(t.day - case when m.level = 2 and"
            + " m.standing <> 'EXCLUDED' then m.reached_on else cast(?4 as date) end) as days from campaign_member m"
            + " join taken t on t.enterprise_id = m.enterprise_id where m.campaign_id = ?1 and m.house_path >= ?2"
            + " and m.house_path < ?3 and not m.late and t.day >= case when m.level = 2 and m.standing <> 'EXCLUDED'"
            + " then m.reached_on else cast(?4 as date) end group by 1, 2, 3)"
            + " select reached, step, count(*), cast(percentile_disc(0.5) within group (order by days) as bigint)"
            + " from first group by 1, 2";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Coverages coverages;

    @Inject
    private Figures figures;

    @Inject
    private Bound bound;

    private record Found(
            boolean reached,
            Funnel.Step step,
            long enterprises,
            @Nullable Long days) {}

    /** @throws Problem 404 for a campaign the viewer does not see or a unit outside his range */
    @Transactional
    public Funnel of(long campaign, @Nullable String code) {
        CampaignHead head = CampaignHead.of(campaigns.get(campaign));
        UnitPlace unit = coverages.unit(code);
        Tally all = Tally.of(figures.of(campaign, Dimension.ALL, unit.orgPath()));
        List<Found> found = Rows.list(
                bound.query(STEPS, campaign, unit.orgPath(), unit.end(), head.startsOn()),
                row -> new Found(row.flag(0), Funnel.Step.valueOf(row.text(1)), row.id(2), row.idOrNull(3)));
        return new Funnel(group(true, all.reached(), found), group(false, all.inScope() - all.reached(), found));
    }

    private static Funnel.Group group(boolean reached, long enterprises, List<Found> found) {
        return new Funnel.Group(
                enterprises,
                Arrays.stream(Funnel.Step.values())
                        .map(step -> found.stream()
                                .filter(each -> each.reached() == reached && each.step() == step)
                                .findFirst()
                                .map(each -> new Funnel.Stage(step, each.enterprises(), each.days()))
                                .orElse(new Funnel.Stage(step, 0, null)))
                        .toList());
    }
}
