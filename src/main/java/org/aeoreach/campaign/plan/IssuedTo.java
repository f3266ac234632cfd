package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Who a campaign was issued to, with how far each has come, what is late, and its houses. */
@ApplicationScoped
public class IssuedTo {

    private static final String NODES = "select u.code, n.zh, n.en, p.status, p.acknowledged_edition,"
            + " coalesce(s.scope, 0), coalesce(s.reached, 0), campaign_target(c.id, p.org_path),"
            + " coalesce(p.status in ('ISSUED', 'ASKED') and c.acknowledge_by < china_day(), false),"
            + " coalesce(p.status in ('ACKNOWLEDGED', 'SUBMITTED') and c.plan_by < china_day(), false),"
            + " p.pushed_at is not null, p.org_path from campaign_plan p join campaign c on c.id = p.campaign_id"
            + " join unit u on u.id = p.unit_id join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " left join lateral (select sum(f.enterprises) as scope, sum(f.enterprises) filter"
            + " (where f.state = 'REACHED') as reached from campaign_figure f where f.campaign_id = c.id"
            + " and f.dimension = 'ALL' and f.house_path >= p.org_path"
            + " and f.house_path < left(p.org_path, -1) || '/') s on true"
            + " where c.id = ? and p.org_path >= current_setting('app.lo', true)"
            + " and p.org_path < current_setting('app.hi', true) order by u.code";
    private static final String HOUSES = "select u.code, n.zh, n.en, a.status, a.acknowledged_edition,"
            + " coalesce(s.scope, 0), coalesce(s.reached, 0), a.target,"
            + " coalesce(a.status in ('PUSHED', 'STARTED') and a.due_on < china_day(), false), false, true, a.org_path"
            + " from campaign_assignment a join unit u on u.id = a.unit_id"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " left join lateral (select sum(f.enterprises) as scope, sum(f.enterprises) filter"
            + " (where f.state = 'REACHED') as reached from campaign_figure f where f.campaign_id = a.campaign_id"
            + " and f.dimension = 'ALL' and f.house_path = a.org_path) s on true"
            + " where a.campaign_id = ? and a.status <> 'PLANNED' order by u.code";

    private Bound bound;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    IssuedTo() {}

    @Inject
    IssuedTo(Bound bound, CurrentViewer viewer) {
        this.bound = bound;
        this.viewer = viewer;
    }

    /**
     * A unit with its part.
     *
     * @param status a {@link PlanStatus} of a district, the state of its part of a house
     * @param late whether it has not answered in time, or a house has not finished in time
     * @param planLate whether its plan is late
     * @param below its houses
     */
    public record Node(
            String code,
            String zh,
            @Nullable String en,
            String status,
            @Nullable Integer edition,
            long scope,
            long reached,
            long target,
            boolean late,
            boolean planLate,
            boolean pushed,
            List<Node> below) {}

    private record Placed(Node node, String path) {}

    /** Districts within the viewer's range with their houses; a house sees itself alone. */
    @Transactional
    public List<Node> of(long campaign) {
        List<Placed> houses = Rows.list(bound.query(HOUSES, campaign), row -> placed(row, List.of()));
        List<Node> districts = Rows.list(bound.query(NODES, campaign), row -> {
                    Placed own = placed(row, List.of());
                    return placed(
                            row,
                            houses.stream()
                                    .filter(house -> house.path().startsWith(own.path()))
                                    .map(Placed::node)
                                    .toList());
                })
                .stream()
                .map(Placed::node)
                .toList();
        String me = viewer.require().orgPath();
        return districts.isEmpty()
                ? houses.stream()
                        .filter(house -> house.path().startsWith(me))
                        .map(Placed::node)
                        .toList()
                : districts;
    }

    private static Placed placed(Rows.Row row, List<Node> below) {
        Long edition = row.idOrNull(4);
        return new Placed(
                new Node(
                        row.text(0),
                        row.text(1),
                        row.textOrNull(2),
                        row.text(3),
                        edition == null ? null : edition.intValue(),
                        row.id(5),
                        row.id(6),
                        row.id(7),
                        row.flag(8),
                        row.flag(9),
                        row.flag(10),
                        below),
                row.text(11));
    }
}
