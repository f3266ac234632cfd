-- Files of documents: a form to fill in, the text as it was signed. They are facts of a document ("files" in its
-- content), so that a version has its own and a second person approves them with the text. Their contents lie with all
-- other files, under their SHA-256; their words are found as a section of the document.

create table document_file (
    document_id bigint not null references document on delete cascade,
    position    int not null,
    sha256      text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name        text not null,
    media_type  text not null,
    bytes       bigint not null,
    primary key (document_id, position)
);
comment on table document_file is 'published: files of a document, given to everybody as downloads';
grant select on document_file to ${app}, ${jobs};

create table library_file_words (
    sha256 text collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    words  text not null
);
comment on table library_file_words is 'system: the words of files, published or not';

create function library_file_read(of_sha256 text, of_words text) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    insert into library_file_words (sha256, words) values (of_sha256, of_words) on conflict do nothing
$$;

alter function library_take rename to library_take_texts;
revoke all on function library_take_texts from ${jobs};

create function library_take(batch jsonb, from_origin text, why text) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
    -- For the same reason as library_take_texts.
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    many int;
begin
    many := library_take_texts(batch, from_origin, why);
    -- Documents of other systems have no files, and are never those an editor gave some.
    if from_origin = 'IMPORT' then
        return many;
    end if;
    -- What was left out keeps its files.
    if many < jsonb_array_length(batch) then
        select coalesce(jsonb_agg(g), '[]') into batch
            from jsonb_array_elements(batch) g join document d on d.code = g->>'code' and d.origin = from_origin;
    end if;
    delete from document_file f using jsonb_to_recordset(batch) g (code text), document d
        where d.code = g.code and f.document_id = d.id;
    delete from document_section s using jsonb_to_recordset(batch) g (code text), document d
        where d.code = g.code and s.document_id = d.id and s.position >= 10000;
    if batch @? '$[*].content.files[*]' then
        insert into document_file (document_id, position, sha256, name, media_type, bytes)
            select d.id, f.position, f.file->>'sha256', f.file->>'name', f.file->>'mediaType', (f.file->>'bytes')::bigint
                from jsonb_to_recordset(batch) g (code text, content jsonb) join document d on d.code = g.code,
                    jsonb_array_elements(g.content->'files') with ordinality f (file, position);
        -- Words of a language the document does not have are found in the one it has. All its files together have as many
        -- as one may have.
        insert into document_section (document_id, language, position, anchor, heading, level, plain)
            select d.id, t.language, 10000 + f.position, 'files', f.name, 2, left(w.words, w.room::int)
                from jsonb_to_recordset(batch) g (code text) join document d on d.code = g.code
                    join document_file f on f.document_id = d.id
                    cross join lateral (select x.words, 400000 - coalesce((select sum(length(o.words))
                            from document_file e join library_file_words o on o.sha256 = e.sha256
                            where e.document_id = d.id and e.position < f.position), 0) as room
                        from library_file_words x where x.sha256 = f.sha256 and x.words <> '') w
                    cross join lateral (select x.language from document_text x where x.document_id = d.id
                        order by (x.language = case when w.words ~ '[\u4e00-\u9fff]' then 'zh' else 'en' end) desc
                        limit 1) t
                where w.room > 0;
    end if;
    return many;
end
$$;
revoke all on function library_file_read, library_take from public;
grant execute on function library_file_read to ${app};
grant execute on function library_take to ${jobs};
