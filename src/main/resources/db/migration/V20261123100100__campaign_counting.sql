-- How campaigns count. What a contact does to its enterprises' levels and to the sums happens in the transaction that
-- writes the contact down, and nobody waits for another enterprise: levels are judged anew from the ledger under the
-- lock of the member, sums are only ever added to.

-- A denominator of 1.14 million is frozen in one transaction. What these keys ask for each row is asked once a
-- statement; members follow the registry by triggers. Without a key to the enterprise a merger leaves them in place.
alter table campaign_member
    drop constraint campaign_member_campaign_id_fkey,
    drop constraint campaign_member_enterprise_id_unit_id_org_path_fkey,
    drop constraint campaign_member_house_id_house_path_fkey;
create index campaign_member_house on campaign_member (campaign_id, house_path, priority, enterprise_id);
create index campaign_member_work on campaign_member (org_path, campaign_id, priority, enterprise_id);
comment on column campaign_member.priority is 'order of the work list, lowest first: 1 followed by eight digits: contacted before (0 no, 1 yes), audience (0 prospective, 1 AEO, 2 other), size (0 large to 3 micro, 4 not known), day of the last contact (days since 2000)';
comment on column campaign_member.merged is 'turned out to be another enterprise after the freeze; stays in the denominator, counts by the contacts of the one that was kept, shown apart';

create function campaign_state(standing text, level smallint) returns text
    language sql immutable parallel safe
as $$
    select case when standing = 'EXCLUDED' then 'EXCLUDED' when level = 2 then 'REACHED'
        when standing = 'UNREACHABLE' then 'UNREACHABLE' when level = 1 then 'TOUCHED' else 'UNTOUCHED' end
$$;
comment on function campaign_state is 'what a member counts as';

create function campaign_priority(audience text, size_class text, last_contact date) returns int
    language sql immutable parallel safe
as $$
    select 100000000
        + case when last_contact is null then 0 else 10000000 end
        + case audience when 'PROSPECTIVE' then 0 when 'AEO' then 1000000 else 2000000 end
        + case size_class when 'LARGE' then 0 when 'MEDIUM' then 100000 when 'SMALL' then 200000 when 'MICRO' then 300000
               else 400000 end
        + least(greatest(coalesce(last_contact - date '2000-01-01', 0), 0), 99999)
$$;
comment on function campaign_priority is 'never contacted first, then prospective before AEO before other, then the larger, then the longest without contact';

-- Who is for which rule: an audience without a text of its own goes by the one for all.
create view campaign_rule with (security_invoker = true) as
    select c.id as campaign_id, x.audience, r.channels,
           array(select s.code from contact_strength s
                 where s.rank >= (select l.rank from contact_strength l where l.code = r.least_strength)) as strong,
           c.starts_on::timestamp at time zone 'Asia/Shanghai' as from_at,
           (c.ends_on + 1)::timestamp at time zone 'Asia/Shanghai' as to_at
        from campaign c cross join (values ('ALL'), ('PROSPECTIVE'), ('AEO')) x (audience)
            cross join lateral (select a.least_strength, a.channels from campaign_audience a
                where a.campaign_id = c.id and a.audience in (x.audience, 'ALL')
                order by (a.audience = x.audience) desc limit 1) r;
comment on view campaign_rule is 'what counts as reached: from strong strengths on, by the channels (none: any), in the period';

-- What the ledger says of an enterprise (and of the one it was merged into) under a rule.
create function campaign_judged(enterprise bigint, kept bigint, strong text[], channels text[], from_at timestamptz,
        to_at timestamptz) returns table (level smallint, first_on date, reached_on date, channel text)
    language sql stable
as $$
    select (case when bool_or(c.enough) then 2 when count(*) > 0 then 1 else 0 end)::smallint, min(c.on_day),
           min(c.on_day) filter (where c.enough), (array_agg(c.channel order by c.enough desc, c.at, c.id))[1]
        from (select (p.at at time zone 'Asia/Shanghai')::date as on_day, p.at, p.id, p.channel,
                     p.strength = any (strong) and (channels = '{}' or p.channel = any (channels)) as enough
                  from touchpoint_party p
                  where p.enterprise_id = any (array[enterprise, kept]) and p.at >= from_at and p.at < to_at
                      and p.withdrawn_at is null) c
$$;

-- The sums one group of members is in; a late one is in none but its own.
create function campaign_cells(late boolean, merged boolean, moved boolean, state text, size_class text, sector text,
        track text, officer_id bigint, channel text, week date, reason text)
        returns table (dimension text, value text)
    language sql immutable
