-- A document that is taken back from the archive is again whose it was: of the file or the import that wrote it last
-- before, so that these go on changing it. One whose file says something newer by then is left to its editor.
create function document_taken_back() returns trigger
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    was text;
begin
    select v.origin into was from document_version v
        where v.document_id = old.id and not coalesce((v.content->>'archived')::boolean, false)
        order by v.version desc limit 1;
    if was = 'FILE' and old.newer_file then
        new.newer_file := true;
    elsif was is not null then
        new.origin := was;
    end if;
    return new;
end
$$;
create trigger document_taken_back before update on document for each row
    when (old.archived and not new.archived and new.origin = 'DESK') execute function document_taken_back();
revoke all on function document_taken_back from public;

alter table document_draft add column archiving boolean not null default false;
comment on column document_draft.archiving is 'it only archives the document or takes it back: nothing else of it can be written';
