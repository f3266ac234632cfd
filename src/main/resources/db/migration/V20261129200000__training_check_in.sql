-- Who is there: the code of a ticket, checking in by any number of devices of which some have no network for a while, and
-- undoing it. Whatever a device sends bears a mark it has drawn; what it sends again is answered as the first time.

create function training_code() returns text
    language sql volatile
    set search_path = aeo, pg_temp
as $$ select upper(left(d, 12) || right(d, 8)) from replace(gen_random_uuid()::text, '-', '') d $$;
comment on function training_code is '80 random bits in 20 digits; opens nothing by itself';

alter table training_registration add column code text not null default training_code() check (code <> '');
comment on column training_registration.code is 'stands on the ticket, to be read by who checks people in';
create unique index training_registration_code on training_registration (code);

alter table training_session
    add column min_share int not null default 70 check (min_share between 0 and 100),
    add column check_out boolean not null default false,
    add column closed_at timestamptz,
    add column closed_by bigint references account;
comment on column training_session.min_share is 'how much of its time, in percent, one must have been there for it to count, where the time is known';
comment on column training_session.check_out is 'whether people are checked out, too';
comment on column training_session.closed_at is 'when its attendance was closed last';
grant update (min_share, check_out, closed_at, closed_by) on training_session to ${app};

alter table training_attendance add column reason text;
comment on column training_attendance.reason is 'why somebody without a seat was let in';

create table training_check_in_mark (
    mark          uuid primary key,
    session_id    bigint not null references training_session on delete cascade,
    outcome       text not null,
    attendance_id bigint,
    created_at    timestamptz not null default now()
);
comment on table training_check_in_mark is 'system: what became of each thing devices sent, so that it happens once however often it arrives';
comment on column training_check_in_mark.attendance_id is 'the attendance it made or met';
create index training_check_in_mark_age on training_check_in_mark (created_at);
create index training_check_in_mark_session on training_check_in_mark (session_id);
alter table training_check_in_mark enable row level security;
create policy training_check_in_mark_expires on training_check_in_mark to ${jobs} using (true);
grant select, delete on training_check_in_mark to ${jobs};

-- Whose registration it is about: by its number in the database, by what stands on the ticket, or, for who comes
-- unannounced, by an address somebody is registered with. The ticket to a conference is good for the break-outs its owner
-- has chosen.
create function training_meant(of_session bigint, item jsonb) returns bigint
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    if item ? 'registration' then
        return (select r.id from training_registration r where r.id = (item ->> 'registration')::bigint
            and r.session_id = of_session and r.status <> 'UNCONFIRMED');
    elsif item ? 'code' then
        return coalesce((select r.id from training_registration r where r.session_id = of_session
                and r.status <> 'UNCONFIRMED' and (r.code = upper(item ->> 'code') or r.number = upper(item ->> 'code')) limit 1),
            (select r.id from training_registration d join training_registration r on r.delegate_id = d.id
                where (d.code = upper(item ->> 'code') or d.number = upper(item ->> 'code'))
                    and r.session_id = of_session and r.status <> 'UNCONFIRMED'
                order by r.status = 'REGISTERED' desc, r.id desc limit 1));
    elsif item ? 'name' then
        return (select r.id from training_registration r where r.session_id = of_session
            and lower(r.mail) = lower(btrim(item ->> 'mail'))
            and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED'));
    end if;
    return null;
end
$$;

-- When it was by the clock of the device, which may be wrong: never later than now, never long before the session.
create function training_moment(s training_session, item jsonb, at timestamptz) returns timestamptz
    language sql stable
    set search_path = aeo, pg_temp
as $$ select least(greatest(coalesce((item ->> 'at')::timestamptz, at), s.starts_at - interval '1 day'), at) $$;

-- Minutes of the session somebody was there, and whether that is enough.
create function training_minutes(s training_session, since timestamptz, until timestamptz) returns int
    language sql immutable
    set search_path = aeo, pg_temp
as $$
    select greatest(0, floor(extract(epoch from least(until, s.ends_at) - greatest(since, s.starts_at)) / 60))::int
$$;
create function training_enough(s training_session, minutes int) returns boolean
    language sql immutable
    set search_path = aeo, pg_temp
as $$ select minutes * 100 * 60 >= s.min_share * extract(epoch from s.ends_at - s.starts_at) $$;

-- Writes down that somebody is there. Null: he is already.
create function training_present(s training_session, r training_registration, item jsonb, since timestamptz) returns bigint
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    insert into training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path,
            person_id, name, mail, phone, organisation, language, way, arrived_at, mark, entered_by, reason)
        values (s.id, s.org_path, r.id, r.enterprise_id, r.unit_id, r.org_path, r.person_id, r.name, r.mail, r.phone,
            r.organisation, r.language, coalesce(item ->> 'way', case when item ? 'code' then 'TICKET' else 'NAME' end),
            since, (item ->> 'mark')::uuid, nullif(current_setting('app.account', true), '')::bigint, item ->> 'reason')
        on conflict (registration_id) do nothing returning id
