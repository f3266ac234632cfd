-- As before; the enterprise is held first. Two contacts written down at once would otherwise each look for the last one
-- without seeing the other, and the second to finish would put its own day in the place of a later one.
create or replace function enterprise_last_contact(wanted bigint) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform from enterprise e where e.id = wanted for no key update;
    update enterprise e set last_contact_on = l.on_day, last_strength = l.strength
        from (select max(x.on_day) as on_day, max(x.strength) as strength
                  from (select (p.at at time zone 'Asia/Shanghai')::date as on_day, p.strength
                            from touchpoint_party p
                            where p.enterprise_id = wanted and p.withdrawn_at is null
                            order by p.at desc, p.id desc limit 1) x) l
        where e.id = wanted and (e.last_contact_on, e.last_strength) is distinct from (l.on_day, l.strength);
end
$$;
