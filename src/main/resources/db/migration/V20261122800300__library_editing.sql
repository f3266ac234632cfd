-- Editing the library: a draft beside the published document, looked at by a second person, published at once or at a
-- time that was set. What is published stays as it was until then.

create sequence document_draft_seq start with 50 increment by 50;
create table document_draft (
    id           bigint primary key default nextval('document_draft_seq'),
    code         text collate "C" not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 120),
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    state        text collate "C" not null default 'DRAFT'
                     check (state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PUBLISHED', 'DISCARDED')),
    facts        jsonb not null,
    links        jsonb not null default '[]',
    zh_title     text not null default '',
    zh_summary   text not null default '',
    zh_markdown  text not null default '',
    en_title     text not null default '',
    en_summary   text not null default '',
    en_markdown  text not null default '',
    in_step      boolean not null default false,
    note         text not null default '',
    base_version int not null,
    author_id    bigint not null references account,
    submitted_by bigint references account,
    decided_by   bigint references account,
    answer       text,
    publish_at   timestamptz,
    payload      jsonb,
    changed_at   timestamptz not null default now(),
    version      bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (submitted_by <> decided_by or state in ('DRAFT', 'DISCARDED')),
    check (state <> 'SCHEDULED' or (publish_at is not null and payload is not null)),
    check (state not in ('SCHEDULED', 'PUBLISHED') or decided_by is not null)
);
comment on table document_draft is 'scoped: documents of the library as their editors have them, by the unit that keeps them; base_version is the published version it began from, 0 for a new document';
comment on column document_draft.in_step is 'the language that was not changed needs no change';
create unique index document_draft_open on document_draft (code) where state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED');
create index document_draft_scope on document_draft (org_path, id);
create index document_draft_due on document_draft (publish_at) where state = 'SCHEDULED';
alter table document_draft enable row level security;
create policy document_draft_read on document_draft for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy document_draft_add on document_draft for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true)
    and state = 'DRAFT' and author_id = nullif(current_setting('app.account', true), '')::bigint);
create policy document_draft_change on document_draft for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true)
    and state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED'))
    with check (state in ('DRAFT', 'IN_REVIEW', 'DISCARDED'));
grant select, insert on document_draft to ${app};
grant update (state, facts, links, zh_title, zh_summary, zh_markdown, en_title, en_summary, en_markdown, in_step, note,
    base_version, submitted_by, answer, publish_at, payload, decided_by, changed_at, version) on document_draft to ${app};
grant usage on sequence document_draft_seq to ${app};

-- A document that was not there when its row was to be locked may have come from elsewhere a moment later.
create function document_took(of_code text, base int) returns void
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from document x where x.code = of_code and x.version = base + 1) then
        raise unique_violation;
    end if;
end
$$;

-- Publishes a draft that somebody else has sent for review, now or at a time; payload is the draft as library_take reads
-- it. Districts write guides and questions; all else, and what amends or repeals, is the General Administration's.
create function document_approve(draft bigint, seen bigint, given jsonb, at timestamptz) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    d document_draft%rowtype;
    me bigint := nullif(current_setting('app.account', true), '')::bigint;
    now_at int;
begin
    select * into d from document_draft x where x.id = draft
        and x.org_path >= nullif(current_setting('app.write_lo', true), '')
        and x.org_path < current_setting('app.write_hi', true) for update;
    if d.id is null then
        return 'NONE';
    elsif d.state <> 'IN_REVIEW' or d.version <> seen then
        return 'CHANGED';
    elsif me is null or d.submitted_by = me or d.author_id = me then
        return 'OWN';
    elsif jsonb_array_length(given) <> 1 or given->0->>'code' <> d.code
            or not exists (select from unit u where u.id = d.unit_id and u.code = given->0->'content'->>'owner')
            or (d.org_path <> '0000.' and (given->0->'content'->>'kind' not in ('SERVICE_GUIDE', 'QUESTION')
                or given @? '$[0].links[*] ? (@.relation == "AMENDS" || @.relation == "REPEALS")')) then
        raise insufficient_privilege;
    end if;
    select x.version into now_at from document x where x.code = d.code for update;
    if coalesce(now_at, 0) <> d.base_version then
        return 'OUTDATED';
    end if;
    if at is not null and at > now() then
        update document_draft x set state = 'SCHEDULED', payload = given, publish_at = at, decided_by = me,
            version = version + 1, changed_at = now() where x.id = draft;
        return 'SCHEDULED';
    end if;
    perform library_take(given, 'DESK', d.note);
    perform document_took(d.code, d.base_version);
    update document_draft x set state = 'PUBLISHED', decided_by = me, version = version + 1, changed_at = now()
        where x.id = draft;
    return 'PUBLISHED';
end
$$;

-- Publishes what was set for a time that has come; tells how many.
create function document_publish_due() returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    d document_draft%rowtype;
    many int := 0;
    now_at int;
begin
    for d in select * from document_draft x where x.state = 'SCHEDULED' and x.publish_at <= now()
            order by x.publish_at for update skip locked loop
        select x.version into now_at from document x where x.code = d.code for update;
        if coalesce(now_at, 0) = d.base_version then
            perform library_take(d.payload, 'DESK', d.note);
            perform document_took(d.code, d.base_version);
            update document_draft x set state = 'PUBLISHED', version = x.version + 1, changed_at = now() where x.id = d.id;
            perform audit_append('library.publish', 'document_draft', d.id::text, d.org_path,
                jsonb_build_object('code', jsonb_build_array(null, d.code)));
            many := many + 1;
        else
            -- Somebody's file or import came between: it goes back to its author, who is told why.
            update document_draft x set state = 'DRAFT', answer = 'library.answer.published-meanwhile', payload = null, publish_at = null, decided_by = null,
                version = x.version + 1, changed_at = now() where x.id = d.id;
        end if;
    end loop;
    return many;
end
$$;
revoke all on function document_took, document_approve, document_publish_due from public;
grant execute on function document_approve to ${app};
grant execute on function document_publish_due to ${jobs};
