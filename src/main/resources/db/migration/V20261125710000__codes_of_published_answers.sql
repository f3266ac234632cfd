-- Drafts of other districts are not seen, but their codes are taken all the same.
create function enquiry_publication_code_taken(wanted text) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (select from document d where d.code = wanted) or exists (select from document_draft d where d.code = wanted)
$$;
comment on function enquiry_publication_code_taken is 'whether any document or draft has this code, seen by the viewer or not';
revoke all on function enquiry_publication_code_taken from public;
grant execute on function enquiry_publication_code_taken to ${app};
