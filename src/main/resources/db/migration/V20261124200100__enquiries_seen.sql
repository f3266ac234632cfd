-- Who sees an enquiry and what belongs to it, and who may change what.

alter table enquiry enable row level security;
alter table enquiry_work enable row level security;
alter table enquiry_message enable row level security;
alter table enquiry_file enable row level security;
alter table enquiry_citation enable row level security;
alter table enquiry_recheck enable row level security;
alter table enquiry_step enable row level security;
alter table enquiry_note enable row level security;
alter table enquiry_draft enable row level security;
alter table enquiry_event enable row level security;
alter table enquiry_link enable row level security;
alter table enquiry_rating enable row level security;
alter table enquiry_token enable row level security;
alter table enquiry_intake enable row level security;
alter table enquiry_spared enable row level security;
alter table enquiry_target enable row level security;
alter table enquiry_authority enable row level security;
alter table enquiry_status_name enable row level security;
alter table enquiry_template enable row level security;

-- The unit that answers and those above it; the unit the enterprise belongs to now; the enterprise's own user, and its
-- other users where the asker or its administrator lets them.
create policy enquiry_read on enquiry for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (enterprise_path >= nullif(current_setting('app.lo', true), '') and enterprise_path < current_setting('app.hi', true))
    or (enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and (for_colleagues or account_id = nullif(current_setting('app.account', true), '')::bigint)));
create policy enquiry_add on enquiry for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy enquiry_change on enquiry for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on enquiry to ${app};
grant update (enterprise_id, enterprise_unit, enterprise_path, person_id, subject, for_colleagues, merged_into,
    document_id, first_answered_at, answered_at, closed_at) on enquiry to ${app};

-- Work on it is seen by the unit that answers and those above it; while it is above, whoever has it is above.
create policy enquiry_work_read on enquiry_work for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enquiry_work_add on enquiry_work for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
-- Whose turn it is, and those above him: not the house while its district has it.
create policy enquiry_work_change on enquiry_work for update to ${app} using (
    desk_path >= nullif(current_setting('app.write_lo', true), '') and desk_path < current_setting('app.write_hi', true))
    with check (org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true)
        or starts_with(nullif(current_setting('app.write_lo', true), ''), desk_path));
grant select, insert on enquiry_work to ${app};
grant update (desk_id, desk_path, level, status, officer_id, coordinator_id, priority, topic, audience, tags, due_at,
    warn_at, left_minutes, total_due_at, total_left_minutes, clock_since, warned_at, late_told_at, total_late_told_at,
    reopened, last_in_at, changed_at, version) on enquiry_work to ${app};

create policy enquiry_message_read on enquiry_message for select to ${app} using (
    exists (select from enquiry e where e.id = enquiry_message.enquiry_id)
    and (nullif(current_setting('app.enterprise', true), '') is null or (goes_at <= now() and undone_at is null)));
create policy enquiry_message_add on enquiry_message for insert to ${app} with check (exists (
    select from enquiry_work w where w.enquiry_id = enquiry_message.enquiry_id
        and w.org_path >= nullif(current_setting('app.write_lo', true), '') and w.org_path < current_setting('app.write_hi', true)));
create policy enquiry_message_change on enquiry_message for update to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint and undone_at is null);
grant select, insert on enquiry_message to ${app};
grant update (undone_at, mail_id, version) on enquiry_message to ${app};
create policy enquiry_file_read on enquiry_file for select to ${app} using (
    exists (select from enquiry_message m where m.id = enquiry_file.message_id));
create policy enquiry_file_add on enquiry_file for insert to ${app} with check (exists (
    select from enquiry_message m where m.id = enquiry_file.message_id
        and m.account_id = nullif(current_setting('app.account', true), '')::bigint));
create policy enquiry_citation_read on enquiry_citation for select to ${app} using (
    exists (select from enquiry_message m where m.id = enquiry_citation.message_id));
create policy enquiry_citation_add on enquiry_citation for insert to ${app} with check (exists (
    select from enquiry_message m where m.id = enquiry_citation.message_id
        and m.account_id = nullif(current_setting('app.account', true), '')::bigint));
grant select, insert on enquiry_file, enquiry_citation to ${app};

create policy enquiry_recheck_read on enquiry_recheck for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enquiry_recheck_change on enquiry_recheck for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select on enquiry_recheck to ${app};
grant update (status, decided_by, decided_at, note, answer_id, version) on enquiry_recheck to ${app};

-- A step tells the units before and after it why it was passed on: whoever has the work sees all its steps.
create policy enquiry_step_read on enquiry_step for select to ${app} using (
    exists (select from enquiry_work w where w.enquiry_id = enquiry_step.enquiry_id));
create policy enquiry_step_add on enquiry_step for insert to ${app} with check (exists (
    select from enquiry_work w where w.enquiry_id = enquiry_step.enquiry_id
        and w.org_path >= nullif(current_setting('app.write_lo', true), '') and w.org_path < current_setting('app.write_hi', true)));
