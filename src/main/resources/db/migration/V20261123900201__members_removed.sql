-- Members that are taken out of a campaign are taken out of its sums; before, the statement failed.
create or replace function campaign_member_removed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state, enterprises)
        select t.campaign_id, c.dimension, t.house_id, t.house_path, c.value, t.audience, t.state, -sum(t.n)
            from (select campaign_id, house_id, house_path, audience, campaign_state(standing, level) as state, late,
                         merged, unit_id <> house_id as moved, size_class, sector, track, officer_id, channel,
                         date_trunc('week', coalesce(reached_on, first_on))::date as week, reason, count(*)::int as n
                      from removed where campaign_id in (select g.id from campaign g where g.status <> 'FREEZING')
                      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) t
                cross join lateral campaign_cells(t.late, t.merged, t.moved, t.state, t.size_class, t.sector, t.track,
                    t.officer_id, t.channel, t.week, t.reason) c
            group by 1, 2, 3, 4, 5, 6, 7;
    return null;
end
$$;
