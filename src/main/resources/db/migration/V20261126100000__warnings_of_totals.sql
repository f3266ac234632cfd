-- A warning comes before the clock of all levels runs out too, as long before as its target says.
alter table enquiry_work add total_warn_at timestamptz, add total_warned_at timestamptz;
grant update (total_warn_at, total_warned_at) on enquiry_work to ${app};
create index enquiry_work_total_warn on enquiry_work (total_warn_at) where total_warned_at is null and total_warn_at is not null;

drop function enquiry_clock_run;
-- Both clocks run from a moment on. The step: KEEP the open one, take up the LAST one again, or begin a NEW one.
create function enquiry_clock_run(wanted bigint, now_status text, since timestamptz, due timestamptz, warn timestamptz,
        minutes int, total_due timestamptz, total_warn timestamptz, total_minutes int, step text, target int)
    returns bigint
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if now_status not in ('NEW', 'OPEN', 'REOPENED') then
        raise exception 'clocks do not run while %', now_status;
    end if;
    update enquiry_work set status = now_status, clock_since = since, due_at = due, warn_at = warn,
            left_minutes = minutes, total_due_at = total_due, total_warn_at = total_warn, total_left_minutes = total_minutes,
            warned_at = case when step = 'NEW' or warn > since then null else warned_at end,
            late_told_at = case when step = 'NEW' or due > since then null else late_told_at end,
            total_warned_at = case when total_warn > since or (now_status = 'REOPENED' and status <> 'REOPENED') then null
                else total_warned_at end,
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
revoke execute on function enquiry_clock_run from public;
grant execute on function enquiry_clock_run to ${app};

-- Takes the clocks of all levels that are near their end (TOTAL_WARNING) or have run out (TOTAL_LATE). Of a warning the
-- officer who has it, his substitutes, or the people of the desk are told; of the rest the heads of the unit that answers,
-- or of the nearest one above it that has any.
create or replace function enquiry_totals_due(moment timestamptz, most int)
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
            update enquiry_work w set total_warned_at = moment where w.enquiry_id in (select o.enquiry_id
                from enquiry_work o where o.total_warn_at <= moment and o.total_warned_at is null
                order by o.total_warn_at limit most for update skip locked)
            returning 'TOTAL_WARNING'::text as what, w.enquiry_id, w.desk_path as path, w.officer_id, w.total_due_at),
        late as (
            update enquiry_work w set total_late_told_at = moment where w.enquiry_id in (select o.enquiry_id
                from enquiry_work o where o.total_due_at <= moment and o.total_late_told_at is null
                    and (o.total_warned_at is not null or o.total_warn_at is null or o.total_warn_at > moment)
                order by o.total_due_at limit most for update skip locked)
            returning 'TOTAL_LATE'::text as what, w.enquiry_id, w.org_path as path, null::bigint as officer_id, w.total_due_at),
        taken as (select * from warned where total_due_at > moment union all select * from late),
        people as (
            select t.*, a.id as person from taken t cross join lateral (
                select r.account_id as id from role_assignment r
                    where t.what = 'TOTAL_WARNING' and t.officer_id is null and r.org_path = t.path
                        and r.role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR')
                        and r.valid_from <= china_day() and (r.valid_to is null or r.valid_to >= china_day())
                union select t.officer_id where t.what = 'TOTAL_WARNING' and t.officer_id is not null
                union select s.substitute_id from substitution s where t.what = 'TOTAL_WARNING' and s.absent_id = t.officer_id
                    and s.org_path = t.path and s.revoked_at is null and china_day() between s.first_day and s.last_day
                union select r.account_id from role_assignment r
                    where t.what = 'TOTAL_LATE' and r.role = 'UNIT_ADMINISTRATOR' and r.valid_from <= china_day()
                        and (r.valid_to is null or r.valid_to >= china_day())
                        and r.org_path = (select max(h.org_path) from role_assignment h where h.role = 'UNIT_ADMINISTRATOR'
                            and starts_with(t.path, h.org_path) and h.valid_from <= china_day()
                            and (h.valid_to is null or h.valid_to >= china_day()))) a)
        select p.what, e.id, e.number, e.subject, p.total_due_at, p.path, c.id, c.name_zh, c.name_en, c.mail, c.language
            from people p join enquiry e on e.id = p.enquiry_id join account c on c.id = p.person
            where c.suspended_at is null
            order by p.total_due_at, e.id, c.id;
end
$$;
comment on function enquiry_totals_due is 'claims clocks of all levels near or past their end and names who is to be told of each; for nobody who is signed in';

-- What runs is reckoned again at the next look, and gets its warning so.
update enquiry_clock_calendar set fingerprint = '';
