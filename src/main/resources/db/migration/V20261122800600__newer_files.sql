-- What a file says that came with the program after an editor had changed its document: kept, so that the editor can
-- compare and take it over. It counts only while the document is marked.
create table document_newer_file (
    document_id bigint primary key references document on delete cascade,
    content     jsonb not null,
    found_at    timestamptz not null default now()
);
comment on table document_newer_file is 'published: what the file of a document says that an editor changed, in the form of a version';
grant select on document_newer_file to ${app}, ${jobs};

comment on table library_load is 'published: which files were taken in last, and what was wrong with them';
grant select on library_load to ${app};

drop function library_newer_file;
create function library_newer_file(batch jsonb) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    with marked as (
        update document d set newer_file = true, digest = g.digest
            from jsonb_to_recordset(batch) g (code text, digest text)
            where d.code = g.code and d.origin = 'DESK' and d.digest <> g.digest
            returning d.id, d.code
    )
    insert into document_newer_file as n (document_id, content)
        select m.id, g.content || jsonb_build_object('links', g.links, 'texts',
                (select jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'summary', t.summary,
                        'markdown', t.markdown))
                    from jsonb_to_recordset(g.texts) t (language text, title text, summary text, markdown text)))
            from jsonb_to_recordset(batch) g (code text, content jsonb, links jsonb, texts jsonb)
                join marked m on m.code = g.code
        on conflict (document_id) do update set content = excluded.content, found_at = now()
$$;

-- An editor has seen what the newer file says and leaves the document as it is.
create function library_keep(of_code text) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update document d set newer_file = false where d.code = of_code and d.newer_file
        and d.org_path >= nullif(current_setting('app.write_lo', true), '')
        and d.org_path < current_setting('app.write_hi', true);
    return found;
end
$$;
revoke all on function library_newer_file, library_keep from public;
grant execute on function library_newer_file to ${jobs};
grant execute on function library_keep to ${app};
