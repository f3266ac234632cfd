-- An officer who acts in two units has one draft of each kind for an enquiry, in whichever he wrote it: he finds and
-- changes it from both, and it then belongs to the unit he acts in.
drop policy enquiry_draft_own on enquiry_draft;
create policy enquiry_draft_own on enquiry_draft to ${app}
    using (account_id = nullif(current_setting('app.account', true), '')::bigint)
    with check (account_id = nullif(current_setting('app.account', true), '')::bigint
        and org_path = nullif(current_setting('app.write_lo', true), ''));
