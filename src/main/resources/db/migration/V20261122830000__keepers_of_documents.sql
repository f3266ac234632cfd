-- Who keeps a document up to date is changed by somebody who works for the whole country, without a second person: what
-- its readers are told stays the same. It is a version of its own, and no change its followers are told of. Districts
-- keep guides and questions that neither amend nor repeal anything, as in document_approve.
create function library_change_keeper(of_code text, seen int, to_code text, why text) returns text
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    d document%rowtype;
    keeper unit%rowtype;
    was jsonb;
begin
    if nullif(current_setting('app.write_lo', true), '') is distinct from '0000.' then
        return 'NONE';
    end if;
    select * into d from document x where x.code = of_code for update;
    select * into keeper from unit u where u.code = to_code and u.kind in ('GACC', 'DISTRICT')
        and (u.closed_on is null or u.closed_on > china_day());
    if d.id is null or keeper.id is null then
        return 'NONE';
    elsif d.version <> seen then
        return 'CHANGED';
    elsif keeper.id = d.unit_id then
        return 'SAME';
    elsif exists (select from document_draft x where x.code = of_code
            and x.state in ('DRAFT', 'IN_REVIEW', 'SCHEDULED')) then
        return 'UNDER_WAY';
    elsif keeper.org_path <> '0000.' and (d.kind not in ('SERVICE_GUIDE', 'QUESTION')
            or exists (select from document_link l where l.document_id = d.id and l.relation in ('AMENDS', 'REPEALS'))) then
        return 'KIND';
    end if;
    select v.content into was from document_version v where v.document_id = d.id and v.version = d.version;
    perform library_take(jsonb_build_array(jsonb_build_object('code', d.code, 'digest', '',
        'content', (was - 'links' - 'texts') || jsonb_build_object('owner', to_code),
        'links', was->'links', 'texts', '[]'::jsonb, 'sections', '[]'::jsonb)), 'DESK', why);
    update document x set newer_file = d.newer_file, changed_at = d.changed_at where x.id = d.id;
    return 'DONE';
end
$$;
revoke all on function library_change_keeper from public;
grant execute on function library_change_keeper to ${app};

-- Archiving a document, or taking it back, is no look at the newer file that waits for its editor: that goes on waiting.
create function document_newer_file_waits() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
begin
    new.newer_file := true;
    return new;
end
$$;
create trigger document_newer_file_waits before update on document for each row
    when (old.newer_file and not new.newer_file and old.archived <> new.archived and new.origin = 'DESK')
    execute function document_newer_file_waits();
revoke all on function document_newer_file_waits from public;

-- What is archived is in no index; those who name documents find it by its title here.
create index document_archived on document (sort_key) where archived;
