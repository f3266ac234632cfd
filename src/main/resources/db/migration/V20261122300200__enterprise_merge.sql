-- Enterprises that are in the registry twice: suspected pairs, and merging one into the other, which can be undone.

-- What is left of a name when marks, legal forms and the 市 of a city are taken away; two that agree are suspected.
create function enterprise_name_key(name text) returns text
    language sql immutable parallel safe
as $$
    select regexp_replace(regexp_replace(regexp_replace(lower(normalize(name, NFKC)),
        '[[:space:][:punct:]（）·、，。—-]+', '', 'g'), '[省市]', '', 'g'),
        '(股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|总公司|公司|集团)$', '')
$$;

create sequence enterprise_duplicate_seq start with 50 increment by 50;
create table enterprise_duplicate (
    id           bigint primary key default nextval('enterprise_duplicate_seq'),
    first_id     bigint not null references enterprise,
    second_id    bigint not null references enterprise,
    org_path     text collate "C" not null,
    reason       text not null check (reason in ('NAME', 'NAME_EN', 'ENTRY')),
    found_at     timestamptz not null default now(),
    dismissed_at timestamptz,
    dismissed_by bigint references account,
    note         text,
    version      bigint not null default 0,
    unique (first_id, second_id),
    check (first_id < second_id),
    check ((dismissed_at is null) = (dismissed_by is null))
);
comment on table enterprise_duplicate is 'scoped: pairs of enterprises that may be one, by the path of the district or house both are in; a pair found not to be one stays, dismissed';
create index enterprise_duplicate_scope on enterprise_duplicate (org_path, id);
create index enterprise_duplicate_second on enterprise_duplicate (second_id);
alter table enterprise_duplicate enable row level security;
create policy enterprise_duplicate_read on enterprise_duplicate for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enterprise_duplicate_add on enterprise_duplicate for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy enterprise_duplicate_change on enterprise_duplicate for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on enterprise_duplicate to ${app};
grant update (dismissed_at, dismissed_by, note, version) on enterprise_duplicate to ${app};
grant usage on sequence enterprise_duplicate_seq to ${app};

create sequence enterprise_merge_seq start with 50 increment by 50;
create table enterprise_merge (
    id              bigint primary key default nextval('enterprise_merge_seq'),
    kept_id         bigint not null references enterprise,
    merged_id       bigint not null references enterprise,
    org_path        text collate "C" not null,
    reason          text not null check (reason <> ''),
    taken           text[] not null,
    kept_before     jsonb not null,
    kept_after      jsonb not null,
    merged_before   jsonb not null,
    moved           bigint not null default 0,
    merged_by       bigint not null references account,
    merged_at       timestamptz not null default now(),
    undone_by       bigint references account,
    undone_at       timestamptz,
    check (kept_id <> merged_id),
    check ((undone_at is null) = (undone_by is null))
);
comment on table enterprise_merge is 'scoped: mergers of two enterprises, by the path of the one kept, with both as they were before; one taken back stays';
create index enterprise_merge_scope on enterprise_merge (org_path, id);
create index enterprise_merge_kept on enterprise_merge (kept_id);
create unique index enterprise_merge_open on enterprise_merge (merged_id) where undone_at is null;
alter table enterprise_merge enable row level security;
create policy enterprise_merge_read on enterprise_merge for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
grant select on enterprise_merge to ${app};

create table enterprise_merge_row (
    merge_id   bigint not null references enterprise_merge,
    table_name text not null,
    row_key    jsonb not null
);
comment on table enterprise_merge_row is 'system: the rows a merger moved, by the columns of their primary key as they are after it; read only when it is taken back';
create index enterprise_merge_row_of on enterprise_merge_row (merge_id);

-- Every table whose rows belong to an enterprise, from the catalogue, so that none can be forgotten.
create function enterprise_children()
    returns table (table_name text, id_column text, unit_column text, path_column text, key_columns text[])
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select c.relname::text,
           (select a.attname from unnest(k.conkey, k.confkey) u (own, theirs)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs where b.attname = 'id')::text,
           coalesce((select a.attname from unnest(k.conkey, k.confkey) u (own, theirs)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs where b.attname = 'unit_id')::text,
                case when c.relname in ('account', 'role_assignment') then 'unit_id' end),
           coalesce((select a.attname from unnest(k.conkey, k.confkey) u (own, theirs)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs where b.attname = 'org_path')::text,
                case when c.relname in ('account', 'role_assignment') then 'org_path' end),
           (select array_agg(a.attname::text order by a.attnum) from pg_index i
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indrelid = k.conrelid and i.indisprimary)
        from pg_constraint k join pg_class c on c.oid = k.conrelid
        where k.contype = 'f' and k.confrelid = 'enterprise'::regclass and k.conrelid <> 'enterprise'::regclass
            and k.conparentid = 0 and not c.relispartition
            -- What was said of the two as two, what an import did and who looked at which record stay as they were.
            and c.relname not in ('enterprise_duplicate', 'enterprise_merge', 'enterprise_import_row', 'record_view')
        order by 1, 2
