-- Who is erased is taken out of what he registered for. Registrations that bear his address alone are his where nobody else
-- uses it, as with letters and enquiries. A seat he still holds goes to whoever waits.
create function training_person_erased() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    address text := lower(old.mail);
    alone boolean := address is not null
        and not exists (select from contact_person o where lower(o.mail) = address and o.id <> new.id)
        and not exists (select from account a where lower(a.mail) = address)
        and not exists (select from enterprise e where lower(e.mail_on_file) = address);
    his record;
    s training_session%rowtype;
begin
    for his in select r.id, r.session_id, r.status from training_registration r
            where r.person_id = new.id or (alone and lower(r.mail) = address) order by r.session_id, r.id loop
        if his.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED') then
            select * into s from training_lock(his.session_id);
            if s.starts_at > now() then
                perform training_end(s, his.id, 'CANCELLED', null, now());
            end if;
        end if;
        delete from training_notice n where n.registration_id = his.id;
        delete from training_ticket t where t.registration_id = his.id;
        update training_registration set name = '***', mail = 'erased-' || his.id || '@invalid', phone = null,
                organisation = null, answers = '{}', reason = null, version = version + 1
            where id = his.id;
    end loop;
    return null;
end
$$;
comment on function training_person_erased is 'takes an erased person out of registrations for training';
revoke all on function training_person_erased from public;
create trigger training_person_erased after update of erased_at on contact_person for each row
    when (old.erased_at is null and new.erased_at is not null) execute function training_person_erased();
