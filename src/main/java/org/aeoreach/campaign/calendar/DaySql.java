package org.aeoreach.campaign.calendar;

/**
 * The query for the days of a stretch: from ?1 to before ?2, of the unit at path ?3, the account ?4 in the role ?5, of
 * whom ?6 says, at most ?7.
 */
final class DaySql {

    // What he holds or what waits for him: campaigns and plans he had a hand in or may decide, parts with rows of his.
    private static final String MINE = """
            hand as materialized (
                select c.id from campaign c where c.org_path = ?3 and (?4 in (c.author_id, c.submitted_by, c.approved_by)
                    or exists (select from campaign_editor e where e.campaign_id = c.id and e.account_id = ?4)
                    or ?5 in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR') and (c.status = 'REVIEW'
                        or exists (select from campaign_edition x where x.campaign_id = c.id and x.status = 'PROPOSED')))),
            planned as materialized (
                select p.id, p.campaign_id from campaign_plan p where p.org_path = ?3 and p.status <> 'WITHDRAWN' and (
                    ?4 in (p.acknowledged_by, p.submitted_by, p.approved_by) or p.campaign_id in (select id from hand)
                    or exists (select from campaign_plan_editor e where e.plan_id = p.id and e.account_id = ?4)
                    or ?5 = 'DISTRICT_OFFICER' and (p.status in ('ISSUED', 'ASKED', 'SUBMITTED') or p.status = 'ACKNOWLEDGED'
                        and not exists (select from campaign_plan_editor e where e.plan_id = p.id)))),
            part as materialized (
                select a.id, a.campaign_id, a.plan_id from campaign_assignment a where a.org_path = ?3
                    and a.status in ('PUSHED', 'STARTED', 'DONE') and (exists (select from campaign_member m
                        where m.campaign_id = a.campaign_id and m.org_path = ?3 and m.officer_id = ?4)
                    or ?5 = 'HOUSE_OFFICER' and a.status <> 'DONE' and not exists (select from campaign_member m
                        where m.campaign_id = a.campaign_id and m.org_path = ?3 and m.officer_id is not null))),
            """;

    // A template is read by everybody, but its days are not everybody's.
    private static final String SEEN = """
            seen as materialized (
                select c.*, cast(c.ended_at at time zone 'Asia/Shanghai' as date) as over_on, case when c.status = 'WITHDRAWN'
                    then 'CANCELLED' when c.status in ('DRAFT', 'REVIEW', 'FREEZING') then 'TENTATIVE' else 'CONFIRMED' end
                    as standing
                from campaign c where (c.status <> 'WITHDRAWN' or c.ended_at > now() - interval '30 days')
                    and (starts_with(c.org_path, ?3) or exists (select from campaign_plan p where p.campaign_id = c.id))),
            """;

    private static final String CAMPAIGNS = """
            select c.id as campaign_id, d.what, cast(null as bigint) as item, d.day as first_on, d.day as last_on, c.unit_id,
                c.standing, d.what = 'END' and c.status = 'RUNNING' and d.day < china_day() as overdue, c.version,
                c.changed_at, cast(null as bigint) as task, c.over_on
            from seen c cross join lateral (select 'START', c.starts_on union all select 'END', c.ends_on
                union all select 'REPORT', unnest(c.reports_on)) d (what, day)
            where case ?6 when 'MINE' then c.id in (select id from hand union select campaign_id from planned
                    union select campaign_id from part)
                when 'UNIT' then c.org_path = ?3 or exists (select from campaign_plan p where p.campaign_id = c.id
                        and p.org_path = ?3 and p.status not in ('DECLINED', 'WITHDRAWN'))
                    or exists (select from campaign_assignment a where a.campaign_id = c.id and a.org_path = ?3
                        and a.status in ('PUSHED', 'STARTED', 'DONE'))
                when 'BELOW' then c.org_path <> ?3 and starts_with(c.org_path, ?3) else true end
            """;

    // A district's dates are not for its houses.
    private static final String PLANS = """
            select c.id, d.what, null, d.day, d.day, p.unit_id,
                case when p.status = 'WITHDRAWN' then 'CANCELLED' else c.standing end,
                d.answers and c.status = 'RUNNING' and d.day < china_day(),
                case when d.answers then c.version else p.version end,
                case when d.answers then c.changed_at else p.changed_at end, null,
                case when p.status = 'WITHDRAWN' then cast(p.changed_at at time zone 'Asia/Shanghai' as date) else c.over_on end
            from campaign_plan p join seen c on c.id = p.campaign_id cross join lateral (values
                ('ACKNOWLEDGE', c.acknowledge_by, true, p.status in ('ISSUED', 'ASKED')),
                ('PLAN', c.plan_by, true, p.pushed_at is null and p.status in ('ISSUED', 'ASKED', 'ACKNOWLEDGED', 'SUBMITTED')),
                ('BEGIN', p.begins_on, false, true), ('FINISH', p.finishes_on, false, true)) d (what, day, answers, open)
            where d.open and starts_with(p.org_path, ?3) and p.status <> 'DECLINED' and case ?6
                when 'MINE' then p.id in (select id from planned) or d.answers and c.id in (select id from hand)
                when 'UNIT' then p.org_path = ?3 when 'BELOW' then p.org_path <> ?3 else true end
            """;
    private static final String PARTS = """
            select c.id, 'DUE', null, a.due_on, a.due_on, a.unit_id,
                case when a.status = 'WITHDRAWN' then 'CANCELLED' else c.standing end,
                c.status = 'RUNNING' and a.due_on < china_day(), a.version, c.changed_at, null, c.over_on
            from campaign_assignment a join seen c on c.id = a.campaign_id
            where a.status in ('PUSHED', 'STARTED', 'WITHDRAWN') and starts_with(a.org_path, ?3) and case ?6
                when 'MINE' then a.id in (select id from part)
                when 'UNIT' then a.org_path = ?3 when 'BELOW' then a.org_path <> ?3 else true end
            """;

