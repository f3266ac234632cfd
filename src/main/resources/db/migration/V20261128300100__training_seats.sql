-- Whatever gives or frees a seat. Each begins by taking the lock of the session's seats, so that everything about one
-- session happens one after the other, and reads only then what it decides on. Who comes when no seat is left waits; a
-- seat is free only when nobody who waits may have it. Where a seat is held is always the narrowest that is there: of
-- one's house, then of one's district, then those for everybody.

create function training_lock(of_session bigint) returns training_session
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
begin
    perform from training_seat_pool where session_id = of_session and quota_unit is null for update;
    select * into s from training_session where id = of_session;
    return s;
end
$$;

-- Tells an attendee, in a letter written after the commit.
create function training_tell(of_registration bigint, what text) returns void
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    with told as (update training_registration set sequence = sequence + 1 where id = of_registration returning id, sequence)
    insert into training_notice (registration_id, kind, sequence) select id, what, sequence from told
$$;

create function training_take(of_session bigint, of_path text, out granted boolean, out of_unit bigint)
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
begin
    select true, p.quota_unit into granted, of_unit from training_seat_pool p
        where p.session_id = of_session and (p.seats is null or p.taken < p.seats)
            and (p.quota_unit is null or starts_with(of_path, p.path))
        order by length(p.path) desc nulls last limit 1;
    granted := coalesce(granted, false);
    if granted then
        update training_seat_pool set taken = taken + 1
            where session_id = of_session and quota_unit is not distinct from of_unit;
    end if;
end
$$;

-- Who holds a broader seat than he might moves to the one that became free, so that the broadest is left for others.
create function training_give_back(of_session bigint, of_unit bigint) returns void
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    free bigint := of_unit;
    free_path text;
    mover record;
begin
    while free is not null loop
        select p.path into free_path from training_seat_pool p where p.session_id = of_session and p.quota_unit = free;
        select r.id, r.quota_unit into mover
            from training_registration r
            left join training_seat_pool p on p.session_id = of_session and p.quota_unit = r.quota_unit
            where r.session_id = of_session and r.status in ('OFFERED', 'REGISTERED') and starts_with(r.org_path, free_path)
                and (r.quota_unit is null or length(p.path) < length(free_path))
            order by length(p.path) nulls first, r.place limit 1;
        exit when not found;
        update training_registration set quota_unit = free where id = mover.id;
        free := mover.quota_unit;
    end loop;
    update training_seat_pool set taken = taken - 1
        where session_id = of_session and quota_unit is not distinct from free;
end
$$;

-- Gives free seats to those who wait, in the order they came.
create function training_move_up(s training_session, at timestamptz) returns int
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    next record;
    seat record;
    moved int := 0;
begin
    if s.status <> 'PUBLISHED' or s.starts_at <= at then
        return 0;
    end if;
    loop
        exit when not exists (select from training_seat_pool p
            where p.session_id = s.id and (p.seats is null or p.taken < p.seats));
        select r.id, r.org_path into next
            from training_registration r left join enterprise e on e.id = r.enterprise_id and s.priority_unreached
            where r.session_id = s.id and r.status = 'WAITING' and exists (select from training_seat_pool p
                where p.session_id = s.id and (p.seats is null or p.taken < p.seats)
                    and (p.quota_unit is null or starts_with(r.org_path, p.path)))
            order by s.priority_unreached and (e.id is null or e.last_contact_on is not null), r.place limit 1;
        exit when not found;
        select * into seat from training_take(s.id, next.org_path);
        update training_registration set quota_unit = seat.of_unit, changed_at = at, version = version + 1,
                status = case when s.accept_hours > 0 then 'OFFERED' else 'REGISTERED' end,
                offered_until = case when s.accept_hours > 0
                    then least(at + make_interval(hours => s.accept_hours), s.starts_at) end
            where id = next.id;
        perform training_tell(next.id, case when s.accept_hours > 0 then 'OFFERED' else 'REGISTERED' end);
        moved := moved + 1;
    end loop;
    return moved;
end
$$;

-- Seats anew, after capacity or quotas were changed or what is kept was released: who holds one keeps one.
create function training_settle(s training_session) returns void
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    holder record;
    seat record;
