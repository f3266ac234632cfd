-- As before; and who asked by a code of the one merged while it was a pointer asked for that one: his request, which
-- had followed to the one kept, follows back. Whoever has asked anew, by either code, has one request.
create or replace function reopen_transfer_requests(merge bigint) returns setof bigint
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    m enterprise_merge%rowtype;
    e enterprise%rowtype;
begin
    select * into m from enterprise_merge x where x.id = merge and x.undone_at = now();
    select * into e from enterprise x where x.id = m.merged_id and x.merged_into is null;
    if e.id is null or not enterprise_in_write_range(e.org_path) then
        return;
    end if;
    -- After the enterprises, which the undoing holds, as a transfer locks them.
    perform from transfer_request r where r.id in (select g.request_id from transfer_request_giver g
        where g.enterprise_id in (m.kept_id, e.id)) order by r.id for update;
    update transfer_request_giver g set enterprise_id = e.id, unit_id = e.unit_id, org_path = e.org_path
        from transfer_request r
        where g.enterprise_id = m.kept_id and g.open and r.id = g.request_id and r.requested_at >= m.merged_at
            and r.code in (e.customs_code, e.uscc);
    return query
        with again as (
            update transfer_request r set status = 'OPEN', decided_at = null, version = r.version + 1
                from transfer_request_giver g
                where g.enterprise_id = e.id and r.id = g.request_id and r.status = 'MERGED'
                    and r.decided_at = m.merged_at and not starts_with(e.org_path, r.org_path)
                    and exists (select from unit u where u.id = r.unit_id and u.closed_on is null)
                    and not exists (select from transfer_request_giver o where o.enterprise_id = e.id and o.open)
                    and not exists (select from transfer_request n where n.org_path = r.org_path and n.id <> r.id
                        and n.code in (r.code, e.customs_code, e.uscc) and n.requested_at >= m.merged_at)
                returning r.id)
        update transfer_request_giver g set open = true from again a where g.request_id = a.id returning g.request_id;
end
$$;
