-- A suspicion is no use of an enterprise: an import that is undone takes its enterprises out, suspected or not.
alter table enterprise_duplicate
    drop constraint enterprise_duplicate_first_id_fkey,
    drop constraint enterprise_duplicate_second_id_fkey,
    add constraint enterprise_duplicate_first_id_fkey foreign key (first_id) references enterprise on delete cascade,
    add constraint enterprise_duplicate_second_id_fkey foreign key (second_id) references enterprise on delete cascade;

-- As before; the enterprise is held until the request stands, so that no transfer comes between.
create or replace function request_transfer(wanted_code text, to_unit bigint, why text)
    returns table (request_id bigint, outcome text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    e enterprise%rowtype;
    u unit%rowtype;
    r bigint;
begin
    select * into u from unit x where x.id = to_unit and x.closed_on is null;
    if u.id is null or not enterprise_in_write_range(u.org_path) then
        raise insufficient_privilege;
    end if;
    select k.* into e from enterprise c join enterprise k on k.id = coalesce(c.merged_into, c.id)
        where c.uscc = wanted_code or c.customs_code = wanted_code order by c.id limit 1
        for key share of k;
    if e.id is null then
        return query select null::bigint, 'NOWHERE';
        return;
    end if;
    if e.org_path >= nullif(current_setting('app.lo', true), '') and e.org_path < current_setting('app.hi', true) then
        return query select null::bigint, 'HERE';
        return;
    end if;
    r := nextval('transfer_request_seq');
    insert into transfer_request (id, unit_id, org_path, code, reason, account_id)
        values (r, u.id, u.org_path, wanted_code, why, nullif(current_setting('app.account', true), '')::bigint);
    -- Of two at once the second waits here for the first.
    insert into transfer_request_giver (request_id, enterprise_id, unit_id, org_path)
        values (r, e.id, e.unit_id, e.org_path)
        on conflict (enterprise_id) where open do nothing;
    if not found then
        delete from transfer_request x where x.id = r;
        return query select null::bigint, 'ASKED';
        return;
    end if;
    perform audit_append('enterprise.request-transfer', 'enterprise', e.id::text, e.org_path,
        jsonb_build_object('request', jsonb_build_array(null, r), 'unit', jsonb_build_array(null, u.code),
                           'reason', jsonb_build_array(null, why)));
    return query select r, 'OPEN';
end
$$;

-- As before, and told to the audit; a merger, which can be undone, fulfils nothing.
create or replace function transfer_request_fulfilled() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update transfer_request r set status = 'ACCEPTED', decided_at = now(), version = r.version + 1
        where r.id = new.request_id and r.status = 'OPEN' and starts_with(new.org_path, r.org_path);
    if found then
        perform audit_append('enterprise.accept-transfer', 'enterprise', new.enterprise_id::text, new.org_path,
            jsonb_build_object('request', jsonb_build_array(null, new.request_id)));
    end if;
    return null;
end
$$;
drop trigger transfer_request_fulfilled on transfer_request_giver;
create trigger transfer_request_fulfilled after update of org_path on transfer_request_giver
    for each row when (new.open and new.org_path <> old.org_path and new.enterprise_id = old.enterprise_id)
    execute function transfer_request_fulfilled();
