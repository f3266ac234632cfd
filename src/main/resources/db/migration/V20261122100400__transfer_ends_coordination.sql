-- As before; those of the old unit who looked after the enterprise do so no longer, and that is on record.
create or replace function transfer_enterprise(wanted bigint, new_unit bigint, from_day date, why text) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    e enterprise%rowtype;
    u unit%rowtype;
    me bigint := nullif(current_setting('app.account', true), '')::bigint;
    today date := (now() at time zone 'Asia/Shanghai')::date;
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
    update coordination c set valid_to = greatest(c.valid_from - 1, least(from_day - 1, today)), reason = why,
            version = c.version + 1
        where c.enterprise_id = e.id and c.valid_to is null;
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
