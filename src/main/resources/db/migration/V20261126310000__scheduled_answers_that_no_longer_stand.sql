-- A question made of an answer that was corrected, followed by another or is looked at again by the day it was set for
-- is not published: it goes back to its author, who is told why.

create function enquiry_answer_stands(message bigint) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select exists (select from enquiry_message m join enquiry_work w on w.enquiry_id = m.enquiry_id
        where m.id = message and m.kind = 'ANSWER' and m.undone_at is null and w.status in ('ANSWERED', 'CLOSED')
            and not exists (select from enquiry_message later where later.enquiry_id = m.enquiry_id
                and later.kind = 'ANSWER' and later.undone_at is null and later.id > m.id)
            and not exists (select from enquiry_recheck r where r.message_id = m.id and r.status <> 'STILL_RIGHT'))
$$;
comment on function enquiry_answer_stands is 'whether an answer is still what customs says; as far as whoever asks sees it';

create or replace function enquiry_publication_stands(message bigint) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select enquiry_answer_stands(message) and exists (select from enquiry_publication p
        where p.message_id = message
            and p.org_path >= nullif(current_setting('app.lo', true), '') and p.org_path < current_setting('app.hi', true))
$$;

create function document_draft_doubted(draft bigint) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select exists (select from enquiry_publication p where p.draft_id = draft and not enquiry_answer_stands(p.message_id))
$$;
comment on function document_draft_doubted is 'whether what a draft was made of does not stand any more';
revoke all on function enquiry_answer_stands, document_draft_doubted from public;

-- Publishes what was set for a time that has come; tells how many.
create or replace function document_publish_due() returns int
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
        if document_draft_doubted(d.id) then
            update document_draft x set state = 'DRAFT', answer = 'library.answer.no-longer', payload = null, publish_at = null, decided_by = null,
                version = x.version + 1, changed_at = now() where x.id = d.id;
        elsif coalesce(now_at, 0) = d.base_version then
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
