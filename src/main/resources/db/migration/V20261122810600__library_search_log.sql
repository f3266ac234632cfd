-- What is looked for in the library, so that editors see what it does not answer. Only counted, by day and words:
-- nothing tells who asked, from where, or at what time.

create sequence library_search_seq start with 50 increment by 50;
create table library_search (
    id       bigint primary key default nextval('library_search_seq'),
    day      date not null,
    language text collate "C" not null check (language in ('zh', 'en')),
    words    text collate "C" not null check (words <> '' and length(words) <= 120),
    searches int not null default 0 check (searches >= 0),
    shown    int not null default 0 check (shown >= 0),
    found    int not null default 0 check (found >= 0),
    opened   int not null default 0 check (opened >= 0),
    places   bigint not null default 0 check (places >= 0),
    unique (day, language, words)
);
comment on table library_search is 'scoped: what was looked for in the library, counted by day, for those who work for the whole country; nothing tells who';
comment on column library_search.words is 'as typed, folded, without addresses and long numbers';
comment on column library_search.shown is 'searches on the page, where something can be opened';
comment on column library_search.found is 'documents found the last time';
comment on column library_search.opened is 'times one of the documents found was opened';
comment on column library_search.places is 'sum of the places in the list of those opened, the first is 1';
create index library_search_gaps on library_search (day) where found = 0 and searches >= 5;
alter table library_search enable row level security;
create policy library_search_read on library_search for select to ${app} using (
    nullif(current_setting('app.lo', true), '') = '0000.');
grant select on library_search to ${app};
grant select, insert, update, delete on library_search to ${jobs};

-- Adds what a node has counted. A day keeps 20,000 different words at most, so that nobody can fill the disk by asking.
create function library_searched(given jsonb) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    room int := 20000 - (select count(*) from library_search where day = china_day());
begin
    insert into library_search as s (day, language, words, searches, shown, found, opened, places)
        select china_day(), g.language, g.words, g.searches, g.shown, g.found, g.opened, g.places
            from jsonb_to_recordset(given) g (language text, words text, searches int, shown int, found int, opened int,
                places bigint)
            where g.searches > 0 and (room > 0 or exists (select from library_search o
                where o.day = china_day() and o.language = g.language and o.words = g.words))
            order by g.language, g.words
        on conflict (day, language, words) do update set searches = s.searches + excluded.searches,
            shown = s.shown + excluded.shown, opened = s.opened + excluded.opened, places = s.places + excluded.places,
            found = excluded.found;
    -- Whoever only says that he opened something makes no row of it.
    update library_search s set opened = s.opened + g.opened, places = s.places + g.places
        from jsonb_to_recordset(given) g (language text, words text, searches int, opened int, places bigint)
        where g.searches = 0 and s.day = china_day() and s.language = g.language and s.words = g.words;
    delete from library_search where day < china_day() - 180;
end
$$;
revoke all on function library_searched from public;
grant execute on function library_searched to ${jobs};
