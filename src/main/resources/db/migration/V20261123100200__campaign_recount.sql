-- The sums folded in, held against a full count, and shown to sisters.

-- Adds up the oldest changes and tells how many; none while another node does. All or nothing, so that a node that is
-- killed counts nothing twice. The path is the one the unit has now.
create function campaign_fold(most int) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    taken int;
begin
    if not pg_try_advisory_xact_lock(hashtext('aeo.campaign_fold')) then
        return 0;
    end if;
    with gone as (
        delete from campaign_sum_change c using (select x.id from campaign_sum_change x order by x.id limit most) o
            where c.id = o.id returning c.*),
    added as (
        insert into campaign_sum as s (campaign_id, dimension, house_id, house_path, value, audience, state, enterprises)
            select g.campaign_id, g.dimension, g.house_id, u.org_path, g.value, g.audience, g.state, sum(g.enterprises)
                from gone g join unit u on u.id = g.house_id
                group by 1, 2, 3, 4, 5, 6, 7 having sum(g.enterprises) <> 0 order by 1, 2, 3, 5, 6, 7
            on conflict (campaign_id, dimension, house_id, value, audience, state)
                do update set enterprises = s.enterprises + excluded.enterprises)
    select count(*) into taken from gone;
    return taken;
end
$$;

-- Whoever asks is the clock, or a person of the unit whose campaign it is or of one above it.
create function campaign_countable(wanted bigint) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select (select r.oid from pg_roles r where r.rolname = session_user) = '${jobs}'::regrole
        or exists (select from campaign c where c.id = wanted
                       and c.org_path >= nullif(current_setting('app.write_lo', true), '')
                       and c.org_path < current_setting('app.write_hi', true))
$$;

-- Members of a range of houses that are not as registry and ledger have them. In one look: a contact under way is in
-- neither or in both.
create function campaign_misjudged(wanted bigint, lo text, hi text) returns setof bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select m.enterprise_id from campaign_member m join enterprise e on e.id = m.enterprise_id
            join campaign_rule r on r.campaign_id = m.campaign_id and r.audience = m.audience
            cross join lateral campaign_judged(e.id, e.merged_into, r.strong, r.channels, r.from_at, r.to_at) j
        where m.campaign_id = wanted and m.house_path >= lo and m.house_path < hi and campaign_countable(wanted)
            and (m.level, m.first_on, m.reached_on, m.channel, m.merged, m.unit_id, m.org_path) is distinct from
                (j.level, j.first_on, j.reached_on, j.channel, e.merged_into is not null, e.unit_id, e.org_path)
        order by 1
$$;

-- Judges members anew. Those somebody else holds are left over, unless there is one only: for that it waits. So it
-- never holds one while it waits for another.
create function campaign_rejudge(wanted bigint, ids bigint[]) returns table (changed int, left_over bigint[])
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    held bigint[];
begin
    if not campaign_countable(wanted) then
        raise insufficient_privilege;
    end if;
    if cardinality(ids) = 1 then
        perform from campaign_member m where m.campaign_id = wanted and m.enterprise_id = ids[1] for no key update;
        held := ids;
    else
        held := array(select m.enterprise_id from campaign_member m
                      where m.campaign_id = wanted and m.enterprise_id = any (ids)
                      order by m.enterprise_id for no key update skip locked);
    end if;
    return query select campaign_judge(held, array[wanted]),
        array(select unnest(ids) except select unnest(held));
end
$$;

-- Holds the sums of a range of houses against a full count, adds what is missing to them and tells where. One look: what
-- somebody changes meanwhile is in both or in neither.
create function campaign_recount_sums(wanted bigint, lo text, hi text)
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
            select c.dimension, t.house_id, c.value, t.audience, t.state, sum(t.n) as n
                from (select m.house_id, m.audience, campaign_state(m.standing, m.level) as state, m.late, m.merged,
                             m.unit_id <> m.house_id as moved, m.size_class, m.sector, m.track, m.officer_id, m.channel,
                             date_trunc('week', coalesce(m.reached_on, m.first_on))::date as week, m.reason, count(*) as n
                          from campaign_member m
                          where m.campaign_id = wanted and m.house_path >= lo and m.house_path < hi
                          group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13) t
                    cross join lateral campaign_cells(t.late, t.merged, t.moved, t.state, t.size_class, t.sector, t.track,
                        t.officer_id, t.channel, t.week, t.reason) c
                group by 1, 2, 3, 4, 5),
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

-- What counts nobody any more is in the way of the next look.
create function campaign_sweep_sums() returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    gone int;
begin
    delete from campaign_sum where enterprises = 0;
    get diagnostics gone = row_count;
    return gone;
end
$$;

-- Campaigns whose last day is over end.
create function campaign_end_due() returns int
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    with ended as (
        update campaign c set status = 'ENDED', ended_at = now(), changed_at = now(), version = c.version + 1
            where c.status = 'RUNNING' and c.ends_on < china_day() returning c.id, c.org_path),
    told as (select audit_append('campaign.end', 'campaign', e.id::text, e.org_path, '{}') from ended e)
    select count(*)::int from told
$$;

