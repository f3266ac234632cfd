-- What was taken over from another system, text by text: by whom, when, and the digest of its line, so that the same line
-- sent again changes nothing, in whatever order and company it comes.
create table document_import (
    document_id bigint not null references document on delete cascade,
    language    text collate "C" not null check (language in ('zh', 'en')),
    digest      text not null,
    account_id  bigint references account,
    imported_at timestamptz not null default now(),
    primary key (document_id, language)
);
comment on table document_import is 'scoped: who took a text over from another system and when, for everybody of customs; readers are told nothing of it';
comment on column document_import.digest is 'of the line of the import the text was taken from last';
alter table document_import enable row level security;
create policy document_import_read on document_import for select to ${app} using (
    nullif(current_setting('app.lo', true), '') is not null);
grant select on document_import to ${app};

create or replace function library_import(batch jsonb) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
    -- For the same reason as library_take.
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    many int;
begin
    if nullif(current_setting('app.write_lo', true), '') is distinct from '0000.' then
        raise insufficient_privilege;
    end if;
    if exists (select from jsonb_to_recordset(batch) g (code text) join document d on d.code = g.code
            where d.origin <> 'IMPORT') then
        raise unique_violation;
    end if;
    many := library_take(batch, 'IMPORT', '');
    insert into document_import as i (document_id, language, digest, account_id)
        select d.id, l.language, l.digest, nullif(current_setting('app.account', true), '')::bigint
            from jsonb_to_recordset(batch) g (code text, lines jsonb)
                join document d on d.code = g.code and d.origin = 'IMPORT',
                jsonb_to_recordset(g.lines) l (language text, digest text)
        on conflict (document_id, language) do update set digest = excluded.digest, account_id = excluded.account_id,
            imported_at = now();
    return many;
end
$$;
