-- Whether a document helped, said by readers nobody asks for their name. The unit that keeps the document reads it.

create sequence document_feedback_seq start with 50 increment by 50;
create table document_feedback (
    id          bigint primary key default nextval('document_feedback_seq'),
    document_id bigint not null references document on delete cascade,
    unit_id     bigint not null,
    org_path    text collate "C" not null,
    language    text collate "C" not null check (language in ('zh', 'en')),
    helpful     boolean not null,
    reason      text collate "C" check (reason in ('UNCLEAR', 'INCOMPLETE', 'OUTDATED', 'WRONG', 'OTHER_QUESTION')),
    words       text check (words <> '' and length(words) <= 500),
    given_at    timestamptz not null default now(),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (not helpful or reason is null)
);
comment on table document_feedback is 'scoped: whether documents helped and why not, by the unit that keeps them; nothing tells who said it';
create index document_feedback_scope on document_feedback (org_path, given_at, id);
create index document_feedback_document on document_feedback (document_id, id);
alter table document_feedback enable row level security;
create policy document_feedback_read on document_feedback for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
grant select on document_feedback to ${app};

create function document_feedback_add(of_code text, of_language text, was_helpful boolean, why text, said text)
    returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    insert into document_feedback (document_id, unit_id, org_path, language, helpful, reason, words)
        select d.id, d.unit_id, d.org_path, of_language, was_helpful, nullif(why, ''), nullif(said, '')
            from document d where d.code = of_code and not d.archived;
    return found;
end
$$;
revoke all on function document_feedback_add from public;
grant execute on function document_feedback_add to ${app};
