-- The library: what customs publishes for enterprises to read. Here stands only what is published; drafts are elsewhere.
-- Everything is written by one function, so that a document, its texts, its sections and its history agree.

create table library_topic (
    code     text collate "C" primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    position int not null,
    zh       text not null check (zh <> ''),
    en       text not null check (en <> '')
);
comment on table library_topic is 'published: topics a document can be filed under';

create sequence document_seq start with 50 increment by 50;
create table document (
    id             bigint primary key default nextval('document_seq'),
    code           text collate "C" not null unique check (code <> '' and length(code) <= 120),
    kind           text collate "C" not null check (kind in ('POLICY', 'INTERPRETATION', 'SERVICE_GUIDE',
                       'VALIDATION_SCENARIO', 'STANDARD_ITEM', 'SYLLABUS', 'QUESTION', 'TERM', 'ARRANGEMENT')),
    audience       text[] collate "C" not null default '{}',
    tracks         text[] collate "C" not null default '{}',
    topics         text[] collate "C" not null default '{}',
    journey        text[] collate "C" not null default '{}',
    issuer         text collate "C",
    number         text,
    published_on   date,
    effective_from date,
    repealed_from  date,
    certainty      text collate "C" not null check (certainty in ('CONFIRMED', 'REPORTED', 'UNCERTAIN')),
    sources        text[] not null default '{}',
    review_on      date,
    unit_id        bigint not null,
    org_path       text collate "C" not null,
    archived       boolean not null default false,
    origin         text collate "C" not null check (origin in ('FILE', 'IMPORT', 'DESK')),
    digest         text not null,
    newer_file     boolean not null default false,
    sort_key       text collate "C" not null,
    version        int not null default 1,
    changed_at     timestamptz not null default now(),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (effective_from < repealed_from)
);
comment on table document is 'published: documents of the library as they are read now';
comment on column document.code is 'lower-case words joined by hyphens, or the external id of an import; never changes';
comment on column document.effective_from is 'first day in force; none: always was';
comment on column document.repealed_from is 'first day no longer in force';
comment on column document.unit_id is 'the unit that keeps it up to date';
comment on column document.origin is 'who wrote it last: a file that came with the program, an import, an editor';
comment on column document.digest is 'of the file or line it was taken from last, or would have been had nobody edited it';
comment on column document.newer_file is 'a file that changed after an editor did waits to be looked at';
create index document_kind on document (kind, sort_key, id) where not archived;
create index document_order on document (sort_key, id) where not archived;
create index document_topics on document using gin (topics);
create index document_review on document (org_path, review_on);
create index document_changed on document (changed_at);

create table document_text (
    document_id bigint not null references document on delete cascade,
    language    text collate "C" not null check (language in ('zh', 'en')),
    title       text not null check (title <> ''),
    summary     text not null default '',
    markdown    text not null,
    behind      boolean not null default false,
    changed_at  timestamptz not null default now(),
    primary key (document_id, language)
);
comment on table document_text is 'published: a document in one language; behind when the other language changed since';
create index document_text_behind on document_text (document_id) where behind;

create sequence document_section_seq start with 50 increment by 50;
create table document_section (
    id          bigint primary key default nextval('document_section_seq'),
    document_id bigint not null references document on delete cascade,
    language    text collate "C" not null check (language in ('zh', 'en')),
    position    int not null,
    anchor      text collate "C" not null,
    heading     text not null,
    level       int not null,
    plain       text not null,
    unique (document_id, language, position)
);
comment on table document_section is 'published: sections of a document''s text as words, for finding them; position 0 is what stands before the first heading';

create table document_link (
    document_id bigint not null references document on delete cascade,
    relation    text collate "C" not null check (relation in ('AMENDS', 'REPEALS', 'INTERPRETS', 'BASED_ON', 'RELATED')),
    position    int not null,
    target      text collate "C" not null,
    primary key (document_id, relation, position)
);
comment on table document_link is 'published: what a document has to do with others, by their codes; the other direction is read from here too';
create index document_link_target on document_link (target, relation);

