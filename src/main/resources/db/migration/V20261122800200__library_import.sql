-- Documents from another system, taken in by somebody who works for the whole country; never over what a file or an
-- editor wrote.
create function library_import(batch jsonb) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.write_lo', true), '') is distinct from '0000.' then
        raise insufficient_privilege;
    end if;
    if exists (select from jsonb_to_recordset(batch) g (code text) join document d on d.code = g.code
            where d.origin <> 'IMPORT') then
        raise unique_violation;
    end if;
    return library_take(batch, 'IMPORT', '');
end
$$;
revoke all on function library_import from public;
grant execute on function library_import to ${app};
