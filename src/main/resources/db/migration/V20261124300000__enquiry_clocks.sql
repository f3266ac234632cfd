-- The clocks of enquiries are set going by whoever brings one, also when nobody is signed in or his unit is another; so
-- this goes through functions. They let clocks run; nobody can stop one with them who is not the one whose turn it is.

-- What the arithmetic needs of an enquiry; it is locked until the transaction ends.
create function enquiry_clock_facts(wanted bigint)
    returns table (unit_path text, desk_path text, level text, status text, topic text, priority smallint,
        due_at timestamptz, left_minutes int, total_left_minutes int, clock_since timestamptz)
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
begin
    return query select w.org_path, w.desk_path, w.level, w.status, w.topic, w.priority, w.due_at, w.left_minutes,
            w.total_left_minutes, w.clock_since
        from enquiry_work w where w.enquiry_id = wanted for update;
end
$$;

-- Both clocks run from a moment on. The step: KEEP the open one, take up the LAST one again, or begin a NEW one.
create function enquiry_clock_run(wanted bigint, now_status text, since timestamptz, due timestamptz, warn timestamptz,
        minutes int, total_due timestamptz, total_minutes int, step text, target int)
    returns bigint
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if now_status not in ('NEW', 'OPEN', 'REOPENED') then
        raise exception 'clocks do not run while %', now_status;
    end if;
    update enquiry_work set status = now_status, clock_since = since, due_at = due, warn_at = warn,
            left_minutes = minutes, total_due_at = total_due, total_left_minutes = total_minutes,
            warned_at = case when step = 'NEW' or warn > since then null else warned_at end,
            late_told_at = case when step = 'NEW' or due > since then null else late_told_at end,
            total_late_told_at = case when total_due > since then null else total_late_told_at end,
            reopened = reopened + (now_status = 'REOPENED' and status <> 'REOPENED')::int,
            changed_at = since, version = version + 1
        where enquiry_id = wanted;
    if step = 'LAST' then
        update enquiry_step set left_at = null, passed = null
            where id = (select max(s.id) from enquiry_step s where s.enquiry_id = wanted) and passed in ('ANSWERED', 'CLOSED');
    end if;
    insert into enquiry_step (enquiry_id, unit_id, org_path, level, entered_at, target_minutes)
        select wanted, w.desk_id, w.desk_path, w.level, since, target from enquiry_work w where w.enquiry_id = wanted
        on conflict (enquiry_id) where left_at is null do nothing;
    return (select version from enquiry_work where enquiry_id = wanted);
end
$$;
revoke execute on function enquiry_clock_facts, enquiry_clock_run from public;
grant execute on function enquiry_clock_facts, enquiry_clock_run to ${app};

-- Which target counts for a unit today.
create function enquiry_target_of(path text, wanted_level text, wanted_topic text, wanted_priority int)
    returns table (minutes int, warn_minutes int)
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    return query select t.minutes, t.warn_minutes from enquiry_target t
        where t.level = wanted_level and (t.org_path is null or starts_with(path, t.org_path))
            and (t.topic is null or t.topic = wanted_topic) and (t.priority is null or t.priority = wanted_priority)
            and t.valid_from <= china_day()
        order by length(t.org_path) desc nulls last, t.topic is null, t.priority is null, t.valid_from desc, t.id desc
        limit 1;
end
$$;
grant execute on function enquiry_target_of to ${app}, ${jobs};

