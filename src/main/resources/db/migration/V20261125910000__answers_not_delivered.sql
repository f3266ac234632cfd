-- What became of the letters of answers: one that came back or never left is seen at the desk, is no contact, and keeps the
-- enquiry from closing by itself.

alter table enquiry_contact add column queued_at timestamptz;
comment on column enquiry_contact.queued_at is 'when it was last to be noted; what was in vain is tried again after an hour, behind what is new';
create index enquiry_message_mail on enquiry_message (mail_id) where mail_id is not null;

alter table enquiry_work add undelivered_at timestamptz;
comment on column enquiry_work.undelivered_at is 'since when it is known that the letter with the last words of customs did not reach an asker who cannot read them by signing in; null: nothing of the kind is known';
create index enquiry_work_undelivered on enquiry_work (officer_id, enquiry_id) where undelivered_at is not null;

-- Brings that in line with the thread. Whoever has written since, or has an account, has read it.
create function enquiry_delivery(of_enquiry bigint) returns void
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    update enquiry_work w set undelivered_at = case when d.lost then now() end
        from (select e.account_id is null and coalesce((
                select l.status = 'DEAD' from enquiry_message m left join mail l on l.id = m.mail_id
                    where m.enquiry_id = e.id and m.undone_at is null
                        and m.kind in ('QUESTION', 'SUPPLEMENT', 'ANSWER', 'REQUEST')
                    order by m.id desc limit 1), false) as lost
                from enquiry e where e.id = of_enquiry) d
        where w.enquiry_id = of_enquiry and d.lost is distinct from (w.undelivered_at is not null)
$$;
revoke all on function enquiry_delivery from public;

create function enquiry_message_delivery() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform enquiry_delivery(new.enquiry_id);
    return null;
end
$$;
create trigger enquiry_message_delivery after insert on enquiry_message for each row
    when (new.kind in ('SUPPLEMENT', 'ANSWER', 'REQUEST')) execute function enquiry_message_delivery();
create trigger enquiry_message_undone after update of undone_at on enquiry_message for each row
    when (new.undone_at is distinct from old.undone_at) execute function enquiry_message_delivery();

-- A letter was given up, or came back: what counted as a contact because of it counts no more. Sent again it counts anew,
-- once it has left.
create function enquiry_letter_given_up() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    said record;
begin
    for said in select m.id, m.enquiry_id, e.account_id from enquiry_message m join enquiry e on e.id = m.enquiry_id
            where m.mail_id = new.id loop
        -- Whoever notes it in the ledger at this moment is waited for.
        perform 1 from enquiry_contact c where c.message_id = said.id for update;
        if new.status = 'DEAD' and said.account_id is null then
            update touchpoint t set withdrawn_at = now(), version = t.version + 1,
                    withdrawn_reason = left('答复邮件未送达 / The letter was not delivered: ' || coalesce(new.last_error, '-'), 500)
                from enquiry_contact c where c.message_id = said.id and t.id = c.touchpoint_id and t.withdrawn_at is null;
            update enquiry_contact set touchpoint_id = null where message_id = said.id and touchpoint_id is not null;
        elsif new.status <> 'DEAD' then
            update enquiry_contact set noted_at = null, job_id = null, queued_at = null
                where message_id = said.id and noted_at is not null and touchpoint_id is null;
        end if;
        perform enquiry_delivery(said.enquiry_id);
    end loop;
    return null;
end
$$;
create trigger enquiry_letter_given_up after update of status on mail for each row
    when (new.status <> old.status and 'DEAD' in (new.status, old.status)) execute function enquiry_letter_given_up();
revoke all on function enquiry_message_delivery, enquiry_letter_given_up from public;

do $$
begin
    perform enquiry_delivery(x.enquiry_id) from (select distinct m.enquiry_id from mail l
        join enquiry_message m on m.mail_id = l.id where l.status = 'DEAD') x;
end
$$;

create or replace function enquiry_answered_over(before timestamptz, most int)
    returns table (enquiry bigint, desk text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        select e.id, w.desk_path::text from enquiry e join enquiry_work w on w.enquiry_id = e.id
            where e.answered_at <= before and e.closed_at is null and w.status = 'ANSWERED' and w.undelivered_at is null
            order by e.answered_at limit most;
end
$$;
comment on function enquiry_answered_over is 'answered enquiries whose askers have not written again for a time, and whose turn they are, but for those whose answer is known not to have arrived; for nobody who is signed in';
