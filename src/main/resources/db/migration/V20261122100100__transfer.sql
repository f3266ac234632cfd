-- The ways across scope of the registry: whether a number is registered at all, and moving an enterprise.

-- Whether an enterprise anywhere has this social credit code or customs code. Not which, and not where.
create function code_registered(code text) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select exists (select from enterprise e where e.uscc = code or e.customs_code = code) $$;

-- The officers to tell of a transfer: administrators and coordinators of the unit it goes to, and the coordinator it
-- had. Only for an enterprise the viewer may change.
create function transfer_officers(wanted bigint, new_unit bigint, on_day date)
    returns table (name_zh text, name_en text, mail text, language text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select distinct a.name_zh, a.name_en, a.mail, a.language
        from enterprise e join account a on a.suspended_at is null and (a.id = e.coordinator_id or a.id in (
            select r.account_id from role_assignment r
                where r.unit_id = new_unit and r.role in ('UNIT_ADMINISTRATOR', 'COORDINATOR')
                    and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)))
        where e.id = wanted and e.org_path >= nullif(current_setting('app.write_lo', true), '')
            and e.org_path < current_setting('app.write_hi', true)
        order by 3
$$;

-- Moves an enterprise to another unit from a day on, out of the range of who does it if need be. Its records follow by
-- their foreign keys; here follow the people who act for it and the files of its journey. The coordinator was one of
-- the old unit and is so no longer.
create function transfer_enterprise(wanted bigint, new_unit bigint, from_day date, why text) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    e enterprise%rowtype;
    u unit%rowtype;
    me bigint := nullif(current_setting('app.account', true), '')::bigint;
begin
    select * into e from enterprise x where x.id = wanted for update;
    if e.id is null or not coalesce(e.org_path >= nullif(current_setting('app.write_lo', true), '')
            and e.org_path < current_setting('app.write_hi', true), false) then
        raise insufficient_privilege;
    end if;
    select * into strict u from unit x where x.id = new_unit and x.closed_on is null;
    insert into enterprise_former_unit (enterprise_id, unit_id, org_path, former_unit_id, former_path, valid_from,
            valid_to, reason, account_id)
        values (e.id, e.unit_id, e.org_path, e.unit_id, e.org_path, e.registered_since, from_day - 1, why, me);
    update enterprise x set unit_id = u.id, org_path = u.org_path, registered_since = from_day, coordinator_id = null,
            tier = null, next_contact_due = null, changed_at = now(), version = x.version + 1
        where x.id = e.id;
    update account a set unit_id = u.id, org_path = u.org_path, version = a.version + 1 where a.enterprise_id = e.id;
    update role_assignment r set unit_id = u.id, org_path = u.org_path, version = r.version + 1
        where r.enterprise_id = e.id;
    update stored_file s set unit_id = u.id, org_path = u.org_path
        where s.id in (select f.file_id from journey_file f join journey_entry j on j.id = f.entry_id
                       where j.enterprise_id = e.id);
end
$$;
revoke all on function code_registered, transfer_officers, transfer_enterprise from public;
grant execute on function code_registered, transfer_officers, transfer_enterprise to ${app};

alter table enterprise add grade_ground text;
comment on column enterprise.grade_ground is 'why the present grade was given, or null when not known';
comment on column enterprise_former_grade.ground is 'why this grade was given, or null when not known';
grant update (grade_ground) on enterprise to ${app};