$$;

-- The contact person an address belongs to within an enterprise; null: nobody known.
create function training_person_of(of_enterprise bigint, of_mail text) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select c.id from contact_person c where c.enterprise_id = of_enterprise and lower(c.mail) = lower(of_mail)
        and c.erased_at is null order by c.ended_at desc nulls first, c.id limit 1
$$;
revoke all on function training_person_of from public;

-- Somebody who is not registered. His enterprise is one the viewer sees, or the name he gives.
create function training_walked_in(s training_session, item jsonb, since timestamptz) returns bigint
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    insert into training_attendance (session_id, session_path, enterprise_id, unit_id, org_path, person_id, name, mail, phone,
            organisation, way, arrived_at, mark, entered_by, reason)
        select s.id, s.org_path, e.id, e.unit_id, e.org_path, training_person_of(e.id, w.mail), w.name, w.mail, w.phone,
            w.organisation, coalesce(item ->> 'way', 'WALK_IN'), since, (item ->> 'mark')::uuid,
            nullif(current_setting('app.account', true), '')::bigint, w.reason
        from jsonb_to_record(item) w (name text, mail text, phone text, organisation text, enterprise bigint, reason text)
            left join enterprise e on e.id = w.enterprise and e.merged_into is null
                and e.org_path >= nullif(current_setting('app.lo', true), '') collate "C"
                and e.org_path < current_setting('app.hi', true) collate "C"
        returning id
$$;

-- One who holds a seat is let in; who waits when a seat is left or somebody says why; who gave up when somebody says why.
create function training_admitted(s training_session, r training_registration, item jsonb, at timestamptz) returns text
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    seat record;
begin
    if r.status = 'REGISTERED' then
        return 'IN';
    elsif r.status = 'OFFERED' then
        update training_registration set status = 'REGISTERED', offered_until = null, changed_at = at,
            version = version + 1 where id = r.id;
        return 'IN';
    elsif r.status = 'WAITING' then
        select * into seat from training_take(s.id, r.org_path, r.delegate_type);
        if seat.granted then
            update training_registration set status = 'REGISTERED', quota_unit = seat.of_unit, changed_at = at,
                version = version + 1 where id = r.id;
            return 'IN';
        end if;
    end if;
    return case when item ? 'reason' then 'IN' when r.status in ('WAITING', 'REQUESTED') then 'WAITING'
        else 'CANCELLED' end;
end
$$;

-- When somebody came first and left last: devices tell of it in any order. Minutes of a list of participants only grow.
create function training_stayed(s training_session, of_attendance bigint, since timestamptz, until timestamptz) returns void
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    update training_attendance a set arrived_at = t.since, left_at = t.until, minutes = t.minutes,
            counts = case when t.minutes is null then a.counts else training_enough(s, t.minutes) end, version = version + 1
        from (select c.id, d.since, d.until, case when d.until is null then c.minutes
                else greatest(training_minutes(s, d.since, d.until), case c.way when 'LIST' then c.minutes end) end as minutes
            from training_attendance c, lateral (select least(c.arrived_at, training_stayed.since) as since,
                greatest(c.left_at, training_stayed.until,
                    case when training_stayed.until is not null then c.arrived_at end) as until) d
            where c.id = of_attendance) t
        where a.id = t.id and (a.arrived_at, a.left_at) is distinct from (t.since, t.until)
$$;

