-- Enterprises with nearly the same name. Which names are nearly the same is decided in one place, in Java; the database
-- only hands out names by the piece and takes suspicions in.

alter table enterprise_duplicate drop constraint enterprise_duplicate_reason_check;
alter table enterprise_duplicate add constraint enterprise_duplicate_reason_check
    check (reason in ('NAME', 'NAME_EN', 'NEAR', 'NEAR_EN', 'ENTRY'));
drop function find_enterprise_duplicates(text);
drop function enterprise_name_key(text);

-- For the nightly scan, which runs as the jobs role and may not read enterprises otherwise: the names of one district,
-- a piece at a time, in the order of the index of scope.
create function duplicate_scan_names(of_district text, after_path text, after_id bigint, most int)
    returns table (id bigint, org_path text, name_zh text, name_en text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select e.id, e.org_path, e.name_zh, e.name_en from enterprise e
        where e.org_path >= of_district and e.org_path < rtrim(of_district, '.') || '/'
            and (e.org_path, e.id) > (after_path, after_id) and e.merged_into is null
        order by e.org_path, e.id limit most
$$;
-- Puts down a pair; 1 when it is new.
create function duplicate_scan_suspect(one bigint, other bigint, path text, why text) returns int
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    with added as (
        insert into enterprise_duplicate (first_id, second_id, org_path, reason)
            select one, other, path, why from enterprise a, enterprise b
                where a.id = one and b.id = other and a.merged_into is null and b.merged_into is null
            on conflict (first_id, second_id) do nothing returning 1)
    select count(*)::int from added
$$;
revoke all on function duplicate_scan_names, duplicate_scan_suspect from public;
grant execute on function duplicate_scan_names, duplicate_scan_suspect to ${jobs};
