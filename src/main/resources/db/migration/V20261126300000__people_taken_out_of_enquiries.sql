-- Who is erased is taken out of what he asked, and the index forgets him and whatever an author has taken back.

create index enquiry_person on enquiry (person_id) where person_id is not null;

create trigger enquiry_message_search_undone after update of undone_at on enquiry_message for each row
    when (old.undone_at is distinct from new.undone_at) execute function enquiry_search_noted();
create trigger enquiry_search_named after update of asker_name on enquiry for each row
    when (old.asker_name is distinct from new.asker_name) execute function enquiry_search_moved();

-- His enquiries stay, with what was asked and answered, without his name and address. Those that bear his address alone
-- are his where nobody else uses it, as with letters.
create function enquiry_person_erased() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    address text := lower(old.mail);
    alone boolean := address is not null
        and not exists (select from contact_person o where lower(o.mail) = address and o.id <> new.id)
        and not exists (select from account a where lower(a.mail) = address)
        and not exists (select from enterprise e where lower(e.mail_on_file) = address);
    his bigint[] := array(select e.id from enquiry e where e.person_id = new.id
        union select e.id from enquiry e where alone and lower(e.asker_mail) = address);
begin
    update enquiry e set asker_name = '***', asker_mail = null, asker_phone = null where e.id = any (his);
    -- The mails as he wrote them carry his signature.
    update inbound_mail i set sender = null, sender_name = null, raw = null,
            raw_gone_at = coalesce(i.raw_gone_at, now()), version = i.version + 1
        where i.status = 'DONE' and lower(i.sender) = address
            and i.id in (select m.inbound_id from enquiry_message m where m.enquiry_id = any (his));
    update enquiry_message m set original_html = null, whole = null, sender = null
        where m.enquiry_id = any (his) and (m.original_html is not null or m.whole is not null or m.sender is not null);
    -- What he has not confirmed goes with the next purge, which knows its files.
    if alone then
        with waiting as (update enquiry_intake i set created_at = '2000-01-01',
                content = i.content || '{"name": "***", "mail": "erased@invalid", "phone": "", "subject": "***", "body": "***"}'
            where lower(i.content ->> 'mail') = address returning i.id)
        update enquiry_token t set expires_at = now() from waiting w where t.intake_id = w.id;
    end if;
    return null;
end
$$;
comment on function enquiry_person_erased is 'takes an erased person out of enquiries he asked, their mails and questions not yet confirmed';
revoke all on function enquiry_person_erased from public;
create trigger enquiry_person_erased after update of erased_at on contact_person for each row
    when (old.erased_at is null and new.erased_at is not null) execute function enquiry_person_erased();