-- A delegate at the door of what is for all: nobody registers for it, his ticket is that to the conference. The letter after
-- it he has from the conference. No outcome: it is not for all, or he is no delegate.
create function training_delegate_came(s training_session, item jsonb, since timestamptz, out outcome text,
        out attendance bigint)
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    d training_registration%rowtype;
begin
    if coalesce(s.part, 'BREAKOUT') = 'BREAKOUT' or not item ? 'code' then
        return;
    end if;
    select * into d from training_registration g where g.session_id = s.parent_id and g.status <> 'UNCONFIRMED'
        and (g.code = upper(item ->> 'code') or g.number = upper(item ->> 'code')) for update;
    if not found then
        return;
    end if;
    select a.id into attendance from training_attendance a
        where a.session_id = s.id and a.registration_id is null and lower(a.mail) = lower(d.mail) limit 1;
    if (item ->> 'leaving')::boolean then
        outcome := case when attendance is null then 'NOT_IN' else 'OUT' end;
        perform training_stayed(s, attendance, null, since);
    elsif attendance is not null then
        outcome := 'ALREADY';
        perform training_stayed(s, attendance, since, null);
    elsif d.status not in ('OFFERED', 'REGISTERED') and not item ? 'reason' then
        outcome := case when d.status in ('WAITING', 'REQUESTED') then 'WAITING' else 'CANCELLED' end;
    else
        insert into training_attendance (session_id, session_path, enterprise_id, unit_id, org_path, person_id, name, mail,
                phone, organisation, language, way, arrived_at, mark, entered_by, reason)
            values (s.id, s.org_path, d.enterprise_id, d.unit_id, d.org_path, d.person_id, d.name, d.mail, d.phone,
                d.organisation, d.language, 'TICKET', since, (item ->> 'mark')::uuid,
                nullif(current_setting('app.account', true), '')::bigint, item ->> 'reason')
            returning id into attendance;
        insert into training_after_letter (attendance_id, kind, written_at) values (attendance, 'AFTER', since);
        outcome := 'IN';
    end if;
end
$$;

-- One thing a device sent, for the first time.
create function training_checked(s training_session, item jsonb, at timestamptz, out outcome text, out attendance bigint)
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    r training_registration%rowtype;
    since timestamptz;
begin
    if s.status <> 'PUBLISHED' then
        outcome := 'CLOSED';
        return;
    elsif coalesce(item ->> 'at', '2000-') !~ '^20[0-9]{2}-' then
        outcome := 'UNKNOWN';
        return;
    end if;
    since := training_moment(s, item, at);
    if item ? 'attendance' then
        select a.id into attendance from training_attendance a
            where a.id = (item ->> 'attendance')::bigint and a.session_id = s.id for update;
        if not found then
            outcome := case when (item ->> 'leaving')::boolean then 'NOT_IN' else 'UNKNOWN' end;
            return;
        end if;
    elsif item ? 'name' and training_meant(s.id, item) is null then
        select a.id into attendance from training_attendance a where a.session_id = s.id and a.registration_id is null
            and lower(a.mail) = lower(btrim(item ->> 'mail')) limit 1;
        outcome := case when attendance is null then 'IN' else 'ALREADY' end;
        attendance := coalesce(attendance, training_walked_in(s, item, since));
        return;
    else
        select * into r from training_registration g where g.id = training_meant(s.id, item) for update;
        if not found then
            select c.outcome, c.attendance into outcome, attendance from training_delegate_came(s, item, since) c;
            outcome := coalesce(outcome, case when item ? 'code' and exists (select from training_registration g
                where g.code = upper(item ->> 'code') and g.session_id <> s.id) then 'ELSEWHERE' else 'UNKNOWN' end);
            return;
        end if;
        select a.id into attendance from training_attendance a where a.registration_id = r.id for update;
    end if;
    if (item ->> 'leaving')::boolean then
        if attendance is null and r.status = 'REGISTERED' then
            -- The device that knows when he came has no network yet.
            attendance := training_present(s, r, item, since);
        end if;
        outcome := case when attendance is null then 'NOT_IN' else 'OUT' end;
        perform training_stayed(s, attendance, null, since);
    elsif attendance is not null then
        outcome := 'ALREADY';
        perform training_stayed(s, attendance, since, null);
    else
        outcome := training_admitted(s, r, item, at);
        if outcome = 'IN' then
            attendance := training_present(s, r, item, since);
        end if;
    end if;
end
$$;

-- All a device sends. Several at once, or one who waits or is offered a seat, take the lock of the session's seats first, so that devices do not
-- wait for each other in a circle; one who holds a seat is let in beside others. No row: there is no such session of the
-- viewer's. SELF: who it is has shown otherwise that it is him.
create function training_check_ins_of(s training_session, items jsonb, at timestamptz)
    returns table (mark uuid, outcome text, registration bigint, attendance bigint, name text, since timestamptz,
        again boolean)
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    item jsonb;
    done record;
