-- Where a question that needed no officer would have gone, so that each unit sees what its library spares it.
alter table enquiry_spared add column unit_id bigint, add column org_path text collate "C",
    add foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    add check ((unit_id is null) = (org_path is null));
comment on table enquiry_spared is 'published: questions answered by a passage or a published question, so that nobody had to ask; no name';
comment on column enquiry_spared.unit_id is 'the unit that would have been asked, where one was chosen or follows from the reader''s enterprise';
create index enquiry_spared_at on enquiry_spared (at);
drop function enquiry_was_spared(text, text, text);
create function enquiry_was_spared(document text, of_language text, typed text, asked bigint) returns boolean
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with spared as (insert into enquiry_spared (document_id, language, words, unit_id, org_path)
        select d.id, of_language, nullif(left(typed, 500), ''), u.id, u.org_path
            from document d left join unit u on u.id = enquiry_unit_now(asked) where d.code = document returning 1)
    select exists (select from spared)
$$;
revoke all on function enquiry_was_spared from public;
grant execute on function enquiry_was_spared to ${app};