    // Of an amendment or a withdrawal, for whoever was asked and has not.
    private static final String NOTES = """
            select c.id, 'NOTE', null, c.note_by, c.note_by, x.unit_id, 'CONFIRMED', c.note_by < china_day(), c.version,
                c.changed_at, null, null
            from (select p.campaign_id, p.unit_id, p.org_path, p.id in (select id from planned) as mine,
                    p.status in ('ACKNOWLEDGED', 'SUBMITTED', 'APPROVED') as running, p.acknowledged_edition, p.end_noted_at
                from campaign_plan p where p.status <> 'WITHDRAWN'
                union all select a.campaign_id, a.unit_id, a.org_path, a.id in (select id from part), true,
                    a.acknowledged_edition, a.end_noted_at
                from campaign_assignment a where a.target > 0 and a.status in ('PUSHED', 'STARTED', 'DONE')) x
            join seen c on c.id = x.campaign_id and c.org_path <> x.org_path and c.note_by is not null
            where starts_with(x.org_path, ?3) and (c.status = 'WITHDRAWN' and x.end_noted_at is null
                    or c.status = 'RUNNING' and x.running and x.acknowledged_edition < c.edition)
                and case ?6 when 'MINE' then x.mine or c.id in (select id from hand)
                when 'UNIT' then x.org_path = ?3 when 'BELOW' then x.org_path <> ?3 else true end
            """;

    // What is held for the whole district concerns each of its houses.
    private static final String ACTIVITIES = """
            select c.id, y.kind, y.id, y.starts_on, y.ends_on, y.unit_id, case y.status when 'DROPPED' then 'CANCELLED'
                    when 'PLANNED' then 'TENTATIVE' else c.standing end,
                false, y.version, y.changed_at, null,
                case when y.status = 'DROPPED' then cast(y.changed_at at time zone 'Asia/Shanghai' as date) else c.over_on end
            from planned_activity y join campaign_plan p on p.id = y.plan_id join seen c on c.id = y.campaign_id
            where y.replaces_id is null and (y.status <> 'PLANNED' or p.org_path = ?3)
                and (y.status <> 'DROPPED' or y.changed_at > now() - interval '30 days') and case ?6
                when 'MINE' then p.id in (select id from planned) or starts_with(?3, y.org_path)
                    and exists (select from part where part.plan_id = p.id)
                when 'UNIT' then starts_with(?3, y.org_path)
                when 'BELOW' then y.org_path <> ?3 and starts_with(y.org_path, ?3) else true end
            """;
    private static final String TASKS = """
            select null, 'TASK', null, t.due_on, t.due_on, t.unit_id, 'CONFIRMED', t.due_on < china_day(), t.version,
                t.created_at, t.id, null
            from task t where t.status = 'OPEN' and case ?6 when 'MINE' then t.owner_id in (select task_owners())
                when 'UNIT' then t.org_path = ?3 when 'BELOW' then false
                else t.org_path = ?3 or t.owner_id in (select task_owners()) end
            """;
    private static final String POSTPONED = """
            select c.id, 'RETURN', null, m.postponed_to, m.postponed_to, m.unit_id, 'CONFIRMED', false, 0, c.changed_at,
                null, null
            from campaign_member m join seen c on c.id = m.campaign_id and c.status = 'RUNNING'
            where m.org_path = ?3 and m.postponed_to is not null and m.standing = 'OPEN' and m.level < 2
                and ?6 <> 'BELOW' and (?6 <> 'MINE' or m.officer_id = ?4)
                and m.postponed_to >= ?1 and m.postponed_to < ?2
            """;

    static final String DAYS = "with " + MINE + SEEN + "dated as ("
            + String.join(" union all ", CAMPAIGNS, PLANS, PARTS, NOTES, ACTIVITIES, TASKS, POSTPONED) + "), told as ("
            + """
            select e.campaign_id, e.what, e.item, e.first_on, e.last_on, min(e.unit_id) as unit_id,
                count(distinct e.unit_id) as units, count(*) as number, bool_and(e.standing = 'CANCELLED') as cancelled,
                bool_or(e.standing = 'CONFIRMED') as confirmed, bool_or(e.overdue) as overdue, max(e.version) as version,
                max(e.changed_at) as changed_at, min(e.task) as task
            from dated e
            where e.last_on >= ?1 and e.first_on < ?2 and (e.standing <> 'CANCELLED' or e.last_on >= e.over_on)
            group by e.campaign_id, e.what, e.item, e.first_on, e.last_on
            order by e.first_on, e.campaign_id, e.what, e.item limit ?7)
            select t.what, t.item, t.campaign_id, coalesce(y.title_zh, c.title_zh), case when y.id is null then c.title_en
                else y.title_en end, u.code, n.zh, n.en, t.units, t.number, y.place, t.first_on, t.last_on, case when t.cancelled
                then 'CANCELLED' when t.confirmed then 'CONFIRMED' else 'TENTATIVE' end, t.overdue and not t.cancelled,
                t.version, t.changed_at, t.task, w.code, p.pushed_at is not null or starts_with(p.org_path, ?3)
            from told t left join campaign c on c.id = t.campaign_id left join planned_activity y on y.id = t.item
                left join campaign_plan p on p.id = y.plan_id left join unit w on w.id = p.unit_id
                left join unit u on u.id = t.unit_id left join unit_name n on n.unit_id = t.unit_id and n.valid_to is null
            order by t.first_on, t.campaign_id nulls first, t.what, t.item
            """;

    private DaySql() {}
}