$$;

-- Moves what belongs to one enterprise to another. A row that the other has already (a unique rule says so) stays.
create function enterprise_move_children(merge bigint, from_id bigint, to_enterprise enterprise) returns bigint
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    child record;
    one record;
    changes text;
    total bigint := 0;
begin
    for child in select * from enterprise_children() loop
        changes := format('%I = $2', child.id_column)
            || case when child.unit_column is null then '' else format(', %I = $3', child.unit_column) end
            || case when child.path_column is null then '' else format(', %I = $4', child.path_column) end;
        for one in execute format('select ctid as place from %I where %I = $1', child.table_name, child.id_column)
                using from_id loop
            begin
                execute format('with m as (update %1$I t set %2$s where ctid = $1 returning to_jsonb(t) as j)'
                        || ' insert into enterprise_merge_row select $5, $6, (select jsonb_object_agg(k, m.j -> k)'
                        || ' from unnest($7::text[]) k) from m', child.table_name, changes)
                    using one.place, to_enterprise.id, to_enterprise.unit_id, to_enterprise.org_path, merge,
                          child.table_name, child.key_columns;
                total := total + 1;
            exception when unique_violation or exclusion_violation then
                null;
            end;
        end loop;
    end loop;
    return total;
end
$$;

-- Fields that can be taken from the one that is merged.
create function enterprise_merge_fields() returns text[]
    language sql immutable parallel safe
as $$
    select array['name_zh', 'name_en', 'customs_code', 'uscc', 'address_zh', 'address_en', 'sector', 'size_class',
                 'business_types', 'trading_partners', 'mail_on_file', 'phone_on_file', 'grade', 'journey_step', 'tier']
$$;

-- Sets fields of an enterprise to those of a picture of it (or of another one); dates go with what they date.
create function enterprise_take(target bigint, picture jsonb, fields text[]) returns void
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    wanted text[] := fields
        || case when 'grade' = any (fields) then array['grade_since'] else '{}'::text[] end
        || case when 'journey_step' = any (fields) then array['journey_since'] else '{}'::text[] end
        || case when 'name_zh' = any (fields) then array['name_since'] else '{}'::text[] end;
begin
    if cardinality(fields) > 0 then
        execute format('update enterprise e set %s, version = e.version + 1, changed_at = now()'
                || ' from jsonb_populate_record(null::enterprise, $1) p where e.id = $2',
                (select string_agg(format('%I = p.%1$I', f), ', ') from unnest(wanted) f))
            using picture, target;
    end if;
end
$$;

-- What the row of an enterprise repeats is again what the books say, after these were moved. (The books are tables of
-- later migrations.)
create function enterprise_follow_books(ids bigint[]) returns void
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    update enterprise e set coordinator_id = b.account_id
        from (select i.id, (select c.account_id from coordination c where c.enterprise_id = i.id
                                and c.part = 'COORDINATOR' and c.valid_to is null order by c.id limit 1) as account_id
              from unnest(ids) i (id)) b
        where e.id = b.id and e.coordinator_id is distinct from b.account_id;
end
$$;

create function enterprise_in_write_range(path text) returns boolean
    language sql stable
as $$
    select coalesce(path collate "C" >= nullif(current_setting('app.write_lo', true), '')
        and path collate "C" < current_setting('app.write_hi', true), false)
$$;

-- Merges one enterprise into another, both in the range of who asks. Everything that belonged to the one merged
-- belongs to the one kept; its own row stays as a pointer. No row when either is not there, is out of range or was
-- merged meanwhile.
create function merge_enterprises(kept bigint, merged bigint, fields text[], why text, who bigint)
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

-- Takes a merger back: rows that were moved go back, those added since stay with the one that was kept; fields taken
-- over get their old values unless somebody has changed them since. No row when it cannot be taken back.
create function undo_enterprise_merge(merge bigint, who bigint) returns table (kept_id bigint)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    g enterprise_merge%rowtype;
    k enterprise%rowtype;
    m enterprise%rowtype;
    child record;
    one record;
    changes text;
    back text[];
