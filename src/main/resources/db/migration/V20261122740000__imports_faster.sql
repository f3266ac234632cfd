-- What a row costs that is imported, and one that is taken out again.

-- Names by their beginning are found along the index of their order: behind a name and before the same with U+FFFF,
-- which stands behind every other character in every order, are those that begin with it. One index less to fill.
drop index enterprise_name_start;

-- As before, in a language that plans it once and not for every row.
create or replace function contact_due(of_tier text, path text, last_contact date, known_since date) returns date
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    return (select coalesce(last_contact, known_since) + c.days from contact_cadence c
        where c.tier = of_tier and starts_with(path, c.org_path) order by length(c.org_path) desc limit 1);
end
$$;

-- An enterprise is only taken out when nothing refers to it; each of these was looked through for every single one.
create index role_assignment_enterprise on role_assignment (enterprise_id) where enterprise_id is not null;
create index enterprise_member_of on enterprise_member (enterprise_id);
create index enterprise_merge_merged on enterprise_merge (merged_id);

-- An import into a registry that nobody has looked at yet: the planner takes it for empty and reads all of it for each
-- row of the file. Only its owner may have it looked at. False when somebody else held it off: an import, or autovacuum,
-- which gives way after a second.
create function enterprise_look_again() returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
    set lock_timeout = '3s'
as $$
begin
    analyze enterprise;
    return true;
exception when lock_not_available then
    return false;
end
$$;
revoke all on function enterprise_look_again from public;
grant execute on function enterprise_look_again to ${app};

-- Puts down pairs of the nightly scan, many at once; how many of them are new. A pair is one of each array.
create function duplicate_scan_suspects(ones bigint[], others bigint[], paths text[], reasons text[]) returns int
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    with added as (
        insert into enterprise_duplicate (first_id, second_id, org_path, reason)
            select p.one, p.other, p.path, p.why
                from unnest(ones, others, paths, reasons) p (one, other, path, why)
                    join enterprise a on a.id = p.one join enterprise b on b.id = p.other
                where a.merged_into is null and b.merged_into is null
            on conflict (first_id, second_id) do nothing returning 1)
    select count(*)::int from added
$$;
revoke all on function duplicate_scan_suspects from public;
grant execute on function duplicate_scan_suspects to ${jobs};
drop function duplicate_scan_suspect(bigint, bigint, text, text);
