-- Under row-level security no index on members of an array is used: their comparison could tell of rows one may not see.
-- What has any lies together by unit instead.
drop index enquiry_note_mentioned;
create index enquiry_note_mentions on enquiry_note (org_path, created_at) include (enquiry_id, account_id)
    where mentioned <> '{}';
drop index enquiry_work_tags;
create index enquiry_work_tagged on enquiry_work (org_path, due_at, enquiry_id) where tags <> '{}';

-- Whether one is still open is found by the search index too.
create function enquiry_search_noted() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform search_note('enquiry', array[new.enquiry_id]);
    return null;
end
$$;
revoke all on function enquiry_search_noted from public;
create trigger enquiry_search_opened after update of status on enquiry_work for each row
    when ((old.status in ('ANSWERED', 'CLOSED')) <> (new.status in ('ANSWERED', 'CLOSED')))
    execute function enquiry_search_noted();