-- Those to be recounted: all that run, and those that ended within the year, for what is corrected later.
create function campaigns_to_recount() returns table (campaign bigint, org_path text, title text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select c.id, c.org_path, c.title_zh
        from campaign c
        where c.status = 'RUNNING' or (c.status = 'ENDED' and c.ended_at > now() - interval '1 year') order by 1
$$;

-- Who came into scope since is looked for by the conditions of the campaign, as somebody of its unit who may issue one:
-- the one who approved it if he still can. A campaign nobody can look for any more is left out.
create function campaign_queue_newcomers() returns int
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    with chosen as (
        select c.id, c.org_path, r.account_id, r.id as assignment_id
            from campaign c cross join lateral (
                select x.id, x.account_id from role_assignment x join account a on a.id = x.account_id
                    where x.unit_id = c.unit_id and a.suspended_at is null and china_day() >= x.valid_from
                        and (x.valid_to is null or china_day() <= x.valid_to)
                        and x.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR')
                    order by x.account_id = c.approved_by desc, x.account_id = c.author_id desc, x.id limit 1) r
            where c.status = 'RUNNING' and not exists (
                select from job j where j.kind = 'campaign-newcomers' and j.status in ('WAITING', 'RUNNING')
                    and (j.parameters ->> 'campaign')::bigint = c.id)),
    queued as (
        insert into job (kind, account_id, assignment_id, org_path, parameters)
            select 'campaign-newcomers', q.account_id, q.assignment_id, q.org_path, jsonb_build_object('campaign', q.id)
                from chosen q returning 1)
    select count(*)::int from queued
$$;

-- Hides one more cell beside those that stand hidden alone among those the viewer does not know, or sum up to so few that
-- it would be known of each that it is as small: of the same audience in another district, and of the same district for
-- another audience. The smallest, so that least is lost. With three audiences no sums of lines tell one that is hidden.
create function campaign_hide(units bigint[], audiences text[], sums bigint[], own boolean[], hidden boolean[])
        returns boolean[]
    language plpgsql immutable
    set search_path = aeo, pg_temp
as $$
declare
    pick int;
begin
    loop
        with cell as (
            select i, units[i] as unit, audiences[i] as audience, sums[i] as n, hidden[i] as held
                from generate_subscripts(units, 1) i where not own[i])
        select c.i into pick from cell c
            where not c.held and (
                (select count(*) = 1 or sum(o.n) < 5 from cell o where o.audience = c.audience and o.held)
                or (select count(*) = 1 or sum(o.n) < 5 from cell o where o.unit = c.unit and o.held))
            order by c.n, c.i limit 1;
        exit when not found;
        hidden[pick] := true;
    end loop;
    return hidden;
end
$$;

create function campaign_sister_sums(campaign bigint)
        returns table (unit_id bigint, audience text, in_scope bigint, reached bigint)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    here text := nullif(current_setting('app.lo', true), '');
    units bigint[];
    audiences text[];
    own boolean[];
    scopes bigint[];
    reach bigint[];
    hidden_scope boolean[];
    hidden_reach boolean[];
begin
    if not exists (select from campaign c join campaign_plan p on p.campaign_id = c.id
                   where c.id = $1 and c.sister_sums and c.kind = 'DIRECTIVE' and c.status in ('RUNNING', 'ENDED')
                       and p.org_path = here and p.status <> 'WITHDRAWN') then
        return;
    end if;
    with figure as (
        select p.unit_id, f.audience, f.state, f.enterprises
            from campaign_plan p join campaign_figure f on f.campaign_id = p.campaign_id and f.dimension = 'ALL'
                and f.house_path >= p.org_path and f.house_path < rtrim(p.org_path, '.') || '/' collate "C"
            where p.campaign_id = $1 and p.status <> 'WITHDRAWN'),
    cell as (
        select p.unit_id, a.audience, p.org_path = here as own,
               (select coalesce(sum(f.enterprises), 0) from figure f
                    where f.unit_id = p.unit_id and f.audience = a.audience) as n,
               (select coalesce(sum(f.enterprises), 0) from figure f
                    where f.unit_id = p.unit_id and f.audience = a.audience and f.state = 'REACHED') as r
            from campaign_plan p cross join (select distinct f.audience from figure f) a
            where p.campaign_id = $1 and p.status <> 'WITHDRAWN')
    select array_agg(c.unit_id order by c.unit_id, c.audience), array_agg(c.audience order by c.unit_id, c.audience),
           array_agg(c.own order by c.unit_id, c.audience), array_agg(c.n order by c.unit_id, c.audience),
           array_agg(c.r order by c.unit_id, c.audience)
        into units, audiences, own, scopes, reach from cell c;
    hidden_scope := campaign_hide(units, audiences, scopes, own,
        array(select s < 5 from unnest(scopes) with ordinality x (s, i) order by i));
    hidden_reach := campaign_hide(units, audiences, reach, own,
        array(select hidden_scope[i] or reach[i] < 5 or scopes[i] - reach[i] < 5
              from generate_subscripts(units, 1) i order by i));
    return query select units[i], audiences[i], case when own[i] or not hidden_scope[i] then scopes[i] end,
            case when own[i] or not hidden_reach[i] then reach[i] end
        from generate_subscripts(units, 1) i order by 1, 2;
end
$$;

revoke all on function campaign_fold, campaign_countable, campaign_misjudged, campaign_rejudge, campaign_recount_sums,
    campaign_sweep_sums, campaign_end_due, campaigns_to_recount, campaign_queue_newcomers, campaign_sister_sums from public;
grant execute on function campaign_misjudged, campaign_rejudge to ${app}, ${jobs};
grant execute on function campaign_sister_sums to ${app};
grant execute on function campaign_fold, campaign_recount_sums, campaign_sweep_sums, campaign_end_due,
    campaigns_to_recount, campaign_queue_newcomers to ${jobs};
