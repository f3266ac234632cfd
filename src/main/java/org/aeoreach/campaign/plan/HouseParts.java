package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.OrgPath;
import org.jspecify.annotations.Nullable;

/** The houses of a plan, with their share of the frozen denominator and what they are to reach. */
@ApplicationScoped
class HouseParts {

    private static final String BELOW = " >= ?2 and %s < ?3";
    // Whoever must not know what is being written has what was handed down.
    private static final String HOUSES = "with f as (select house_id, sum(enterprises) as scope,"
            + " coalesce(sum(enterprises) filter (where state = 'REACHED'), 0) as reached from campaign_figure"
            + " where campaign_id = ?1 and dimension = 'ALL' and house_path" + BELOW.formatted("house_path")
            + " group by house_id), a as (select s.*, s.status <> 'PLANNED' as given from campaign_assignment s"
            + " where s.plan_id = ?4) select u.id, u.code, n.zh, n.en, coalesce(f.scope, 0), coalesce(f.reached, 0),"
            + " coalesce(a.proposed, 0), case when ?5 then coalesce(a.next_target, a.target) when a.given then a.target"
            + " when a.id is not null then 0 end, case when ?5 and a.next_target is not null then a.next_due_on"
            + " when ?5 or a.given then a.due_on end, case when ?5 or a.given then a.status end, a.acknowledged_edition,"
            + " a.plan_edition, cast(a.former as text) from unit u join unit_name n on n.unit_id = u.id"
            + " and n.valid_to is null left join f on f.house_id = u.id left join a on a.unit_id = u.id where u.org_path"
            + BELOW.formatted("u.org_path")
            + " and (f.house_id is not null or a.id is not null or u.kind = 'HOUSE' and u.closed_on is null"
            + " and u.org_path >= current_setting('app.lo', true) and u.org_path < current_setting('app.hi', true))"
            + " order by u.org_path";
    private static final String LOADS = "with t as (select unit_id, count(*) as contacts from touchpoint where org_path"
            + BELOW.formatted("org_path") + " and happened_on > china_day() - 90 group by unit_id),"
            + " r as (select unit_id, count(distinct account_id) as officers from role_assignment where org_path"
            + BELOW.formatted("org_path") + " and role in ('HOUSE_OFFICER', 'COORDINATOR')"
            + " and valid_from <= china_day() and coalesce(valid_to, china_day()) >= china_day() group by unit_id),"
            + " o as (select s.unit_id, sum(s.target) as open from campaign_assignment s join campaign c on"
            + " c.id = s.campaign_id and c.status = 'RUNNING' where s.campaign_id <> ?1 and s.org_path"
            + BELOW.formatted("s.org_path") + " and s.status in ('PUSHED', 'STARTED') group by s.unit_id)"
            + " select u.id, coalesce(r.officers, 0), coalesce(t.contacts, 0) + coalesce(o.open, 0) from unit u"
            + " left join t on t.unit_id = u.id left join r on r.unit_id = u.id left join o on o.unit_id = u.id"
            + " where u.org_path" + BELOW.formatted("u.org_path");

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    HouseParts() {}

    @Inject
    HouseParts(Bound bound) {
        this.bound = bound;
    }

    private record Load(long house, long officers, long load) {}

    /** @param whole whether the viewer knows what is being written; else he has what was handed down */
    @Transactional
    public List<PlanView.House> of(long campaign, String path, long plan, boolean whole) {
        return Rows.list(bound.query(HOUSES, campaign, path, OrgPath.end(path), plan, whole), HouseParts::read);
    }

    /** The same with a target split over them anew; takes the load of their people into account. */
    @Transactional
    public List<PlanView.House> proposed(List<PlanView.House> houses, long campaign, String path, long target) {
        Map<Long, Load> loads = Rows.list(
                        bound.query(LOADS, campaign, path, OrgPath.end(path)),
                        row -> new Load(row.id(0), row.id(1), row.id(2)))
                .stream()
                .collect(Collectors.toMap(Load::house, load -> load));
        long[] split = Split.of(
                target,
                houses.stream()
                        .map(house -> share(house, loads.get(house.unit().id())))
                        .toList());
        return IntStream.range(0, split.length)
                .mapToObj(i -> houses.get(i).proposing(split[i]))
                .toList();
    }

    private static Split.Share share(PlanView.House house, @Nullable Load load) {
        return new Split.Share(house.scope(), load == null ? 0 : load.officers(), load == null ? 0 : load.load());
    }

    private static PlanView.House read(Rows.Row row) {
        Long edition = row.idOrNull(10);
        Long known = row.idOrNull(11);
        return new PlanView.House(
                new PlanView.Unit(row.id(0), row.text(1), row.text(2), row.textOrNull(3)),
                row.id(4),
                row.id(5),
                row.id(6),
                row.idOrNull(7),
                row.dateOrNull(8),
                row.textOrNull(9),
                edition == null ? null : edition.intValue(),
                known == null ? null : new PlanView.Known(known.intValue(), PlanText.former(row.textOrNull(12))));
    }
}
