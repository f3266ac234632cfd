-- Asked with every request. As it was, its two queries were planned anew each time, which took longer than to run them.
create or replace function acting_roles(who bigint, on_day date)
    returns table (assignment_id bigint, substitution_id bigint, absent_id bigint, absent_zh text, absent_en text,
                   role text, unit_id bigint, org_path text)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    return query
        select r.id, null::bigint, null::bigint, null::text, null::text, r.role, r.unit_id, r.org_path
            from role_assignment r join account a on a.id = r.account_id join unit u on u.id = r.unit_id
            where r.account_id = who and a.suspended_at is null
                and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
                and (u.closed_on is null or on_day < u.closed_on)
                and (r.role <> 'ENTERPRISE_USER'
                    or exists (select from enterprise_standing(r.account_id, r.enterprise_id, on_day)))
        union all
        select r.id, s.id, s.absent_id, b.name_zh, b.name_en, r.role, r.unit_id, r.org_path
            from substitution s join role_assignment r on r.id = s.assignment_id join account a on a.id = s.substitute_id
                join account b on b.id = s.absent_id join unit u on u.id = r.unit_id
            where s.substitute_id = who and a.suspended_at is null and s.revoked_at is null
                and r.role <> 'ENTERPRISE_USER'
                and on_day between s.first_day and s.last_day
                and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
                and (u.closed_on is null or on_day < u.closed_on)
        order by 2 nulls first, 1;
end
$$;

create or replace function session_idle(hash bytea) returns interval
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    return (select idle from session where token_hash = hash);
end
$$;
