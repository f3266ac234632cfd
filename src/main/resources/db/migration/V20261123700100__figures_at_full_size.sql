-- A denominator of 1.14 million within half a minute, lists of a country in their order, and mergers that make no rate
-- better.

-- Members are put down in the order of the registry and read in that of their priority. What is told apart by house is
-- small or sorted; longer keys cost more to keep than they save.
drop index campaign_member_house;
drop index campaign_member_work;
create index campaign_member_order on campaign_member (campaign_id, priority, enterprise_id);
create index campaign_member_house on campaign_member (campaign_id, house_path);
create index campaign_member_work on campaign_member (org_path, campaign_id);
-- How many are in a state decides whether a list is read along its order or sorted.
create statistics campaign_member_state on (campaign_state(standing, level)) from campaign_member;
create index campaign_member_apart on campaign_member (campaign_id) where merged or unit_id <> house_id;

-- The full count. Told apart three times at once, each time by few things, since by all of them together nearly every
-- member would stand alone.
create function campaign_counted(wanted bigint, lo text, hi text)
        returns table (dimension text, house_id bigint, value text, audience text, state text, enterprises bigint)
    language sql stable
    set search_path = aeo, pg_temp
    set work_mem = '96MB'
as $$
    select c.dimension, t.house_id, c.value, t.audience, t.state, sum(t.n)::bigint
        from (select m.house_id, m.audience, campaign_state(m.standing, m.level) as state, m.late, m.merged,
                     m.unit_id <> m.house_id as moved, m.size_class, m.sector, m.track, m.officer_id, m.channel,
                     date_trunc('week', coalesce(m.reached_on, m.first_on))::date as week, m.reason, count(*) as n,
                     case when grouping(m.track) = 0 then '{ALL,SIZE,TRACK,OFFICER,REASON,APART}'
                          when grouping(m.sector) = 0 then '{SECTOR}' else '{CHANNEL,WEEK}' end::text[] as dimensions
                  from campaign_member m
                  where m.campaign_id = wanted and m.house_path >= lo and m.house_path < hi
                  group by m.house_id, m.audience, campaign_state(m.standing, m.level), m.late, grouping sets (
                      (m.size_class, m.track, m.officer_id, m.reason, m.merged, m.unit_id <> m.house_id),
                      (m.sector),
                      (m.channel, date_trunc('week', coalesce(m.reached_on, m.first_on))::date))) t
            cross join lateral campaign_cells(t.late, t.merged, t.moved, t.state, t.size_class, t.sector, t.track,
                t.officer_id, t.channel, t.week, t.reason) c
        where c.dimension = any (t.dimensions)
        group by 1, 2, 3, 4, 5
$$;

-- As long as a campaign is being frozen its members are in no figure; once it runs, all are. Nobody else sees one that
-- is not in the figures: both happen in the one transaction that freezes.
create function campaign_begun() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    members bigint;
begin
    delete from campaign_sum_change s where s.campaign_id = new.id;
    delete from campaign_sum s where s.campaign_id = new.id;
    insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state, enterprises)
        select new.id, c.dimension, c.house_id, u.org_path, c.value, c.audience, c.state, c.enterprises
            from campaign_counted(new.id, '', '~') c join unit u on u.id = c.house_id;
    select sum(s.enterprises) into members from campaign_sum_change s where s.campaign_id = new.id and s.dimension = 'ALL';
    if members > 100000 then
        -- Whoever opens a list of it now is not to wait for the next look of the one who keeps statistics.
        analyze campaign_member;
    end if;
    return null;
end
$$;
create trigger campaign_begun after update of status on campaign for each row
    when (old.status = 'FREEZING' and new.status = 'RUNNING') execute function campaign_begun();

create or replace function campaign_member_added() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    strange text;
    counting bigint[];
begin
    with named as materialized (select distinct house_id, house_path from added),
    held as materialized (
        select u.id, u.org_path from unit u join named n on n.house_id = u.id and n.house_path = u.org_path
            for key share of u)
    select concat_ws(' at ', n.house_id::text, n.house_path) into strange
        from named n left join held h on h.id = n.house_id and h.org_path = n.house_path where h.id is null limit 1;
    if strange is not null then
        raise foreign_key_violation using message = format('no unit %s', strange), table = 'campaign_member';
    end if;
    with named as materialized (select distinct campaign_id from added),
    held as materialized (
        select c.id, c.status from campaign c join named n on n.campaign_id = c.id for key share of c)
    select (array_agg(n.campaign_id::text) filter (where h.id is null))[1],
           array_agg(n.campaign_id) filter (where h.status <> 'FREEZING')
        into strange, counting from named n left join held h on h.id = n.campaign_id;
    if strange is not null then
        raise foreign_key_violation using message = format('no campaign %s', strange), table = 'campaign_member';
    end if;
    if counting is null then
        return null;
    end if;
    insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state, enterprises)
        select t.campaign_id, c.dimension, t.house_id, t.house_path, c.value, t.audience, t.state, sum(t.n)
            from (select campaign_id, house_id, house_path, audience, campaign_state(standing, level) as state, late,
                         merged, unit_id <> house_id as moved, size_class, sector, track, officer_id, channel,
                         date_trunc('week', coalesce(reached_on, first_on))::date as week, reason, count(*)::int as n
                      from added where campaign_id = any (counting)
                      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) t
                cross join lateral campaign_cells(t.late, t.merged, t.moved, t.state, t.size_class, t.sector, t.track,
                    t.officer_id, t.channel, t.week, t.reason) c
            group by 1, 2, 3, 4, 5, 6, 7;
    return null;
