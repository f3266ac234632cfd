-- The old number of a merged enterprise leads on to the one that stays. Only the number: whether the viewer may see that
-- one is decided where it is read.
create function enterprise_merged_into(old_id bigint) returns bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select e.merged_into from enterprise e where e.id = old_id $$;
revoke all on function enterprise_merged_into from public;
grant execute on function enterprise_merged_into to ${app};

-- As before; a contact both took part in is counted once for the one that is kept: the row of the other stays with it.
create or replace function enterprise_move_children(merge bigint, from_id bigint, to_enterprise enterprise) returns bigint
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    child record;
    one record;
    changes text;
    shared text;
    total bigint := 0;
begin
    for child in select * from enterprise_children() loop
        changes := format('%I = $2', child.id_column)
            || case when child.unit_column is null then '' else format(', %I = $3', child.unit_column) end
            || case when child.path_column is null then '' else format(', %I = $4', child.path_column) end;
        shared := case when child.table_name = 'touchpoint_party' then ' and not exists (select from touchpoint_party o'
            || ' where o.touchpoint_id = t.touchpoint_id and o.enterprise_id = $2 and o.withdrawn_at is null)' else '' end;
        for one in execute format('select ctid as place from %I t where %I = $1', child.table_name, child.id_column) || shared
                using from_id, to_enterprise.id loop
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

-- As before; the files of journeys lie in the range of the enterprise whose journey they belong to now.
create or replace function enterprise_follow_books(ids bigint[]) returns void
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    update enterprise e set coordinator_id = b.account_id
        from (select i.id, (select c.account_id from coordination c where c.enterprise_id = i.id
                                and c.part = 'COORDINATOR' and c.valid_to is null order by c.id limit 1) as account_id
              from unnest(ids) i (id)) b
        where e.id = b.id and e.coordinator_id is distinct from b.account_id;
    update stored_file s set unit_id = j.unit_id, org_path = j.org_path
        from journey_file f join journey_entry j on j.id = f.entry_id
        where s.id = f.file_id and j.enterprise_id = any (ids) and s.org_path <> j.org_path;
end
$$;
