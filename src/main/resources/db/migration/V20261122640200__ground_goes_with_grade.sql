-- As before; the ground of a grade goes with the grade when one enterprise takes over that of another, and back again.
create or replace function enterprise_take(target bigint, picture jsonb, fields text[]) returns void
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    wanted text[] := fields
        || case when 'grade' = any (fields) then array['grade_since', 'grade_ground'] else '{}'::text[] end
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