create table document_version (
    document_id  bigint not null references document on delete cascade,
    version      int not null,
    content      jsonb not null,
    origin       text collate "C" not null,
    note         text not null default '',
    published_at timestamptz not null default now(),
    primary key (document_id, version)
);
comment on table document_version is 'published: each state in which a document was published, the present one included';

create table library_load (
    one         boolean primary key default true check (one),
    fingerprint text not null,
    loaded_at   timestamptz not null default now(),
    documents   int not null,
    faults      jsonb not null default '[]'
);
comment on table library_load is 'system: which files were taken in last, and what was wrong with them';

grant select on library_topic, document, document_text, document_section, document_link, document_version
    to ${app}, ${jobs};
grant select, insert, update on library_load to ${jobs};

-- Any change of a document goes through its row.
create trigger document_search_added after insert on document
    referencing new table as changed for each statement execute function search_changed('document', 'id');
create trigger document_search_updated after update on document
    referencing new table as changed for each statement execute function search_changed('document', 'id');
create trigger document_search_deleted after delete on document
    referencing old table as changed for each statement execute function search_changed('document', 'id');
create trigger document_search_emptied after truncate on document
    for each statement execute function search_changed('document', 'id');

-- In lists: kind after kind, of policies the newest first, items of the standard and arrangements by their codes, all
-- else by topic.
create function document_sort_key(of_kind text, of_code text, effective date, of_topics text[]) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select array_position(array['SERVICE_GUIDE', 'QUESTION', 'POLICY', 'INTERPRETATION', 'STANDARD_ITEM',
            'VALIDATION_SCENARIO', 'ARRANGEMENT', 'SYLLABUS', 'TERM'], of_kind) || ' ' || case
        when of_kind = 'POLICY' then
            to_char(99999999 - to_char(coalesce(effective, date '1900-01-01'), 'YYYYMMDD')::int, 'FM00000000')
        when of_kind in ('STANDARD_ITEM', 'ARRANGEMENT') then ''
        else to_char(coalesce((select t.position from library_topic t where t.code = of_topics[1]), 999), 'FM000')
    end || ' ' || of_code
$$;

