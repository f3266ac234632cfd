-- Who is erased is taken out of what he wrote about sessions and of lists of participants, too. This runs before whatever
-- takes out his name and address, by which he is found, and takes all locks it needs in the order of the sessions.
create function training_all_erased() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    address text := lower(old.mail);
    alone boolean := address is not null
        and not exists (select from contact_person o where lower(o.mail) = address and o.id <> new.id)
        and not exists (select from account a where lower(a.mail) = address)
        and not exists (select from enterprise e where lower(e.mail_on_file) = address);
    registrations bigint[] := array(select r.id from training_registration r
        where r.person_id = new.id or (alone and lower(r.mail) = address));
    attendances bigint[] := array(select a.id from training_attendance a where a.person_id = new.id
        or a.registration_id = any (registrations) or (alone and lower(a.mail) = address));
begin
    perform training_lock_all(array(select r.session_id from training_registration r where r.id = any (registrations)
        and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')));
    update training_feedback set words = null where attendance_id = any (attendances) and words is not null;
    update training_absence set words = null where registration_id = any (registrations) and words is not null;
    update training_presence p set name = '***', mail = null
        where p.registration_id = any (registrations) or (alone and lower(p.mail) = address);
    return null;
end
$$;
comment on function training_all_erased is 'takes an erased person out of what he wrote about training';
revoke all on function training_all_erased from public;
create trigger training_all_erased after update of erased_at on contact_person for each row
    when (old.erased_at is null and new.erased_at is not null) execute function training_all_erased();

-- Whether an address is that of somebody else's records, whose rules it follows.
create function training_address_known(address text) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select exists (select from contact_person o where lower(o.mail) = lower(address))
        or exists (select from account a where lower(a.mail) = lower(address))
        or exists (select from enterprise e where lower(e.mail_on_file) = lower(address))
$$;
revoke all on function training_address_known from public;

create index training_attendance_nobody on training_attendance (session_id)
    where person_id is null and registration_id is null and name <> '***';
create index training_registration_nobody on training_registration (session_id)
    where person_id is null and account_id is null and name <> '***';

-- Of people nobody keeps as a contact, who registered by their address or came unannounced, a session is remembered as long
-- after it is over as a contact person who is none any more; that somebody was there stays. How many were taken out, up to
-- so many of each. For the schedule only.
create function training_forget(at timestamptz, many int) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    since timestamptz;
    his record;
    gone int := 0;
    come int;
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    select at - make_interval(months => r.months) into since from retention_rule r where r.kind = 'PERSON_ENDED';
    for his in select r.id from training_registration r join training_session s on s.id = r.session_id
            where r.person_id is null and r.account_id is null and r.name <> '***' and r.status <> 'UNCONFIRMED'
                and s.ends_at <= since and not training_address_known(r.mail)
            order by s.id, r.id limit many for update of r skip locked loop
        delete from training_notice n where n.registration_id = his.id;
        delete from training_ticket t where t.registration_id = his.id;
        update training_absence set words = null where registration_id = his.id;
        update training_attendance set name = '***', mail = null, phone = null, organisation = null, reason = null,
            version = version + 1 where registration_id = his.id;
        update training_registration set name = '***', mail = 'erased-' || his.id || '@invalid', phone = null,
            organisation = null, answers = '{}', reason = null, version = version + 1 where id = his.id;
        gone := gone + 1;
    end loop;
    with old as (select a.id from training_attendance a join training_session s on s.id = a.session_id
            where a.person_id is null and a.registration_id is null and a.name <> '***' and s.ends_at <= since
                and (a.mail is null or not training_address_known(a.mail))
            order by s.id, a.id limit many for update of a skip locked),
        linked as (delete from training_attendance_link l where l.attendance_id in (select o.id from old o))
    update training_attendance a set name = '***', mail = null, phone = null, organisation = null, reason = null,
        version = version + 1 from old o where a.id = o.id;
    get diagnostics come = row_count;
    return gone + come;
end
$$;
revoke all on function training_forget from public;
grant execute on function training_forget to ${app};