as $$
    select x.dimension, x.value from (values
            ('ALL', case when not late then '' end),
            ('SIZE', case when not late then coalesce(size_class, '') end),
            ('SECTOR', case when not late then coalesce(sector, '') end),
            ('TRACK', case when not late then track end),
            ('OFFICER', case when not late then coalesce(officer_id::text, '') end),
            ('CHANNEL', case when not late then channel end),
            ('WEEK', case when not late then to_char(week, 'YYYY-MM-DD') end),
            ('REASON', case when not late and state in ('EXCLUDED', 'UNREACHABLE') then reason end),
            ('APART', case when late then 'LATE' end),
            ('APART', case when not late and merged then 'MERGED' end),
            ('APART', case when not late and moved then 'MOVED' end)) x (dimension, value)
        where x.value is not null
$$;
comment on function campaign_cells is 'CHANNEL and WEEK: of the contact that reached the member, else of the first; none without contact';

create function campaign_member_added() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    strange text;
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
    held as materialized (select c.id from campaign c join named n on n.campaign_id = c.id for key share of c)
    select n.campaign_id::text into strange from named n left join held h on h.id = n.campaign_id where h.id is null limit 1;
    if strange is not null then
        raise foreign_key_violation using message = format('no campaign %s', strange), table = 'campaign_member';
    end if;
    insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state, enterprises)
        select t.campaign_id, c.dimension, t.house_id, t.house_path, c.value, t.audience, t.state, sum(t.n)
            from (select campaign_id, house_id, house_path, audience, campaign_state(standing, level) as state, late,
                         merged, unit_id <> house_id as moved, size_class, sector, track, officer_id, channel,
                         date_trunc('week', coalesce(reached_on, first_on))::date as week, reason, count(*)::int as n
                      from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) t
                cross join lateral campaign_cells(t.late, t.merged, t.moved, t.state, t.size_class, t.sector, t.track,
                    t.officer_id, t.channel, t.week, t.reason) c
            group by 1, 2, 3, 4, 5, 6, 7;
    return null;
end
$$;

create function campaign_member_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state, enterprises)
        select t.campaign_id, c.dimension, t.house_id, u.org_path, c.value, t.audience, t.state, sum(t.n)
            -- A house that moves takes its sums along by its number: for them nothing changes.
            from (select campaign_id, house_id, audience, campaign_state(standing, level) as state, late, merged,
                         unit_id <> house_id as moved, size_class, sector, track, officer_id, channel,
                         date_trunc('week', coalesce(reached_on, first_on))::date as week, reason, sum(sign)::int as n
                      from (select 1 as sign, a.* from after a union all select -1, b.* from before b) x
                      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 having sum(sign) <> 0) t
                join unit u on u.id = t.house_id
                cross join lateral campaign_cells(t.late, t.merged, t.moved, t.state, t.size_class, t.sector, t.track,
                    t.officer_id, t.channel, t.week, t.reason) c
            group by 1, 2, 3, 4, 5, 6, 7 having sum(t.n) <> 0;
    return null;
end
$$;

create function campaign_member_removed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into campaign_sum_change (campaign_id, dimension, house_id, house_path, value, audience, state, enterprises)
        select t.campaign_id, c.dimension, t.house_id, t.house_path, c.value, t.audience, t.state, -count(*)
            from removed t
                cross join lateral campaign_cells(t.late, t.merged, t.unit_id <> t.house_id,
                    campaign_state(t.standing, t.level), t.size_class, t.sector, t.track, t.officer_id, t.channel,
                    date_trunc('week', coalesce(t.reached_on, t.first_on))::date, t.reason) c
            group by 1, 2, 3, 4, 5, 6, 7;
    return null;
end
$$;

create trigger campaign_member_added after insert on campaign_member
    referencing new table as added for each statement execute function campaign_member_added();
create trigger campaign_member_changed after update on campaign_member
    referencing old table as before new table as after for each statement execute function campaign_member_changed();
create trigger campaign_member_removed after delete on campaign_member
    referencing old table as removed for each statement execute function campaign_member_removed();

-- Members as the registry and the ledger have them now. Whoever calls holds their rows.
create function campaign_judge(ids bigint[], campaigns bigint[]) returns int
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
                      cross join lateral campaign_judged(e.id, e.merged_into, r.strong, r.channels, r.from_at, r.to_at) j
                  where x.enterprise_id = any (ids) and x.campaign_id = any (campaigns)) n
        where m.enterprise_id = n.enterprise_id and m.campaign_id = n.campaign_id
            and (m.level, m.first_on, m.reached_on, m.channel, m.merged, m.unit_id, m.org_path)
                is distinct from (n.level, n.first_on, n.reached_on, n.channel, n.merged, n.unit_id, n.org_path);
    get diagnostics changed = row_count;
    return changed;
end
$$;

-- Contacts of these enterprises between two moments changed. The members are held first, in an order of their own, and
-- then looked at anew: of two contacts at once the second to finish sees the first.
create function campaign_contacted(ids bigint[], first_at timestamptz, last_at timestamptz) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    campaigns bigint[] := array(select c.id from campaign c where c.status in ('FREEZING', 'RUNNING', 'ENDED')
        and c.starts_on <= (last_at at time zone 'Asia/Shanghai')::date
        and c.ends_on >= (first_at at time zone 'Asia/Shanghai')::date);
    concerned bigint[];