-- Takes documents in, as new ones or as the next version of what is there. Each has code, digest, content (the facts
-- without texts), texts (language, title, summary, markdown), sections (language, position, anchor, heading, level,
-- plain) and links (relation, position, target). A text that is not given stays and falls behind when another one is.
-- A file changes only what a file wrote last, an import only what an import did, even when that came a moment ago: others
-- are left out.
create function library_take(batch jsonb, from_origin text, why text) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
    -- A batch is a few hundred rows, but estimated at thousands: tables would be read as a whole for each of them.
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    many int;
begin
    insert into document as d (code, kind, audience, tracks, topics, journey, issuer, number, published_on,
            effective_from, repealed_from, certainty, sources, review_on, unit_id, org_path, archived, origin, digest,
            sort_key)
        select g.code, c.kind, c.audience, c.tracks, c.topics, c.journey, c.issuer, c.number, c.published, c.effective,
               c.repealed, c.certainty, c.sources, c.review, u.id, u.org_path, c.archived, from_origin, g.digest,
               document_sort_key(c.kind, g.code, c.effective, c.topics)
            from jsonb_to_recordset(batch) g (code text, digest text, content jsonb),
                jsonb_to_record(g.content) c (kind text, audience text[], tracks text[], topics text[], journey text[],
                    issuer text, number text, published date, effective date, repealed date, certainty text,
                    sources text[], review date, owner text, archived boolean)
                join unit u on u.code = coalesce(c.owner, '0000')
        on conflict (code) do update set
            kind = excluded.kind, audience = excluded.audience, tracks = excluded.tracks, topics = excluded.topics,
            journey = excluded.journey, issuer = excluded.issuer, number = excluded.number,
            published_on = excluded.published_on, effective_from = excluded.effective_from,
            repealed_from = excluded.repealed_from, certainty = excluded.certainty, sources = excluded.sources,
            review_on = excluded.review_on, unit_id = excluded.unit_id, org_path = excluded.org_path,
            archived = excluded.archived, origin = excluded.origin,
            digest = case when excluded.digest = '' then d.digest else excluded.digest end,
            newer_file = false, sort_key = excluded.sort_key, version = d.version + 1, changed_at = now()
            where from_origin = 'DESK' or d.origin = from_origin;
    get diagnostics many = row_count;
    if many < jsonb_array_length(batch) then
        select coalesce(jsonb_agg(g), '[]') into batch
            from jsonb_array_elements(batch) g join document d on d.code = g->>'code' and d.origin = from_origin;
    end if;

    -- The other language is behind when this one says something else than before and that one does not. A language that
    -- is there for the first time, or was behind itself, only catches up.
    with given as (
        select d.id, t.* from jsonb_to_recordset(batch) g (code text, texts jsonb) join document d on d.code = g.code,
            jsonb_to_recordset(g.texts) t (language text, title text, summary text, markdown text)
    ), news as (
        select g.* from given g join document_text o on o.document_id = g.id and o.language = g.language
            where not o.behind and (o.title, o.summary, o.markdown) is distinct from (g.title, g.summary, g.markdown)
    ), old as (
        update document_text o set behind = true
            from (select distinct n.id, case n.language when 'zh' then 'en' else 'zh' end as other from news n) n
            where o.document_id = n.id and o.language = n.other
                and not exists (select from given g where g.id = o.document_id and g.language = o.language)
    )
    insert into document_text as o (document_id, language, title, summary, markdown)
        select id, language, title, summary, markdown from given
        on conflict (document_id, language) do update set
            title = excluded.title, summary = excluded.summary, markdown = excluded.markdown, behind = false,
            changed_at = case when (o.title, o.summary, o.markdown)
                is distinct from (excluded.title, excluded.summary, excluded.markdown) then now() else o.changed_at end;

    delete from document_section s using jsonb_to_recordset(batch) g (code text, texts jsonb), document d,
            jsonb_to_recordset(g.texts) t (language text)
        where d.code = g.code and s.document_id = d.id and s.language = t.language;
    insert into document_section (document_id, language, position, anchor, heading, level, plain)
        select d.id, s.language, s.position, s.anchor, s.heading, s.level, s.plain
            from jsonb_to_recordset(batch) g (code text, sections jsonb) join document d on d.code = g.code,
                jsonb_to_recordset(g.sections) s (language text, position int, anchor text, heading text, level int,
                    plain text);

    delete from document_link l using jsonb_to_recordset(batch) g (code text), document d
        where d.code = g.code and l.document_id = d.id;
    insert into document_link (document_id, relation, position, target)
        select d.id, l.relation, l.position, l.target
            from jsonb_to_recordset(batch) g (code text, links jsonb) join document d on d.code = g.code,
                jsonb_to_recordset(g.links) l (relation text, position int, target text);

    insert into document_version (document_id, version, content, origin, note)
        select d.id, d.version,
               g.content || jsonb_build_object('links', g.links, 'texts',
                   (select jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'summary', t.summary,
                        'markdown', t.markdown)) from document_text t where t.document_id = d.id)),
               from_origin, why
            from jsonb_to_recordset(batch) g (code text, content jsonb, links jsonb) join document d on d.code = g.code;
    return many;
end
$$;

-- A file that came with the program changed, and an editor had changed the document before: that stays, and is marked.
create function library_newer_file(codes text[], digests text[]) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    update document d set newer_file = true, digest = f.digest
        from unnest(codes, digests) f (code, digest) where d.code = f.code and d.digest <> f.digest
$$;

create function library_topics(given jsonb) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into library_topic as t (code, position, zh, en)
        select code, position, zh, en from jsonb_to_recordset(given) g (code text, position int, zh text, en text)
        on conflict (code) do update set position = excluded.position, zh = excluded.zh, en = excluded.en
            where (t.position, t.zh, t.en) is distinct from (excluded.position, excluded.zh, excluded.en);
end
$$;
revoke all on function library_take, library_newer_file, library_topics from public;
grant execute on function library_take, library_newer_file, library_topics to ${jobs};