end
$$;

create or replace function campaign_recount_sums(wanted bigint, lo text, hi text)
        returns table (dimension text, house_path text, value text, audience text, state text, told bigint, counted bigint)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    if not campaign_countable(wanted) then
        raise insufficient_privilege;
    end if;
    perform pg_advisory_xact_lock(hashtext('aeo.campaign_recount'), wanted::int);
    return query
        with counted as materialized (
            select c.dimension, c.house_id, c.value, c.audience, c.state, c.enterprises as n
                from campaign_counted(wanted, lo, hi) c),
        figured as materialized (
            select f.dimension, f.house_id, f.value, f.audience, f.state, sum(f.enterprises) as n
                from campaign_figure f
                where f.campaign_id = wanted and f.house_path >= lo and f.house_path < hi
                group by 1, 2, 3, 4, 5),
        wrong as materialized (
            select dimension, house_id, value, audience, state, coalesce(f.n, 0) as told, coalesce(c.n, 0) as counted
                from figured f full join counted c using (dimension, house_id, value, audience, state)
                where coalesce(f.n, 0) <> coalesce(c.n, 0)),
        mended as (
            insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state,
                                             enterprises)
                select wanted, w.dimension, w.house_id, u.org_path, w.value, w.audience, w.state, w.counted - w.told
                    from wrong w join unit u on u.id = w.house_id)
        select w.dimension, u.org_path, w.value, w.audience, w.state, w.told::bigint, w.counted::bigint
            from wrong w join unit u on u.id = w.house_id order by 1, 2, 3, 4, 5;
end
$$;

-- Mergers. A contact counts for the member it was written down for, wherever merging took it since; so a merger changes
-- no figure, and taking it back none either. What came from an enterprise that is no member counts for the one it is
-- with now.
comment on column campaign_member.merged is 'turned out to be another enterprise after the freeze; stays in the denominator and counts by the contacts written down for it, shown apart; those of the one that was kept are not its own';
create index enterprise_merge_row_contact on enterprise_merge_row (((row_key ->> 'id')::bigint))
    where table_name = 'touchpoint_party';

-- Whether a contact of an enterprise belongs to another member that was merged into it.
create function campaign_brought_along(wanted bigint, kept bigint, party bigint) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (
        select from enterprise_merge_row r join enterprise_merge g on g.id = r.merge_id and g.undone_at is null
                join campaign_member m on m.enterprise_id = g.merged_id and m.campaign_id = wanted
            where r.table_name = 'touchpoint_party' and (r.row_key ->> 'id')::bigint = party and g.merged_id <> kept)
$$;

-- The contacts an enterprise brought along into the one that was kept: moved there, or set aside because that one was
-- there too. None that it had itself from a member merged into it before.
create function campaign_brought(wanted bigint, merged bigint, kept bigint, from_at timestamptz, to_at timestamptz)
        returns table (id bigint, at timestamptz, channel text, strength text)
    language sql stable strict security definer
    set search_path = aeo, pg_temp
as $$
    select p.id, p.at, p.channel, p.strength
        from enterprise_merge g join enterprise_merge_row r on r.merge_id = g.id
            join touchpoint_party p on p.id = (r.row_key ->> 'id')::bigint
        where g.merged_id = $2 and g.undone_at is null and p.at >= from_at and p.at < to_at
            and (r.table_name = 'touchpoint_party' and p.withdrawn_at is null and p.enterprise_id <> $2
                    and not exists (
                        select from enterprise_merge_row s
                                join enterprise_merge b on b.id = s.merge_id and b.undone_at is null and b.id < g.id
                                join campaign_member m on m.enterprise_id = b.merged_id and m.campaign_id = wanted
                            where s.table_name = 'touchpoint_party' and (s.row_key ->> 'id')::bigint = p.id)
                or r.table_name = 'touchpoint_party aside' and p.enterprise_id = $2 and p.withdrawn_at is not null
                    and exists (select from touchpoint_party o where o.touchpoint_id = p.touchpoint_id
                                    and o.enterprise_id = kept and o.withdrawn_at is null))