begin
    select * into g from enterprise_merge e where e.id = merge and e.undone_at is null for update;
    if g.id is null then
        return;
    end if;
    perform from enterprise e where e.id in (g.kept_id, g.merged_id) order by e.id for update;
    select * into k from enterprise e where e.id = g.kept_id and e.merged_into is null;
    select * into m from enterprise e where e.id = g.merged_id and e.merged_into = g.kept_id;
    if k.id is null or m.id is null or not enterprise_in_write_range(k.org_path)
        or not enterprise_in_write_range(m.org_path) then
        return;
    end if;
    for child in select * from enterprise_children() loop
        changes := format('%I = $2', child.id_column)
            || case when child.unit_column is null then '' else format(', %I = $3', child.unit_column) end
            || case when child.path_column is null then '' else format(', %I = $4', child.path_column) end;
        execute format('update %1$I t set %2$s from enterprise_merge_row r, jsonb_populate_record(null::%1$I, r.row_key) p'
                || ' where r.merge_id = $1 and r.table_name = $5 and t.%3$I = $6 and %4$s', child.table_name, changes,
                child.id_column,
                (select string_agg(format('t.%1$I = p.%1$I', c), ' and ') from unnest(child.key_columns) c))
            using g.id, m.id, m.unit_id, m.org_path, child.table_name, k.id;
    end loop;
    back := array(select f from unnest(g.taken) f where to_jsonb(k) -> f = g.kept_after -> f);
    update enterprise e set customs_code = case when 'customs_code' = any (back) then null else e.customs_code end,
                            uscc = case when 'uscc' = any (back) then null else e.uscc end
        where e.id in (k.id, m.id);
    perform enterprise_take(k.id, g.kept_before, back);
    perform enterprise_take(m.id, g.merged_before,
        array(select f from unnest(back) f where f in ('customs_code', 'uscc')));
    update enterprise e set merged_into = null, version = version + 1, changed_at = now() where e.id = m.id;
    perform enterprise_follow_books(array[k.id, m.id]);
    update enterprise e set merged_into = m.id from enterprise_merge_row r
        where r.merge_id = g.id and r.table_name = 'enterprise' and e.id = (r.row_key ->> 'id')::bigint;
    update enterprise_merge e set undone_by = who, undone_at = now() where e.id = g.id;
    delete from enterprise_merge_row r where r.merge_id = g.id;
    return query select k.id;
end
$$;

-- Suspected pairs within a path: same key of the name, or same English name, both in one district.
create function find_enterprise_duplicates(path text) returns bigint
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    found_now bigint;
begin
    with named as (
        select e.id, e.org_path, left(e.org_path, 10) as district, enterprise_name_key(e.name_zh) as zh,
               nullif(lower(regexp_replace(e.name_en, '[^[:alnum:]]+', '', 'g')), '') as en
            from enterprise e
            where e.merged_into is null and e.org_path >= path collate "C" and e.org_path < rtrim(path, '.') || '/' collate "C"
    ), keys as (
        select id, org_path, district, zh as key, 'NAME' as reason from named where length(zh) > 1
        union all select id, org_path, district, en, 'NAME_EN' from named where length(en) > 5
    ), crowded as (
        -- Ten with one name are a chain of branches or a name that says nothing, not ten times the same.
        select district, reason, key from keys group by 1, 2, 3 having count(*) between 2 and 10
    ), chosen as (
        select k.* from keys k join crowded c using (district, reason, key)
    ), pairs as (
        select a.id as one, b.id as other, min(a.reason) as reason,
               min(case when a.org_path = b.org_path then a.org_path else a.district end) as path
            from chosen a join chosen b on b.key = a.key and b.reason = a.reason and b.district = a.district and b.id > a.id
            group by 1, 2
    ), added as (
        insert into enterprise_duplicate (first_id, second_id, org_path, reason)
            select one, other, p.path, p.reason from pairs p
            where starts_with(p.path, $1)
            on conflict (first_id, second_id) do nothing returning 1
    )
    select count(*) into found_now from added;
    return found_now;
end
$$;
revoke all on function merge_enterprises, undo_enterprise_merge, enterprise_move_children,
    enterprise_take, enterprise_follow_books from public;
grant execute on function merge_enterprises, undo_enterprise_merge to ${app};
