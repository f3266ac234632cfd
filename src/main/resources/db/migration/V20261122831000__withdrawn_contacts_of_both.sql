-- As before; and of a contact that was withdrawn while they were one, both sides are again those it was with.
create or replace function undo_enterprise_merge(merge bigint, who bigint) returns table (kept_id bigint)
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
    update touchpoint_party p set withdrawn_at = t.withdrawn_at
        from enterprise_merge_row r, touchpoint t
        where r.merge_id = g.id and r.table_name = 'touchpoint_party aside' and p.id = (r.row_key ->> 'id')::bigint
            and p.enterprise_id = m.id and t.id = p.touchpoint_id
            and exists (select from touchpoint_party o where o.touchpoint_id = p.touchpoint_id
                and o.enterprise_id = k.id and o.withdrawn_at is not distinct from t.withdrawn_at);
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