$$;

-- What the ledger says of an enterprise under a rule. @param wanted the campaign it is a member of; null while nobody
-- is a member yet, when all contacts of an enterprise are its own
drop function campaign_judged;
create function campaign_judged(wanted bigint, who bigint, kept bigint, strong text[], channels text[],
        from_at timestamptz, to_at timestamptz)
        returns table (level smallint, first_on date, reached_on date, channel text)
    language sql stable
as $$
    select (case when bool_or(c.enough) then 2 when count(*) > 0 then 1 else 0 end)::smallint, min(c.on_day),
           min(c.on_day) filter (where c.enough), (array_agg(c.channel order by c.enough desc, c.at, c.id))[1]
        from (select (p.at at time zone 'Asia/Shanghai')::date as on_day, p.at, p.id, p.channel,
                     p.strength = any (strong) and (channels = '{}' or p.channel = any (channels)) as enough
                  from (select o.id, o.at, o.channel, o.strength from touchpoint_party o
                            where o.enterprise_id = who and o.at >= from_at and o.at < to_at and o.withdrawn_at is null
                                and (wanted is null or not exists (select from enterprise x where x.merged_into = who)
                                     or not campaign_brought_along(wanted, who, o.id))
                        union all
                        select b.id, b.at, b.channel, b.strength
                            from campaign_brought(wanted, who, kept, from_at, to_at) b where kept is not null) p) c
$$;

create or replace function campaign_judge(ids bigint[], campaigns bigint[]) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    changed int;
begin
    update campaign_member m set level = n.level, first_on = n.first_on, reached_on = n.reached_on, channel = n.channel,
            merged = n.merged, unit_id = n.unit_id, org_path = n.org_path,
            officer_id = case when m.unit_id = n.unit_id then m.officer_id end
        from (select x.enterprise_id, x.campaign_id, e.unit_id, e.org_path, e.merged_into is not null as merged, j.*
                  from campaign_member x join enterprise e on e.id = x.enterprise_id
                      join campaign_rule r on r.campaign_id = x.campaign_id and r.audience = x.audience
                      cross join lateral campaign_judged(x.campaign_id, e.id, e.merged_into, r.strong, r.channels,
                          r.from_at, r.to_at) j
                  where x.enterprise_id = any (ids) and x.campaign_id = any (campaigns)) n
        where m.enterprise_id = n.enterprise_id and m.campaign_id = n.campaign_id
            and (m.level, m.first_on, m.reached_on, m.channel, m.merged, m.unit_id, m.org_path)
                is distinct from (n.level, n.first_on, n.reached_on, n.channel, n.merged, n.unit_id, n.org_path);
    get diagnostics changed = row_count;
    return changed;
end
$$;

create or replace function campaign_misjudged(wanted bigint, lo text, hi text) returns setof bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with rule as materialized (select r.* from campaign_rule r where r.campaign_id = wanted)
    select m.enterprise_id from campaign_member m join enterprise e on e.id = m.enterprise_id
            join rule r on r.audience = m.audience
            cross join lateral campaign_judged(m.campaign_id, e.id, e.merged_into, r.strong, r.channels, r.from_at,
                r.to_at) j
        where m.campaign_id = wanted and m.house_path >= lo and m.house_path < hi and campaign_countable(wanted)
            and (m.level, m.first_on, m.reached_on, m.channel, m.merged, m.unit_id, m.org_path) is distinct from
                (j.level, j.first_on, j.reached_on, j.channel, e.merged_into is not null, e.unit_id, e.org_path)
        order by 1
$$;

-- Which of them a contact belongs to is known once both are one, or two again: the one that was kept is looked at too.
create or replace function campaign_enterprise_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    concerned bigint[] := array_remove(array[new.id, old.merged_into, new.merged_into], null);
    campaigns bigint[];
begin
    if new.merged_into is distinct from old.merged_into then
        perform from campaign_member m where m.enterprise_id = any (concerned)
            order by m.enterprise_id, m.campaign_id for no key update;
        campaigns := array(select distinct m.campaign_id from campaign_member m where m.enterprise_id = any (concerned));
        perform campaign_judge(concerned, campaigns);
    else
        update campaign_member m set unit_id = new.unit_id, org_path = new.org_path,
                officer_id = case when m.unit_id = new.unit_id then m.officer_id end
            where m.enterprise_id = new.id and (m.unit_id, m.org_path) is distinct from (new.unit_id, new.org_path);
    end if;
    return null;
end
$$;

revoke all on function campaign_counted, campaign_begun, campaign_brought_along, campaign_brought from public;
grant execute on function campaign_brought_along to ${app};