create policy enquiry_step_change on enquiry_step for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on enquiry_step to ${app};
grant update (left_at, target_minutes, worked_minutes, late, passed, account_id, words, proposal, agreed) on enquiry_step to ${app};

create policy enquiry_note_read on enquiry_note for select to ${app} using (
    org_path = nullif(current_setting('app.lo', true), ''));
create policy enquiry_note_add on enquiry_note for insert to ${app} with check (
    org_path = nullif(current_setting('app.write_lo', true), '')
    and account_id = nullif(current_setting('app.account', true), '')::bigint
    and exists (select from enquiry_work w where w.enquiry_id = enquiry_note.enquiry_id));
grant select, insert on enquiry_note to ${app};

create policy enquiry_draft_read on enquiry_draft for select to ${app} using (
    org_path = nullif(current_setting('app.lo', true), ''));
create policy enquiry_draft_own on enquiry_draft to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and org_path = nullif(current_setting('app.write_lo', true), ''));
grant select, insert, update, delete on enquiry_draft to ${app};

create policy enquiry_event_read on enquiry_event for select to ${app} using (
    exists (select from enquiry_work w where w.enquiry_id = enquiry_event.enquiry_id));
create policy enquiry_event_add on enquiry_event for insert to ${app} with check (
    exists (select from enquiry_work w where w.enquiry_id = enquiry_event.enquiry_id));
grant select, insert on enquiry_event to ${app};

create policy enquiry_link_read on enquiry_link for select to ${app} using (
    exists (select from enquiry_work w where w.enquiry_id = enquiry_link.enquiry_id)
    and exists (select from enquiry_work w where w.enquiry_id = enquiry_link.other_id));
create policy enquiry_link_write on enquiry_link to ${app} using (exists (
    select from enquiry_work w where w.enquiry_id = enquiry_link.enquiry_id
        and w.org_path >= nullif(current_setting('app.write_lo', true), '') and w.org_path < current_setting('app.write_hi', true)));
grant select, insert, delete on enquiry_link to ${app};

create policy enquiry_rating_read on enquiry_rating for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy enquiry_rating_seen on enquiry_rating for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select on enquiry_rating to ${app};
grant update (seen_by, seen_at) on enquiry_rating to ${app};

create policy enquiry_spared_read on enquiry_spared for select using (true);
create policy enquiry_target_read on enquiry_target for select using (true);
create policy enquiry_authority_read on enquiry_authority for select using (true);
create policy enquiry_status_name_read on enquiry_status_name for select using (true);
create policy enquiry_target_write on enquiry_target for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy enquiry_authority_write on enquiry_authority for insert to ${app} with check (
    nullif(current_setting('app.write_lo', true), '') = '0000.');
create policy enquiry_status_name_write on enquiry_status_name to ${app} using (
    org_path = nullif(current_setting('app.write_lo', true), ''));
grant select on enquiry_spared, enquiry_target, enquiry_authority, enquiry_status_name to ${app}, ${jobs};
grant insert on enquiry_target, enquiry_authority to ${app};
grant insert, update, delete on enquiry_status_name to ${app};

create policy enquiry_template_read on enquiry_template for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or below_path(enquiry_template.org_path));
create policy enquiry_template_write on enquiry_template to ${app} using (
    org_path = nullif(current_setting('app.write_lo', true), ''));
grant select, insert on enquiry_template to ${app};
grant update (name, topic, body_zh, body_en, archived, version) on enquiry_template to ${app};

grant usage on sequence enquiry_number_seq, enquiry_seq, enquiry_message_seq, enquiry_step_seq, enquiry_note_seq,
    enquiry_event_seq, enquiry_target_seq, enquiry_authority_seq, enquiry_template_seq to ${app};

-- Ticks that watch the clocks work under the jobs role.
create policy enquiry_jobs on enquiry for select to ${jobs} using (true);
create policy enquiry_work_jobs on enquiry_work to ${jobs} using (true) with check (true);
create policy enquiry_message_jobs on enquiry_message for select to ${jobs} using (true);
create policy enquiry_step_jobs on enquiry_step to ${jobs} using (true) with check (true);
grant select on enquiry, enquiry_message to ${jobs};
grant select, update on enquiry_work, enquiry_step to ${jobs};

-- The asker sees how far it is.
create function enquiry_staged() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update enquiry e set stage = case
            when new.status = 'NEW' then 'RECEIVED' when new.status = 'WAITING' then 'ASKED_BACK'
            when new.status in ('ANSWERED', 'CLOSED') then new.status else 'IN_HAND' end
        where e.id = new.enquiry_id;
    return null;
end
$$;
revoke all on function enquiry_staged from public;
create trigger enquiry_staged after insert on enquiry_work
    for each row when (new.status <> 'NEW') execute function enquiry_staged();
create trigger enquiry_restaged after update of status on enquiry_work
    for each row when (new.status <> old.status) execute function enquiry_staged();