begin
    if cardinality(ids) = 0 or cardinality(campaigns) = 0 then
        return;
    end if;
    concerned := ids || array(select e.id from enterprise e where e.merged_into = any (ids));
    perform from campaign_member m where m.enterprise_id = any (concerned) and m.campaign_id = any (campaigns)
        order by m.enterprise_id, m.campaign_id for no key update;
    if found then
        perform campaign_judge(concerned, campaigns);
    end if;
end
$$;

create function campaign_contact_added() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    ids bigint[];
    first_at timestamptz;
    last_at timestamptz;
begin
    select array_agg(distinct enterprise_id), min(at), max(at) into ids, first_at, last_at
        from added where enterprise_id is not null and withdrawn_at is null;
    perform campaign_contacted(coalesce(ids, '{}'), first_at, last_at);
    return null;
end
$$;
create function campaign_contact_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    ids bigint[];
    first_at timestamptz;
    last_at timestamptz;
begin
    select array_agg(distinct v.enterprise_id), min(v.at), max(v.at) into ids, first_at, last_at
        from before b join after a using (id)
            cross join lateral (values (b.enterprise_id, b.at), (a.enterprise_id, a.at)) v (enterprise_id, at)
        where (b.at, b.strength, b.channel, b.withdrawn_at, b.enterprise_id)
                is distinct from (a.at, a.strength, a.channel, a.withdrawn_at, a.enterprise_id)
            and v.enterprise_id is not null;
    perform campaign_contacted(coalesce(ids, '{}'), first_at, last_at);
    return null;
end
$$;
create function campaign_contact_removed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    ids bigint[];
    first_at timestamptz;
    last_at timestamptz;
begin
    select array_agg(distinct enterprise_id), min(at), max(at) into ids, first_at, last_at
        from removed where enterprise_id is not null;
    perform campaign_contacted(coalesce(ids, '{}'), first_at, last_at);
    return null;
end
$$;
create trigger campaign_contact_added after insert on touchpoint_party
    referencing new table as added for each statement execute function campaign_contact_added();
create trigger campaign_contact_changed after update on touchpoint_party
    referencing old table as before new table as after for each statement execute function campaign_contact_changed();
create trigger campaign_contact_removed after delete on touchpoint_party
    referencing old table as removed for each statement execute function campaign_contact_removed();

-- Members follow the registry: to another unit, as merged or no longer so.
create function campaign_enterprise_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if new.merged_into is distinct from old.merged_into then
        perform from campaign_member m where m.enterprise_id = new.id order by m.campaign_id for no key update;
        perform campaign_judge(array[new.id], array(select m.campaign_id from campaign_member m where m.enterprise_id = new.id));
    else
        update campaign_member m set unit_id = new.unit_id, org_path = new.org_path,
                officer_id = case when m.unit_id = new.unit_id then m.officer_id end
            where m.enterprise_id = new.id and (m.unit_id, m.org_path) is distinct from (new.unit_id, new.org_path);
    end if;
    return null;
end
$$;
create trigger campaign_enterprise_changed after update of unit_id, org_path, merged_into on enterprise
    for each row when (new.unit_id <> old.unit_id or new.org_path <> old.org_path
        or new.merged_into is distinct from old.merged_into)
    execute function campaign_enterprise_changed();

create function campaign_enterprise_kept() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if exists (select from removed r join campaign_member m on m.enterprise_id = r.id) then
        raise foreign_key_violation using message = 'an enterprise is in scope of a campaign', table = 'enterprise';
    end if;
    return null;
end
$$;
create trigger campaign_enterprise_kept after delete on enterprise
    referencing old table as removed for each statement execute function campaign_enterprise_kept();

-- A unit that moves takes the figures along.
create function campaign_unit_moved() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update campaign_member m set house_path = new.org_path
        where m.campaign_id in (select c.id from campaign c) and m.house_path = old.org_path and m.house_id = new.id;
    update campaign_sum_change s set house_path = new.org_path where s.house_id = new.id and s.house_path <> new.org_path;
    return null;
end
$$;
create trigger campaign_unit_moved after update of org_path on unit
    for each row when (new.org_path <> old.org_path) execute function campaign_unit_moved();
create function campaign_unit_kept() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if exists (select from campaign_member m where m.campaign_id in (select c.id from campaign c)
               and m.house_path = old.org_path) then
        raise foreign_key_violation using message = format('unit %s is in a campaign', old.id), table = 'unit';
    end if;
    return null;
end
$$;
create trigger campaign_unit_kept after delete on unit for each row execute function campaign_unit_kept();

revoke all on function campaign_member_added, campaign_member_changed, campaign_member_removed, campaign_judge,
    campaign_contacted, campaign_contact_added, campaign_contact_changed, campaign_contact_removed,
    campaign_enterprise_changed, campaign_enterprise_kept, campaign_unit_moved, campaign_unit_kept from public;
grant select on campaign_rule to ${app};
