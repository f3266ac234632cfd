-- A request for a transfer that only a merger had closed is open again when that merger is taken back, unless something
-- else has happened since: the unit that asked was closed or has asked anew, or has the enterprise. To be called in the
-- transaction that takes the merger back; returns the requests.
create function reopen_transfer_requests(merge bigint) returns setof bigint
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    with again as (
        update transfer_request r set status = 'OPEN', decided_at = null, version = r.version + 1
            from enterprise_merge m join enterprise e on e.id = m.merged_id and e.merged_into is null
                join transfer_request_giver g on g.enterprise_id = e.id
            where m.id = merge and m.undone_at = now() and enterprise_in_write_range(e.org_path)
                and r.id = g.request_id and r.status = 'MERGED' and r.decided_at = m.merged_at
                and not starts_with(e.org_path, r.org_path)
                and exists (select from unit u where u.id = r.unit_id and u.closed_on is null)
                and not exists (select from transfer_request_giver o where o.enterprise_id = e.id and o.open)
                and not exists (select from transfer_request n where n.unit_id = r.unit_id and n.code = r.code
                    and n.id <> r.id and n.requested_at >= m.merged_at)
            returning r.id)
    update transfer_request_giver g set open = true from again a where g.request_id = a.id returning g.request_id
$$;
revoke all on function reopen_transfer_requests from public;
grant execute on function reopen_transfer_requests to ${app};
