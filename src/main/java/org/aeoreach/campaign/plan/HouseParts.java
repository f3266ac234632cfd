package org.aeoreach.campaign.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** The houses of a plan, with their share of the frozen denominator and what they are to reach. */
@ApplicationScoped
class HouseParts {

    private static final String BELOW = " >= ?2 and %s < left(?2, -1) || '/'";
    private static final String HOUSES = "with f as (select house_id, sum(enterprises) as scope,"
            + " coalesce(sum(enterprises) filter (where state = 'REACHED'), 0) as reached from campaign_figure"
            + " where campaign_id = ?1 and dimension = 'ALL' and house_path" + BELOW.formatted("house_path")
            + " group by house_id), a as (select * from campaign_assignment where plan_id = ?3),"
            + " t as (select unit_id, count(*) as contacts from touchpoint where org_path"
            + BELOW.formatted("org_path") + " and happened_on > china_day() - 90 group by unit_id),"
            + " r as (select unit_id, count(distinct account_id) as officers from role_assignment where org_path"
            + BELOW.formatted("org_path") + " and role in ('HOUSE_OFFICER', 'COORDINATOR')"
            + " and valid_from <= china_day() and coalesce(valid_to, china_day()) >= china_day() group by unit_id),"
            + " o as (select s.unit_id, sum(s.target) as open from campaign_assignment s join campaign c on"
            + " c.id = s.campaign_id and c.status = 'RUNNING' where s.campaign_id <> ?1 and s.org_path"
            + BELOW.formatted("s.org_path") + " and s.status in ('PUSHED', 'STARTED') group by s.unit_id)"
            + " select u.id, u.code, n.zh, n.en, coalesce(f.scope, 0), coalesce(f.reached, 0), coalesce(r.officers, 0),"
            + " coalesce(t.contacts, 0) + coalesce(o.open, 0), case when ?4 then coalesce(a.next_target, a.target) else a.target"
            + " end, case when ?4 and a.next_target is not null then a.next_due_on else a.due_on end, a.status,"
            + " a.acknowledged_edition, a.proposed from unit u join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " left join f on f.house_id = u.id left join a on a.unit_id = u.id left join t on t.unit_id = u.id"
            + " left join r on r.unit_id = u.id left join o on o.unit_id = u.id where u.org_path"
            + BELOW.formatted("u.org_path")
            + " and (f.house_id is not null or a.id is not null or u.kind = 'HOUSE' and u.closed_on is null"
            + " and u.org_path >= current_setting('app.lo', true) and u.org_path < current_setting('app.hi', true))"
            + " order by u.org_path";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    HouseParts() {}

    @Inject
    HouseParts(Bound bound) {
        this.bound = bound;
    }

    private record Read(PlanView.House house, Split.Share share) {}

    /** @param target to propose from; negative for whoever must not know it: then what was proposed before stands */
    @Transactional
    public List<PlanView.House> of(long campaign, String path, long plan, long target) {
        List<Read> read = Rows.list(bound.query(HOUSES, campaign, path, plan, target >= 0), HouseParts::read);
        if (target < 0) {
            return read.stream().map(Read::house).toList();
        }
        long[] proposed = Split.of(target, read.stream().map(Read::share).toList());
        List<PlanView.House> houses = new ArrayList<>();
        for (int i = 0; i < proposed.length; i++) {
            PlanView.House one = read.get(i).house();
            houses.add(new PlanView.House(
                    one.unit(),
                    one.scope(),
                    one.reached(),
                    proposed[i],
                    one.target(),
                    one.dueOn(),
                    one.status(),
                    one.edition()));
        }
        return houses;
    }

    private static Read read(Rows.Row row) {
        Long edition = row.idOrNull(11);
        Long before = row.idOrNull(12);
        return new Read(
                new PlanView.House(
                        new PlanView.Unit(row.id(0), row.text(1), row.text(2), row.textOrNull(3)),
                        row.id(4),
                        row.id(5),
                        before == null ? 0 : before,
                        row.idOrNull(8),
                        row.dateOrNull(9),
                        row.textOrNull(10),
                        edition == null ? null : edition.intValue()),
                new Split.Share(row.id(4), row.id(6), row.id(7)));
    }
}
