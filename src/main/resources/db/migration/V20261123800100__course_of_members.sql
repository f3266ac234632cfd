-- What members did on the way to certification, and since when nobody contacted them, as of the last night: for the whole
-- country too much to look up while somebody waits. Lists read the same rows as the figures.

create table campaign_course (
    enterprise_id bigint not null,
    campaign_id   bigint not null references campaign,
    house_id      bigint not null,
    house_path    text collate "C" not null,
    reached       boolean not null,
    since         date not null,
    trained_on    date,
    assessed_on   date,
    applied_on    date,
    certified_on  date,
    contact_on    date,
    primary key (enterprise_id, campaign_id),
    foreign key (house_id, house_path) references unit (id, org_path) on update cascade
);
comment on table campaign_course is 'scoped: how far each member in the denominator has come, as of the last computation, by the path of the unit it counts for';
comment on column campaign_course.since is 'the day it was reached; of the others the day the campaign began. Steps count from that day on';
comment on column campaign_course.contact_on is 'last contact with anybody of customs, whatever its strength';
create index campaign_course_scope on campaign_course (campaign_id, house_path);

create table campaign_funnel (
    campaign_id  bigint not null references campaign,
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    reached      boolean not null,
    step         text not null check (step in ('SCOPE', 'TRAINED', 'SELF_ASSESSED', 'APPLIED', 'CERTIFIED')),
    enterprises  int not null,
    since_days   int[],
    followed     int not null,
    before_days  int[],
    computed_at  timestamptz not null,
    primary key (campaign_id, unit_id, reached, step),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table campaign_funnel is 'scoped: how many of a unit with those below it took a step, those reached and the others apart, by the path of the unit';
comment on column campaign_funnel.since_days is 'quartiles of the days from being reached (others: from the begin of the campaign) to the step; null when nobody took it';
comment on column campaign_funnel.followed is 'those that took the step before it, too, and not later; before_days are the quartiles of the days between the two';

create table campaign_silence (
    campaign_id  bigint not null references campaign,
    kind         text not null check (kind in ('UNIT', 'SEGMENT')),
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    audience     text not null,
    size_class   text not null,
    sector       text not null,
    month        text collate "C" not null check (month = '' or month ~ '^[0-9]{4}-[0-9]{2}$'),
    last_on      date,
    enterprises  int not null,
    computed_at  timestamptz not null,
    primary key (campaign_id, kind, unit_id, audience, size_class, sector, month),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table campaign_silence is 'scoped: how many members were contacted last in which month (empty: never). UNIT: of each house. SEGMENT: by audience, size and sector (empty: not known) of each unit above the houses with all below it';
create index campaign_silence_scope on campaign_silence (campaign_id, kind, org_path);

alter table campaign_course enable row level security;
alter table campaign_funnel enable row level security;
alter table campaign_silence enable row level security;
create policy campaign_course_read on campaign_course for select to ${app} using (
    house_path >= nullif(current_setting('app.lo', true), '') and house_path < current_setting('app.hi', true));
create policy campaign_funnel_read on campaign_funnel for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy campaign_silence_read on campaign_silence for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
grant select on campaign_course, campaign_funnel, campaign_silence to ${app};

-- Looks up how far the members of a range of houses have come and tells how many came further. Who was merged has the
-- contacts and steps of the enterprise that was kept.
create function campaign_course_follow(wanted bigint, lo text, hi text) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    changed int;
begin
    if not campaign_countable(wanted) then
        raise insufficient_privilege;
    end if;
    perform pg_advisory_xact_lock(hashtext('aeo.campaign_course'), wanted::int);
    with base as materialized (
        select m.enterprise_id, coalesce(e.merged_into, e.id) as kept, m.house_id, m.house_path, s.reached,
               case when s.reached then m.reached_on else c.starts_on end as since
            from campaign c join campaign_member m on m.campaign_id = c.id join enterprise e on e.id = m.enterprise_id
                cross join lateral (select campaign_state(m.standing, m.level) = 'REACHED' as reached) s
            where c.id = wanted and m.house_path >= lo and m.house_path < hi and not m.late),
    now_at as (
        select b.enterprise_id, b.house_id, b.house_path, b.reached, b.since, t.trained_on, j.assessed_on, j.applied_on,
               j.certified_on, k.last_contact_on
            from base b join enterprise k on k.id = b.kept
                left join lateral (
                    select min((p.at at time zone 'Asia/Shanghai')::date) as trained_on from touchpoint_party p
                        where p.enterprise_id = b.kept and p.withdrawn_at is null and k.last_contact_on >= b.since
                            and p.at >= b.since::timestamp at time zone 'Asia/Shanghai'
                            and p.channel in ('ONE_TO_ONE_TRAINING', 'ONLINE_SESSION', 'TRAINING_BASE')) t on true
                left join lateral (
                    select min(x.happened_on) filter (where x.step = 'SELF_ASSESSED') as assessed_on,
                           min(x.happened_on) filter (where x.step in ('APPLIED', 'ACCEPTED')) as applied_on,
                           min(x.happened_on) filter (where x.step in ('AEO', 'KEPT')) as certified_on
                        from journey_entry x
                        where x.enterprise_id = b.kept and x.retracted_at is null and x.happened_on >= b.since) j on true)
    insert into campaign_course as s (enterprise_id, campaign_id, house_id, house_path, reached, since, trained_on,
            assessed_on, applied_on, certified_on, contact_on)
        select n.enterprise_id, wanted, n.house_id, n.house_path, n.reached, n.since, n.trained_on, n.assessed_on,
               n.applied_on, n.certified_on, n.last_contact_on from now_at n
        on conflict (enterprise_id, campaign_id) do update set house_id = excluded.house_id,
            house_path = excluded.house_path, reached = excluded.reached, since = excluded.since,
            trained_on = excluded.trained_on, assessed_on = excluded.assessed_on, applied_on = excluded.applied_on,
            certified_on = excluded.certified_on, contact_on = excluded.contact_on
            where (s.house_id, s.house_path, s.reached, s.since, s.trained_on, s.assessed_on, s.applied_on,
                   s.certified_on, s.contact_on)
                is distinct from (excluded.house_id, excluded.house_path, excluded.reached, excluded.since,
                   excluded.trained_on, excluded.assessed_on, excluded.applied_on, excluded.certified_on,
                   excluded.contact_on);
    get diagnostics changed = row_count;
    return changed;
end
$$;

-- Adds up what was looked up, for every unit. All at once: nobody sees half of it.
create function campaign_course_sum(wanted bigint) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not campaign_countable(wanted) then
        raise insufficient_privilege;
    end if;
    perform pg_advisory_xact_lock(hashtext('aeo.campaign_course'), wanted::int);
    delete from campaign_funnel where campaign_id = wanted;
    insert into campaign_funnel (campaign_id, unit_id, org_path, reached, step, enterprises, followed, computed_at)
        select wanted, u.id, u.org_path, h.reached, 'SCOPE', sum(h.n), 0, now()
            from (select house_path, reached, count(*) as n from campaign_course where campaign_id = wanted group by 1, 2) h
                cross join generate_series(5, length(h.house_path), 5) l
                join unit u on u.org_path = left(h.house_path, l)
            group by 2, 3, 4;
    insert into campaign_funnel (campaign_id, unit_id, org_path, reached, step, enterprises, since_days, followed,
                                 before_days, computed_at)
        select wanted, u.id, u.org_path, t.reached, t.step, count(*),
               percentile_disc(array[0.25, 0.5, 0.75]) within group (order by t.days), count(t.between_days),
               percentile_disc(array[0.25, 0.5, 0.75]) within group (order by t.between_days)
                   filter (where t.between_days is not null), now()
            from (select s.house_path, s.reached, v.step, v.day - s.since as days,
                         case when v.day >= v.before then v.day - v.before end as between_days
                      from campaign_course s cross join lateral (values
                              ('TRAINED', s.trained_on, case when s.reached then s.since end),
                              ('SELF_ASSESSED', s.assessed_on, s.trained_on), ('APPLIED', s.applied_on, s.assessed_on),
                              ('CERTIFIED', s.certified_on, s.applied_on)) v (step, day, before)
                      where s.campaign_id = wanted and v.day is not null) t
                cross join generate_series(5, length(t.house_path), 5) l
                join unit u on u.org_path = left(t.house_path, l)
            group by 2, 3, 4, 5;
    delete from campaign_silence where campaign_id = wanted;
    insert into campaign_silence (campaign_id, kind, unit_id, org_path, audience, size_class, sector, month, last_on,
                                  enterprises, computed_at)
        select wanted, 'UNIT', s.house_id, s.house_path, '', '', '', coalesce(to_char(s.contact_on, 'YYYY-MM'), ''),
               max(s.contact_on), count(*), now()
            from campaign_course s where s.campaign_id = wanted group by 3, 4, 8;
    insert into campaign_silence (campaign_id, kind, unit_id, org_path, audience, size_class, sector, month, last_on,
                                  enterprises, computed_at)
        select wanted, 'SEGMENT', u.id, u.org_path, d.audience, d.size_class, d.sector, d.month, max(d.last_on),
               sum(d.n), now()
            from (select left(s.house_path, 10) as path, m.audience, coalesce(m.size_class, '') as size_class,
                         coalesce(m.sector, '') as sector, coalesce(to_char(s.contact_on, 'YYYY-MM'), '') as month,
                         max(s.contact_on) as last_on, count(*) as n
                      from campaign_course s join campaign_member m on m.enterprise_id = s.enterprise_id
                          and m.campaign_id = s.campaign_id
                      where s.campaign_id = wanted group by 1, 2, 3, 4, 5) d
                cross join generate_series(5, length(d.path), 5) l
                join unit u on u.org_path = left(d.path, l)
            group by 3, 4, 5, 6, 7, 8;
end
$$;

revoke all on function campaign_course_follow, campaign_course_sum from public;
grant execute on function campaign_course_follow, campaign_course_sum to ${app}, ${jobs};