-- Another unit answers from now on. The work crosses the paths of both, so only who has the turn may do it, and only here.
create function enquiry_hand_over(wanted bigint, target bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    there unit;
begin
    select * into there from unit u where u.id = target and (u.closed_on is null or u.closed_on > china_day());
    if there.id is null or not exists (select from enquiry_work w where w.enquiry_id = wanted and w.unit_id <> target
            and w.desk_path >= nullif(current_setting('app.write_lo', true), '')
            and w.desk_path < current_setting('app.write_hi', true)) then
        raise exception 'enquiry_hand_over: refused' using errcode = '42501';
    end if;
    update enquiry set unit_id = there.id, org_path = there.org_path where id = wanted;
    update enquiry_work set unit_id = there.id, org_path = there.org_path, desk_id = there.id, desk_path = there.org_path,
            level = there.kind, officer_id = null, coordinator_id = null, status = case status when 'NEW' then 'NEW' else 'OPEN' end,
            due_at = null
        where enquiry_id = wanted;
    update enquiry_recheck r set unit_id = u.id, org_path = u.org_path
        from enquiry_message m join unit u on u.id = enquiry_recheck_unit(m.unit_id, there.org_path)
        where r.enquiry_id = wanted and m.id = r.message_id;
    delete from enquiry_draft where enquiry_id = wanted and kind <> 'NOTE';
    return true;
end
$$;
comment on function enquiry_hand_over is 'moves an enquiry and its work to another unit; only for who has the turn; second looks go with it, claims and notes stay behind';
revoke execute on function enquiry_hand_over from public;
grant execute on function enquiry_hand_over to ${app};

-- What the ticks look for, each once.
create index enquiry_work_warn on enquiry_work (warn_at) where warned_at is null and warn_at is not null;
create index enquiry_work_late on enquiry_work (due_at) where late_told_at is null and due_at is not null;
create index enquiry_work_total_late on enquiry_work (total_due_at) where total_late_told_at is null and total_due_at is not null;
create index enquiry_work_running on enquiry_work (enquiry_id) where clock_since is not null;

-- Takes the clocks that are near their end (WARNING), or have run out at a level (LATE) or in all (TOTAL_LATE), so that no
-- other tick takes them, and tells who is to be told: of a warning the officer, his substitutes, or the people of the
-- desk; of the rest the heads of the unit whose turn it is, or of the nearest one above that has any.
create function enquiry_clocks_due(moment timestamptz, most int)
    returns table (what text, enquiry bigint, number text, subject text, due timestamptz, path text, account bigint,
        name_zh text, name_en text, mail text, language text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        with warned as (
            update enquiry_work w set warned_at = moment where w.enquiry_id in (select o.enquiry_id from enquiry_work o
                where o.warn_at <= moment and o.warned_at is null order by o.warn_at limit most for update skip locked)
            returning 'WARNING'::text as what, w.enquiry_id, w.desk_path, w.officer_id, w.due_at),
        late as (
            update enquiry_work w set late_told_at = moment where w.enquiry_id in (select o.enquiry_id from enquiry_work o
                where o.due_at <= moment and o.late_told_at is null and (o.warned_at is not null or o.warn_at > moment)
                order by o.due_at limit most for update skip locked)
            returning 'LATE'::text as what, w.enquiry_id, w.desk_path, null::bigint as officer_id, w.due_at),
        taken as (select * from warned where due_at > moment union all select * from late),
        people as (
            select t.*, a.id as person from taken t cross join lateral (
                select r.account_id as id from role_assignment r
                    where t.what = 'WARNING' and t.officer_id is null and r.org_path = t.desk_path
                        and r.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR')
                        and r.valid_from <= china_day() and (r.valid_to is null or r.valid_to >= china_day())
                union select t.officer_id where t.what = 'WARNING' and t.officer_id is not null
                union select s.substitute_id from substitution s where t.what = 'WARNING' and s.absent_id = t.officer_id
                    and s.org_path = t.desk_path and s.revoked_at is null and china_day() between s.first_day and s.last_day
                union select r.account_id from role_assignment r
                    where t.what <> 'WARNING' and r.role = 'UNIT_ADMINISTRATOR' and r.valid_from <= china_day()
                        and (r.valid_to is null or r.valid_to >= china_day())
                        and r.org_path = (select max(h.org_path) from role_assignment h where h.role = 'UNIT_ADMINISTRATOR'
                            and starts_with(t.desk_path, h.org_path) and h.valid_from <= china_day()
                            and (h.valid_to is null or h.valid_to >= china_day()))) a)
        select p.what, e.id, e.number, e.subject, p.due_at, p.desk_path, c.id, c.name_zh, c.name_en, c.mail, c.language
            from people p join enquiry e on e.id = p.enquiry_id join account c on c.id = p.person
            where c.suspended_at is null
            order by p.due_at, e.id, c.id;
end
$$;
comment on function enquiry_clocks_due is 'claims clocks near or past their end and names who is to be told of each; for nobody who is signed in';

-- The same for the clock of all levels.
create function enquiry_totals_due(moment timestamptz, most int)
    returns table (what text, enquiry bigint, number text, subject text, due timestamptz, path text, account bigint,
        name_zh text, name_en text, mail text, language text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        with late as (
            update enquiry_work w set total_late_told_at = moment where w.enquiry_id in (select o.enquiry_id
                from enquiry_work o where o.total_due_at <= moment and o.total_late_told_at is null
                order by o.total_due_at limit most for update skip locked)
            returning w.enquiry_id, w.org_path, w.total_due_at)
        select 'TOTAL_LATE'::text, e.id, e.number, e.subject, t.total_due_at, t.org_path, c.id, c.name_zh, c.name_en, c.mail,
                c.language
            from late t join enquiry e on e.id = t.enquiry_id
                join role_assignment r on r.role = 'UNIT_ADMINISTRATOR' and r.valid_from <= china_day()
                    and (r.valid_to is null or r.valid_to >= china_day())
                    and r.org_path = (select max(h.org_path) from role_assignment h where h.role = 'UNIT_ADMINISTRATOR'
                        and starts_with(t.org_path, h.org_path) and h.valid_from <= china_day()
                        and (h.valid_to is null or h.valid_to >= china_day()))
                join account c on c.id = r.account_id
            where c.suspended_at is null
            order by t.total_due_at, e.id, c.id;
end
$$;
comment on function enquiry_totals_due is 'claims clocks of all levels that have run out and names who is to be told; for nobody who is signed in';
revoke execute on function enquiry_clocks_due, enquiry_totals_due from public;
grant execute on function enquiry_clocks_due, enquiry_totals_due to ${app};

-- With which calendar and hours the clocks that run were reckoned, and whether a second look is still to be taken: other
-- nodes may have reckoned with the old ones for some seconds.
create table enquiry_clock_calendar (
    one         boolean primary key default true check (one),
    fingerprint text not null,
    again       boolean not null default false
);
comment on table enquiry_clock_calendar is 'system: the calendar the clocks of enquiries were reckoned with last';
alter table enquiry_clock_calendar enable row level security;
insert into enquiry_clock_calendar (fingerprint) values ('');
grant select, update on enquiry_clock_calendar to ${jobs};
create policy enquiry_clock_calendar_jobs on enquiry_clock_calendar to ${jobs} using (true);
