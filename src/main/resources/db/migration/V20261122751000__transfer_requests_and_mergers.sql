-- An enterprise is asked for and merged into another that is asked for too: one of the two requests can stay open. The
-- one for the enterprise that is kept does, the other is closed with that reason.
alter table transfer_request drop constraint transfer_request_status_check;
alter table transfer_request add constraint transfer_request_status_check
    check (status in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'MERGED'));

-- As before; of two requests one is closed.
create or replace function merge_enterprises(kept bigint, merged bigint, fields text[], why text, who bigint)
    returns table (merge_id bigint)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    k enterprise%rowtype;
    m enterprise%rowtype;
    after enterprise%rowtype;
    mid bigint;
    codes text[] := array(select f from unnest(fields) f where f in ('customs_code', 'uscc'));
begin
    if not fields <@ enterprise_merge_fields() or kept = merged then
        raise invalid_parameter_value;
    end if;
    -- In the order of ids, so that two mergers of the same pair wait for each other instead of for ever.
    perform from enterprise e where e.id in (kept, merged) order by e.id for update;
    select * into k from enterprise e where e.id = kept and e.merged_into is null;
    select * into m from enterprise e where e.id = merged and e.merged_into is null;
    if k.id is null or m.id is null or not enterprise_in_write_range(k.org_path)
        or not enterprise_in_write_range(m.org_path) then
        return;
    end if;
    -- Requests for transfers after the enterprises, as a transfer locks them.
    perform from transfer_request r where r.id in (select g.request_id from transfer_request_giver g
        where g.enterprise_id in (kept, merged) and g.open) order by r.id for update;
    update transfer_request r set status = 'MERGED', decided_at = now(), version = r.version + 1
        where r.id = (select g.request_id from transfer_request_giver g where g.enterprise_id = merged and g.open)
            and exists (select from transfer_request_giver g where g.enterprise_id = kept and g.open);
    mid := nextval('enterprise_merge_seq');
    if 'customs_code' = any (codes) then
        update enterprise e set customs_code = null where e.id = merged;
    end if;
    if 'uscc' = any (codes) then
        update enterprise e set uscc = null where e.id = merged;
    end if;
    perform enterprise_take(kept, to_jsonb(m), fields);
    -- The code not kept stays with the pointer, so that it is still found.
    perform enterprise_take(merged, to_jsonb(k), codes);
    select * into after from enterprise e where e.id = kept;
    insert into enterprise_merge (id, kept_id, merged_id, org_path, reason, taken, kept_before, kept_after,
                                  merged_before, merged_by)
        values (mid, kept, merged, k.org_path, why, fields, to_jsonb(k), to_jsonb(after), to_jsonb(m), who);
    update enterprise_merge g set moved = enterprise_move_children(mid, merged, after) where g.id = mid;
    -- What had been merged into this one points on.
    with onward as (update enterprise e set merged_into = kept where e.merged_into = merged returning e.id)
        insert into enterprise_merge_row select mid, 'enterprise', jsonb_build_object('id', o.id) from onward o;
    update enterprise e set merged_into = kept, version = version + 1, changed_at = now() where e.id = merged;
    perform enterprise_follow_books(array[kept, merged]);
    return query select mid;
end
$$;

-- As before; an enterprise that is merged meanwhile is followed.
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
    -- One that is merged while it is waited for points on to where the request belongs.
    loop
        select k.* into e from enterprise c join enterprise k on k.id = coalesce(c.merged_into, c.id)
            where c.uscc = wanted_code or c.customs_code = wanted_code order by c.id limit 1
            for key share of k;
        exit when e.merged_into is null;
    end loop;
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