begin
    delete from training_seat_pool where session_id = s.id and quota_unit is not null;
    if not s.released then
        insert into training_seat_pool (session_id, quota_unit, path, seats)
            select s.id, q.unit_id, q.org_path, q.seats from training_quota q where q.session_id = s.id and s.capacity is not null;
    end if;
    if (select coalesce(sum(p.seats), 0) > s.capacity from training_seat_pool p
            where p.session_id = s.id and p.quota_unit is not null) then
        raise exception 'more seats are kept than there are' using errcode = 'AE001';
    end if;
    update training_seat_pool set taken = 0, seats = s.capacity - (select coalesce(sum(p.seats), 0)
            from training_seat_pool p where p.session_id = s.id and p.quota_unit is not null)
        where session_id = s.id and quota_unit is null;
    for holder in select r.id, r.org_path, r.quota_unit from training_registration r
            where r.session_id = s.id and r.status in ('OFFERED', 'REGISTERED') order by r.place loop
        select * into seat from training_take(s.id, holder.org_path);
        if not seat.granted then
            raise exception 'more seats are taken than there would be' using errcode = 'AE002';
        end if;
        if seat.of_unit is distinct from holder.quota_unit then
            update training_registration set quota_unit = seat.of_unit where id = holder.id;
        end if;
    end loop;
end
$$;

-- Ends a registration; whoever waited longest for the seat it held gets it. False: it had ended before.
create function training_end(s training_session, of_registration bigint, how text, why text, at timestamptz) returns boolean
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    r training_registration%rowtype;
begin
    select * into r from training_registration where id = of_registration;
    if r.status in ('CANCELLED', 'REFUSED', 'EXPIRED') then
        return false;
    end if;
    update training_registration set status = how, reason = why, quota_unit = null, offered_until = null, changed_at = at,
        version = version + 1 where id = r.id;
    perform training_tell(r.id, how);
    if r.status in ('OFFERED', 'REGISTERED') then
        perform training_give_back(s.id, r.quota_unit);
        perform training_move_up(s, at);
    end if;
    return true;
end
$$;

-- Why somebody cannot register; null: he can.
create function training_obstacle(s training_session, of_mail text, of_enterprise bigint, at timestamptz) returns text
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    if s.id is null or s.status <> 'PUBLISHED' or s.starts_at <= at or at < s.registration_from
            or s.registration_until <= at then
        return 'CLOSED';
    end if;
    if exists (select from training_registration r where r.session_id = s.id and lower(r.mail) = lower(of_mail)
            and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')) then
        return 'ALREADY';
    end if;
    if s.per_enterprise is not null and of_enterprise is not null and s.per_enterprise <= (
            select count(*) from training_registration r where r.enterprise_id = of_enterprise and r.session_id = s.id
                and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')) then
        return 'CAP';
    end if;
    return null;
end
$$;

-- Gives a registration its seat or its place in the row.
create function training_seat(s training_session, of_registration bigint, at timestamptz) returns text
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    seat record;
    now_is text;
begin
    select t.* into seat from training_registration r, training_take(s.id, r.org_path) t where r.id = of_registration;
    now_is := case when seat.granted then 'REGISTERED' else 'WAITING' end;
    update training_registration set status = now_is, quota_unit = seat.of_unit, changed_at = at, version = version + 1
        where id = of_registration;
    perform training_tell(of_registration, now_is);
    return now_is;
end
$$;

create function training_admit(s training_session, of_registration bigint, at timestamptz) returns text
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
begin
    if not s.approval then
        return training_seat(s, of_registration, at);
    end if;
    update training_registration set status = 'REQUESTED', changed_at = at, version = version + 1 where id = of_registration;
    perform training_tell(of_registration, 'REQUESTED');
    return 'REQUESTED';
end
$$;

-- A row that is in nobody's list until it is admitted. Its place is drawn behind the lock.
create function training_written(s training_session, who jsonb, at timestamptz) returns bigint
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, person_id, account_id,
            entered_by, name, mail, phone, organisation, language, answers, status, created_at)
        select s.id, s.org_path, e.id, e.unit_id, e.org_path, w.person, w.account,
            nullif(current_setting('app.account', true), '')::bigint, w.name, w.mail, w.phone, w.organisation, w.language,
            coalesce(w.answers, '{}'), 'UNCONFIRMED', at
        from jsonb_to_record(who) w (enterprise bigint, person bigint, account bigint, name text, mail text, phone text,
            organisation text, language text, answers jsonb) left join enterprise e on e.id = w.enterprise
        returning id
$$;

revoke all on function training_lock, training_tell, training_take, training_give_back, training_move_up, training_settle,
    training_end, training_obstacle, training_seat, training_admit, training_written from public;
