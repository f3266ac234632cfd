package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Who a campaign was issued to, with how far each has come, what is late, and its houses. */
@ApplicationScoped
public class IssuedTo {

    // Who holds what is late, three of them at most.
    private static final String HELD = " left join lateral (select string_agg(h.zh, '、' order by h.id) as zh,"
            + " string_agg(h.en, ', ' order by h.id) as en from (select distinct w.id, w.name_zh as zh,"
            + " coalesce(w.name_en, w.name_zh) as en from role_assignment r join account w on w.id = r.account_id"
            + " where l.late is not null and r.unit_id = u.id and r.role = '%s' and r.valid_from <= china_day()"
            + " and coalesce(r.valid_to, china_day()) >= china_day() order by w.id limit 3) h) h on true";
    private static final String SUMS = " left join lateral (select sum(f.enterprises) as scope, sum(f.enterprises)"
            + " filter (where f.state = 'REACHED') as reached from campaign_figure f where f.campaign_id = c.id"
            + " and f.dimension = 'ALL' and f.house_path >= %s) s on true";
    private static final String NODES = "select u.code, n.zh, n.en, p.status, p.acknowledged_edition,"
            + " coalesce(s.scope, 0), coalesce(s.reached, 0), campaign_target(c.id, p.org_path), l.late,"
            + " case when c.status = 'WITHDRAWN' then c.note_by when p.status in ('ISSUED', 'ASKED') then"
            + " c.acknowledge_by when p.pushed_at is null then c.plan_by else coalesce(p.finishes_on, c.ends_on) end,"
            + " h.zh, h.en, p.end_noted_at is not null or p.org_path = c.org_path or p.status = 'WITHDRAWN', p.org_path,"
            + " p.pushed_at is not null"
            + " from campaign_plan p join campaign c on c.id = p.campaign_id"
            + " cross join lateral (select campaign_plan_late(p, c) as late) l"
            + " join unit u on u.id = p.unit_id join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + SUMS.formatted("p.org_path and f.house_path < left(p.org_path, -1) || '/'")
            + HELD.formatted("DISTRICT_OFFICER")
            + " where c.id = ? and p.org_path >= current_setting('app.lo', true)"
            + " and p.org_path < current_setting('app.hi', true) order by u.code";
    private static final String HOUSES = "select u.code, n.zh, n.en, a.status, a.acknowledged_edition,"
            + " coalesce(s.scope, 0), coalesce(s.reached, 0), a.target, l.late,"
            + " case when c.status = 'WITHDRAWN' then c.note_by else coalesce(a.due_on, c.ends_on) end, h.zh, h.en,"
            + " a.end_noted_at is not null or a.org_path = c.org_path or a.target = 0, a.org_path, true"
            + " from campaign_assignment a join campaign c on c.id = a.campaign_id"
            + " cross join lateral (select campaign_part_late(a, c) as late) l join unit u on u.id = a.unit_id"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + SUMS.formatted("a.org_path and f.house_path <= a.org_path") + HELD.formatted("HOUSE_OFFICER")
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
     * @param late what of it is: ANSWER, PLAN, PUSH, PART, NOTE of a change, or END of which it took no note; or null
     * @param due the day of the step it is at, or null
     * @param held by whom, where something is late
     * @param noted whether it need not take note, or did, that the campaign is called off
     * @param pushed whether its houses know of it, or it is a house that does
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
            @Nullable String late,
            @Nullable LocalDate due,
            @Nullable Held held,
            boolean noted,
            boolean pushed,
            List<Node> below) {

        Node above(List<Node> houses) {
            return new Node(
                    code, zh, en, status, edition, scope, reached, target, late, due, held, noted, pushed, houses);
        }
    }

    /** Names of those who hold it. */
    public record Held(String zh, String en) {}

    private record Placed(Node node, String path) {}

    /**
     * Districts within the viewer's range with their houses, of a district's own viewer the houses; a house sees itself.
     *
     * @param chosen what the list is narrowed to, or null
     */
    @Transactional
    public IssuedUnits of(long campaign, @Nullable Stage chosen) {
        List<Placed> houses = Rows.list(bound.query(HOUSES, campaign), row -> placed(row, List.of()));
        List<Placed> districts = Rows.list(bound.query(NODES, campaign), row -> {
            Placed own = placed(row, List.of());
            return placed(row, below(houses, own.path()));
        });
        String me = viewer.require().orgPath();
        if (districts.isEmpty()) {
            return new IssuedUnits(null, below(houses, me), true, chosen);
        }
        Placed first = districts.get(0);
        return first.path().equals(me) && districts.size() == 1
                ? new IssuedUnits(first.node(), first.node().below(), true, chosen)
                : new IssuedUnits(null, districts.stream().map(Placed::node).toList(), false, chosen);
    }

    private static List<Node> below(List<Placed> houses, String path) {
        return houses.stream()
                .filter(house -> house.path().startsWith(path))
                .map(Placed::node)
                .toList();
    }

    private static Placed placed(Rows.Row row, List<Node> below) {
        Long edition = row.idOrNull(4);
        String holders = row.textOrNull(10);
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
                        row.textOrNull(8),
                        row.dateOrNull(9),
                        holders == null ? null : new Held(holders, row.text(11)),
                        row.flag(12),
                        row.flag(14),
                        below),
                row.text(13));
    }
}
