-- What enterprises did on the way to certification after they were at sessions, beside those that had registered and did
-- not come. Reckoned while somebody waits: nothing of it is kept.

create index training_attendance_counting on training_attendance (session_id, enterprise_id) where counts;
create index training_registration_seated on training_registration (session_id, enterprise_id) where status = 'REGISTERED';

-- Sessions held that a unit of the viewer's range organised: one, those of a course, at a base, of a trainer.
create function training_outcome_sessions(about text, of_id bigint) returns bigint[]
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
declare
    wanted bigint[];
begin
    wanted := case about
        when 'SESSION' then array[of_id]
        when 'COURSE' then array(select s.id from training_session s where s.course_id = of_id)
        when 'BASE' then array(select s.id from training_room r join training_session s on s.room_id = r.id
            where r.base_id = of_id)
        when 'TRAINER' then array(select t.session_id from training_session_trainer t where t.trainer_id = of_id) end;
    return array(select s.id from training_session s where s.id = any (wanted) and s.status = 'HELD'
        and s.org_path >= nullif(current_setting('app.lo', true), '') and s.org_path < current_setting('app.hi', true));
end
$$;

-- Each enterprise once. Who was there counts from the first session it was at, the others from the first they missed; a
-- session of which nobody wrote down who came says of nobody that he missed it, and who left too soon to have been there has
-- not missed it either. Who was merged is who was kept. A step
-- that was behind it by then, or a later one, leaves nothing to be taken; a certificate is known by the grade, too.
create function training_outcome_followed(sessions bigint[], today date, lo text, hi text)
    returns table (enterprise bigint, present boolean, seen boolean, since date, passed int, assessed_on date,
        applied_on date, certified_on date)
    language sql stable
    set search_path = aeo, pg_temp
as $$
    with came as materialized (
        select coalesce(e.merged_into, e.id) as enterprise, min((s.starts_at at time zone s.zone)::date) as since
            from training_attendance a join training_session s on s.id = a.session_id
                join enterprise e on e.id = a.enterprise_id
            where a.session_id = any (sessions) and a.counts group by 1),
    there as materialized (
        select distinct a.session_id, coalesce(e.merged_into, e.id) as enterprise
            from training_attendance a join enterprise e on e.id = a.enterprise_id where a.session_id = any (sessions)),
    missed as (
        select coalesce(e.merged_into, e.id) as enterprise, min((s.starts_at at time zone s.zone)::date) as since
            from training_registration r join training_session s on s.id = r.session_id
                join enterprise e on e.id = r.enterprise_id
            where r.session_id = any (array(select w from unnest(sessions) w where exists (
                    select from training_attendance a where a.session_id = w and a.counts)))
                and r.status = 'REGISTERED' and (r.session_id, coalesce(e.merged_into, e.id)) not in (
                    select t.session_id, t.enterprise from there t) group by 1),
    grouped as (
        select c.enterprise, true as present, c.since from came c
        union all
        select m.enterprise, false, m.since from missed m
            where not exists (select from came c where c.enterprise = m.enterprise)),
    looked_up as materialized (
        select g.enterprise, g.present, g.since, e.org_path, j.assessed_on, j.applied_on, j.certified_on,
            case when (e.grade in ('ACE', 'CE') and e.grade_since < g.since) or exists (
                    select from enterprise_former_grade f where f.enterprise_id = e.id and f.grade in ('ACE', 'CE')
                        and f.valid_from < g.since) then 3
                else coalesce(j.passed, 0) end as passed
            from grouped g join enterprise e on e.id = g.enterprise
                left join lateral (
                    select min(x.happened_on) filter (where x.step = 'SELF_ASSESSED' and x.happened_on >= g.since) as assessed_on,
                        min(x.happened_on) filter (where x.step in ('APPLIED', 'ACCEPTED') and x.happened_on >= g.since) as applied_on,
                        min(x.happened_on) filter (where x.step in ('AEO', 'KEPT') and x.happened_on >= g.since) as certified_on,
                        max(case x.step when 'SELF_ASSESSED' then 1 when 'APPLIED' then 2 when 'ACCEPTED' then 2 else 3 end)
                            filter (where x.happened_on < g.since) as passed
                    from journey_entry x
                    where x.enterprise_id = g.enterprise and x.retracted_at is null and x.happened_on <= today
                        and x.step in ('SELF_ASSESSED', 'APPLIED', 'ACCEPTED', 'AEO', 'KEPT')) j on true)
    select l.enterprise, l.present, l.org_path >= lo and l.org_path < hi, l.since, l.passed,
        case when l.passed < 1 then l.assessed_on end, case when l.passed < 2 then l.applied_on end,
        case when l.passed < 3 then l.certified_on end
    from looked_up l
$$;
revoke all on function training_outcome_followed from public;

-- How many took each step, of those present and of the others: since then (months null), and within so many months, of
-- those for which they have passed. Enterprises the viewer does not see are counted among all there were, and in no step:
-- figures of a session taken from those of its course, or of one month from those of another, would tell what a single one
-- did, however many there are. How many these are is said. Days are told of five.
create function training_outcome(about text, of_id bigint)
    returns table (present boolean, step text, months int, enterprises bigint, left_out bigint, took bigint, seen bigint,
        days int[])
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    today date := china_day();
begin
    return query
        with steps as (
            select f.present, f.seen, v.step, v.rank, h.months, v.day - f.since as after,
                v.day is not null and (h.months is null or v.day < f.since + h.span) as took
            from training_outcome_followed(training_outcome_sessions(about, of_id), today, current_setting('app.lo', true),
                    current_setting('app.hi', true)) f
                cross join lateral (values ('ALL', 0, today), ('SELF_ASSESSED', 1, f.assessed_on),
                    ('APPLIED', 2, f.applied_on), ('CERTIFIED', 3, f.certified_on)) v (step, rank, day)
                cross join (values (cast(null as int), cast(null as interval)), (3, interval '3 months'),
                    (6, interval '6 months'), (12, interval '12 months'), (24, interval '24 months')) h (months, span)
            where (v.rank = 0 and h.months is null) or (f.seen and f.passed < v.rank
                and (h.months is null or f.since + h.span <= today))),
        counted as (
            select s.present, s.step, s.months, count(*) filter (where s.seen) as own,
                count(*) filter (where not s.seen) as foreign_ones,
                count(*) filter (where s.took and s.seen) as took_own,
                percentile_disc(array[0.25, 0.5, 0.75]) within group (order by s.after)
                    filter (where s.took and s.seen and s.months is null) as days_own
            from steps s group by 1, 2, 3)
        select c.present, c.step, c.months, c.own + c.foreign_ones,
            case when c.step = 'ALL' then 0 else (max(c.foreign_ones) over (partition by c.present))::bigint end,
            c.took_own + c.foreign_ones, c.took_own, case when c.took_own >= 5 then c.days_own end
        from counted c;
end
$$;

-- The same enterprises one by one: those the viewer sees.
create function training_outcome_members(about text, of_id bigint)
    returns table (enterprise bigint, present boolean, since date, passed int, assessed_on date, applied_on date,
        certified_on date)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    return query select f.enterprise, f.present, f.since, f.passed, f.assessed_on, f.applied_on, f.certified_on
        from training_outcome_followed(training_outcome_sessions(about, of_id), china_day(),
            current_setting('app.lo', true), current_setting('app.hi', true)) f where f.seen;
end
$$;

revoke all on function training_outcome, training_outcome_members from public;
grant execute on function training_outcome, training_outcome_members to ${app};
