-- Of an answer a question of the library is made. The library's own draft and its second person decide about it; what is
-- kept here is which answer it came from, for officers alone. Nothing the public reads refers to it.

create sequence enquiry_publication_seq start with 50 increment by 50;
create table enquiry_publication (
    id          bigint primary key default nextval('enquiry_publication_seq'),
    enquiry_id  bigint not null references enquiry,
    message_id  bigint not null references enquiry_message,
    draft_id    bigint not null unique references document_draft on delete cascade,
    code        text collate "C" not null,
    unit_id     bigint not null,
    org_path    text collate "C" not null,
    account_id  bigint not null references account,
    state       text not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PUBLISHED', 'DISCARDED')),
    document_id bigint references document on delete cascade,
    created_at  timestamptz not null default now(),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enquiry_publication is 'scoped: questions of the library made of answers, by the path of the unit that keeps the question; seen by officers with the enquiry, too';
comment on column enquiry_publication.code is 'of the document, which never changes';
comment on column enquiry_publication.state is 'of the draft it began with, by a trigger';
create unique index enquiry_publication_once on enquiry_publication (enquiry_id) where state <> 'DISCARDED';
create index enquiry_publication_code on enquiry_publication (code);
create index enquiry_publication_scope on enquiry_publication (org_path, id);
alter table enquiry_publication enable row level security;
create policy enquiry_publication_read on enquiry_publication for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or exists (select from enquiry_work w where w.enquiry_id = enquiry_publication.enquiry_id));
create policy enquiry_publication_add on enquiry_publication for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true)
    and state = 'DRAFT' and document_id is null
    and account_id = nullif(current_setting('app.account', true), '')::bigint
    and exists (select from enquiry_work w where w.enquiry_id = enquiry_publication.enquiry_id));
grant select, insert on enquiry_publication to ${app};
grant usage on sequence enquiry_publication_seq to ${app};

-- Whoever decides about a draft need not see the enquiry, and a job publishes what was set for a day.
create function enquiry_publication_follows() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update enquiry_publication p set state = new.state,
            document_id = (select d.id from document d where d.code = new.code and new.state = 'PUBLISHED')
        where p.draft_id = new.id;
    update enquiry e set document_id = p.document_id from enquiry_publication p
        where p.draft_id = new.id and p.document_id is not null and e.id = p.enquiry_id;
    return null;
end
$$;
revoke all on function enquiry_publication_follows from public;
create trigger enquiry_publication_follows after update of state on document_draft
    for each row when (new.state is distinct from old.state) execute function enquiry_publication_follows();

-- Whether an answer is still what customs says, for who approves its publication: by then the enquiry may be with a unit
-- he does not see. Tells nothing but yes or no of an answer that has a publication of his range.
create function enquiry_publication_stands(message bigint) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (select from enquiry_message m join enquiry_work w on w.enquiry_id = m.enquiry_id
        where m.id = message and m.kind = 'ANSWER' and m.undone_at is null and w.status in ('ANSWERED', 'CLOSED')
            and not exists (select from enquiry_message later where later.enquiry_id = m.enquiry_id
                and later.kind = 'ANSWER' and later.undone_at is null and later.id > m.id)
            and not exists (select from enquiry_recheck r where r.message_id = m.id and r.status <> 'STILL_RIGHT')
            and exists (select from enquiry_publication p where p.message_id = m.id
                and p.org_path >= nullif(current_setting('app.lo', true), '') and p.org_path < current_setting('app.hi', true)))
$$;
revoke all on function enquiry_publication_stands from public;
grant execute on function enquiry_publication_stands to ${app};
