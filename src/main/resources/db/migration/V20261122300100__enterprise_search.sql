-- Enterprises in the search index: what of them is read for it, by the jobs role, which may not read them otherwise,
-- and which changes of them are noted.

-- An enterprise that another one was merged into also answers to that one's codes and names.
create function enterprise_search_rows(first bigint, last bigint)
    returns table (id bigint, org_path text, rank bigint, customs_code text, uscc text, name_zh text, name_en text,
                   other_codes text, former_names text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select e.id, e.org_path,
           (case when enterprise_audience(e.grade, e.journey_step) = 'AEO' then 0
                 when e.coordinator_id is not null then 1
                 when e.journey_step <> 'PROSPECT' then 2 else 3 end) * 1000 + least(length(e.name_zh), 999),
           e.customs_code, e.uscc, e.name_zh, e.name_en,
           (select string_agg(concat_ws(E'\n', m.customs_code, m.uscc), E'\n') from enterprise m where m.merged_into = e.id),
           concat_ws(E'\n',
               (select string_agg(concat_ws(E'\n', f.name_zh, f.name_en), E'\n' order by f.id)
                    from enterprise_former_name f where f.enterprise_id = e.id),
               (select string_agg(concat_ws(E'\n', m.name_zh, m.name_en), E'\n' order by m.id)
                    from enterprise m where m.merged_into = e.id))
        from enterprise e where e.id between first and last and e.merged_into is null
$$;
create function enterprise_search_bounds() returns table (first bigint, last bigint, many bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select min(id), max(id), count(*) from enterprise $$;
revoke all on function enterprise_search_rows, enterprise_search_bounds from public;
grant execute on function enterprise_search_rows, enterprise_search_bounds to ${jobs};

-- Of an update only what changes a hit or its place.
create function enterprise_search_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into search_change (kind, first_id, last_id)
        with moved as (
            select n.id, n.merged_into as now_into, o.merged_into as then_into
            from changed n join former o on o.id = n.id
            where (n.org_path, n.customs_code, n.uscc, n.name_zh, n.name_en, n.grade, n.merged_into, n.journey_step,
                   n.coordinator_id) is distinct from (o.org_path, o.customs_code, o.uscc, o.name_zh, o.name_en, o.grade,
                   o.merged_into, o.journey_step, o.coordinator_id)
        ), ids as (
            select id from moved
            union all select now_into from moved where now_into is not null
            union all select then_into from moved where then_into is not null
        )
        select 'enterprise', min(id), max(id) from ids
        group by case when (select count(*) from ids) <= 200 then id else id >> 14 end;
    return null;
end
$$;
revoke all on function enterprise_search_changed from public;

create trigger enterprise_search_added after insert on enterprise
    referencing new table as changed for each statement execute function search_changed('enterprise', 'id');
create trigger enterprise_search_updated after update on enterprise
    referencing new table as changed old table as former for each statement execute function enterprise_search_changed();
create trigger enterprise_search_deleted after delete on enterprise
    referencing old table as changed for each statement execute function search_changed('enterprise', 'id');
create trigger enterprise_search_emptied after truncate on enterprise
    for each statement execute function search_changed('enterprise', 'id');
create trigger enterprise_former_name_search_added after insert on enterprise_former_name
    referencing new table as changed for each statement execute function search_changed('enterprise', 'enterprise_id');
create trigger enterprise_former_name_search_updated after update on enterprise_former_name
    referencing new table as changed for each statement execute function search_changed('enterprise', 'enterprise_id');
create trigger enterprise_former_name_search_deleted after delete on enterprise_former_name
    referencing old table as changed for each statement execute function search_changed('enterprise', 'enterprise_id');

-- While a node has no index, enterprises are found by the beginning of a Chinese name or a code. Byte order, since
-- under row-level security an index is used for comparisons only, not for LIKE.
create index enterprise_name_start on enterprise (name_zh collate "C");
