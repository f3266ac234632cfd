-- What editors of the whole country decide about the library's search: documents that come first for a question, and
-- words that mean the same. Part of every answer, so anybody may read it.

create sequence library_pin_seq start with 50 increment by 50;
create table library_pin (
    id          bigint primary key default nextval('library_pin_seq'),
    words       text collate "C" not null check (words <> '' and length(words) <= 120),
    question    text not null check (question <> '' and length(question) <= 200),
    document_id bigint not null references document on delete cascade,
    position    int not null check (position between 1 and 5),
    unique (words, position),
    unique (words, document_id)
);
comment on table library_pin is 'published: documents that come first when exactly these words are asked';
comment on column library_pin.words is 'the question without signs, blanks and capitals';
create index library_pin_document on library_pin (document_id);

create sequence library_same_seq start with 50 increment by 50;
create table library_same (
    id    bigint primary key default nextval('library_same_seq'),
    names text not null unique check (names <> '' and length(names) <= 300)
);
comment on table library_same is 'published: names of one thing, in either language, separated by commas';
grant select on library_pin, library_same to ${app}, ${jobs};

create function library_editor() returns void
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.write_lo', true), '') is distinct from '0000.' then
        raise insufficient_privilege;
    end if;
end
$$;

-- Puts the documents first for the question, in their order, in place of those that were; none takes them away.
create function library_pin_set(of_words text, of_question text, codes text[]) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    many int;
begin
    perform library_editor();
    delete from library_pin where words = of_words;
    insert into library_pin (words, question, document_id, position)
        select of_words, of_question, d.id, row_number() over (order by c.place)
            from unnest(codes) with ordinality c (code, place) join document d on d.code = c.code and not d.archived;
    get diagnostics many = row_count;
    return many;
end
$$;

create function library_same_add(of_names text) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform library_editor();
    insert into library_same (names) values (of_names) on conflict do nothing;
    return found;
end
$$;

-- Gives the names, null when there are none with the id.
create function library_same_remove(of_id bigint) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    were text;
begin
    perform library_editor();
    delete from library_same where id = of_id returning names into were;
    return were;
end
$$;
revoke all on function library_editor, library_pin_set, library_same_add, library_same_remove from public;
grant execute on function library_pin_set, library_same_add, library_same_remove to ${app};
