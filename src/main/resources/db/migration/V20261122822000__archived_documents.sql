-- Documents are archived at the desk, those of other systems too: a draft of them only says so, and its code is theirs.
alter table document_draft drop constraint document_draft_code_check;
alter table document_draft add constraint document_draft_code_check
    check (code ~ '^[A-Za-z0-9][A-Za-z0-9._:-]*$' and length(code) <= 120);
