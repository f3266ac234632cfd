-- Contact persons and partner organisations in the search index: names only, and whose they are.

create function contact_person_search_rows(first bigint, last bigint)
    returns table (id bigint, org_path text, rank bigint, name_zh text, name_en text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select c.id, c.org_path, (case when c.ended_at is null then 0 else 1 end) * 1000 + least(length(c.name_zh), 999),
           c.name_zh, c.name_en
        from contact_person c where c.id between first and last and c.erased_at is null
$$;
create function contact_person_search_bounds() returns table (first bigint, last bigint, many bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select min(id), max(id), count(*) from contact_person $$;

create function partner_search_rows(first bigint, last bigint)
    returns table (id bigint, org_path text, rank bigint, name_zh text, name_en text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select p.id, p.org_path, (case when p.ended_at is null then 0 else 1 end) * 1000 + least(length(p.name_zh), 999),
           p.name_zh, p.name_en
        from partner_organisation p where p.id between first and last
$$;
create function partner_search_bounds() returns table (first bigint, last bigint, many bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select min(id), max(id), count(*) from partner_organisation $$;
revoke all on function contact_person_search_rows, contact_person_search_bounds, partner_search_rows,
    partner_search_bounds from public;
grant execute on function contact_person_search_rows, contact_person_search_bounds, partner_search_rows,
    partner_search_bounds to ${jobs};

-- Of an update only what changes a hit or its place. An erased person loses his name, and so is a change. The argument
-- is the kind, written in migrations only.
create function named_search_changed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into search_change (kind, first_id, last_id)
        with moved as (
            select n.id from changed n join former o on o.id = n.id
            where (n.org_path, n.name_zh, n.name_en, n.ended_at)
                is distinct from (o.org_path, o.name_zh, o.name_en, o.ended_at))
        select tg_argv[0], min(id), max(id) from moved
        group by case when (select count(*) from moved) <= 200 then id else id >> 14 end;
    return null;
end
$$;
revoke all on function named_search_changed from public;

do $$
declare
    t text;
    kind text;
begin
    foreach t in array array['contact_person', 'partner_organisation'] loop
        kind := case t when 'contact_person' then 'person' else 'partner' end;
        execute format('create trigger %I after insert on %I referencing new table as changed'
            ' for each statement execute function search_changed(%L, ''id'')', t || '_search_added', t, kind);
        execute format('create trigger %I after update on %I referencing new table as changed old table as former'
            ' for each statement execute function named_search_changed(%L)', t || '_search_updated', t, kind);
        execute format('create trigger %I after delete on %I referencing old table as changed'
            ' for each statement execute function search_changed(%L, ''id'')', t || '_search_deleted', t, kind);
        execute format('create trigger %I after truncate on %I'
            ' for each statement execute function search_changed(%L, ''id'')', t || '_search_emptied', t, kind);
    end loop;
end
$$;

-- While a node has no index they too are found by the beginning of their names.
create index contact_person_name_start on contact_person (name_zh collate "C");
create index partner_organisation_name_start on partner_organisation (name_zh collate "C");