begin
    for item in select e from jsonb_array_elements(items) e loop
        mark := (item ->> 'mark')::uuid;
        insert into training_check_in_mark (mark, session_id, outcome) values (training_check_ins_of.mark, s.id, 'NEW')
            on conflict do nothing;
        again := not found;
        if again then
            select case when m.session_id = s.id then m.outcome else 'UNKNOWN' end,
                    case when m.session_id = s.id then m.attendance_id end
                into outcome, attendance from training_check_in_mark m where m.mark = training_check_ins_of.mark;
        else
            select c.outcome, c.attendance into outcome, attendance from training_checked(s, item, at) c;
            update training_check_in_mark m set outcome = training_check_ins_of.outcome,
                attendance_id = training_check_ins_of.attendance where m.mark = training_check_ins_of.mark;
            -- Devices keep what came too late, and send it once more when attendance is open again.
            delete from training_check_in_mark m where m.mark = training_check_ins_of.mark and m.outcome = 'CLOSED';
        end if;
        registration := null;
        name := null;
        since := null;
        select a.registration_id, a.name, a.arrived_at into registration, name, since
            from training_attendance a where a.id = attendance;
        if not found then
            attendance := null;
            select r.id, r.name into registration, name from training_registration r where r.id = training_meant(s.id, item);
        end if;
        return next;
    end loop;
end
$$;

create function training_check_ins(of_session bigint, items jsonb, at timestamptz)
    returns table (mark uuid, outcome text, registration bigint, attendance bigint, name text, since timestamptz,
        again boolean)
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
begin
    if jsonb_array_length(items) > 1 or exists (select from training_registration r
            where r.id = training_meant(of_session, items -> 0) and r.status in ('WAITING', 'REQUESTED', 'OFFERED')) then
        perform training_lock(of_session);
    end if;
    select * into s from training_session t where t.id = of_session and training_written_below(t.org_path) for share;
    if found then
        return query select * from training_check_ins_of(s, items, at);
    end if;
end
$$;
comment on function training_check_ins is 'checks people in and out: IN, ALREADY, OUT, NOT_IN, WAITING, CANCELLED, UNKNOWN, ELSEWHERE, CLOSED, UNDONE';

-- Takes a wrong one back. What was sent of it is not done again should it arrive once more. False: there is none.
create function training_check_in_undone(of_attendance bigint) returns boolean
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
begin
    select t.* into s from training_session t join training_attendance a on a.session_id = t.id
        where a.id = of_attendance and training_written_below(t.org_path) for share of t;
    if not found or s.status <> 'PUBLISHED' then
        return false;
    end if;
    update training_check_in_mark set outcome = 'UNDONE', attendance_id = null where attendance_id = of_attendance;
    delete from training_attendance where id = of_attendance;
    return found;
end
$$;

-- The code of a ticket for the owner of its link.
create function training_code_of_ticket(link_hash bytea, at timestamptz) returns text
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.code from training_ticket t join training_registration r on r.id = t.registration_id
        where t.hash = link_hash and t.expires_at > at and r.status = 'REGISTERED'
$$;

revoke all on function training_meant, training_moment, training_minutes, training_enough, training_present,
    training_walked_in, training_admitted, training_stayed, training_delegate_came, training_checked,
    training_check_ins_of, training_check_ins, training_check_in_undone, training_code_of_ticket from public;
grant execute on function training_check_ins, training_check_in_undone, training_code_of_ticket to ${app};

-- Who is erased was there without a name.
create function training_attendee_erased() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    address text := lower(old.mail);
begin
    update training_attendance a set name = '***', mail = null, phone = null, organisation = null, reason = null,
            version = version + 1
        where a.person_id = new.id or a.registration_id in (select r.id from training_registration r
                where r.person_id = new.id)
            or (address is not null and lower(a.mail) = address
                and not exists (select from contact_person o where lower(o.mail) = address and o.id <> new.id)
                and not exists (select from account c where lower(c.mail) = address)
                and not exists (select from enterprise e where lower(e.mail_on_file) = address));
    return null;
end
$$;
comment on function training_attendee_erased is 'takes an erased person out of attendance';
revoke all on function training_attendee_erased from public;
create index training_attendance_mail on training_attendance (lower(mail)) where mail is not null;
create trigger training_attendee_erased after update of erased_at on contact_person for each row
    when (old.erased_at is null and new.erased_at is not null) execute function training_attendee_erased();
