-- Seats of a conference by types of delegates. A type with seats of its own is a pool of its own: its delegates sit there
-- and nowhere else, and wait for nothing else. All others share the seats for everybody and those kept for units, as in
-- any session. The lock of a session is, as before, the one row of the seats for everybody; the conference is locked
-- before its parts, and parts in the order of their numbers.

alter table training_seat_pool
    add delegate_type bigint references training_delegate_type,
    add check (delegate_type is null or (quota_unit is null and seats is not null));
comment on column training_seat_pool.delegate_type is 'type of delegates the seats are for; null: any type without seats of its own';
drop index training_seat_pool_common;
create unique index training_seat_pool_common on training_seat_pool (session_id)
    where quota_unit is null and delegate_type is null;
create unique index training_seat_pool_type on training_seat_pool (session_id, delegate_type)
    where delegate_type is not null;

create or replace function training_lock(of_session bigint) returns training_session
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
begin
    perform from training_seat_pool where session_id = of_session and quota_unit is null and delegate_type is null
        for update;
    select * into s from training_session where id = of_session;
    return s;
end
$$;

-- The types that have seats of their own.
create function training_typed(of_session bigint) returns bigint[]
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(array_agg(p.delegate_type), '{}') from training_seat_pool p
        where p.session_id = of_session and p.delegate_type is not null
$$;

drop function training_take(bigint, text);
create function training_take(of_session bigint, of_path text, of_type bigint, out granted boolean, out of_unit bigint)
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    own boolean := coalesce(of_type = any (training_typed(of_session)), false);
begin
    select true, p.quota_unit into granted, of_unit from training_seat_pool p
        where p.session_id = of_session and (p.seats is null or p.taken < p.seats)
            and case when own then p.delegate_type = of_type
                else p.delegate_type is null and (p.quota_unit is null or starts_with(of_path, p.path)) end
        order by length(p.path) desc nulls last limit 1;
    granted := coalesce(granted, false);
    if granted then
        update training_seat_pool set taken = taken + 1
            where session_id = of_session and quota_unit is not distinct from of_unit
                and delegate_type is not distinct from case when own then of_type end;
    end if;
end
$$;

-- Who holds a broader seat than he might moves to the one that became free, so that the broadest is left for others.
drop function training_give_back(bigint, bigint);
create function training_give_back(of_session bigint, of_unit bigint, of_type bigint) returns void
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    typed bigint[] := training_typed(of_session);
    free bigint := of_unit;
    free_path text;
    mover record;
begin
    if of_type = any (typed) then
        update training_seat_pool set taken = taken - 1 where session_id = of_session and delegate_type = of_type;
        return;
    end if;
    while free is not null loop
        select p.path into free_path from training_seat_pool p where p.session_id = of_session and p.quota_unit = free;
        select r.id, r.quota_unit into mover
            from training_registration r
            left join training_seat_pool p on p.session_id = of_session and p.quota_unit = r.quota_unit
            where r.session_id = of_session and r.status in ('OFFERED', 'REGISTERED') and starts_with(r.org_path, free_path)
                and (r.quota_unit is null or length(p.path) < length(free_path))
                and (r.delegate_type is null or r.delegate_type <> all (typed))
            order by length(p.path) nulls first, r.place limit 1;
        exit when not found;
        update training_registration set quota_unit = free where id = mover.id;
        free := mover.quota_unit;
    end loop;
    update training_seat_pool set taken = taken - 1
        where session_id = of_session and quota_unit is not distinct from free and delegate_type is null;
end
$$;

create or replace function training_move_up(s training_session, at timestamptz) returns int
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    typed bigint[] := training_typed(s.id);
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
        select r.id, r.org_path, r.delegate_type into next
            from training_registration r left join enterprise e on e.id = r.enterprise_id and s.priority_unreached
            where r.session_id = s.id and r.status = 'WAITING' and exists (select from training_seat_pool p
                where p.session_id = s.id and (p.seats is null or p.taken < p.seats)
                    and case when r.delegate_type = any (typed) then p.delegate_type = r.delegate_type
                        else p.delegate_type is null and (p.quota_unit is null or starts_with(r.org_path, p.path)) end)
            order by s.priority_unreached and (e.id is null or e.last_contact_on is not null), r.place limit 1;
        exit when not found;
        select * into seat from training_take(s.id, next.org_path, next.delegate_type);
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

-- Where there are seats for everybody only, counting who holds one is enough. Otherwise each is given one in the order they
-- came, as training_take would give it; who has how many is kept in arrays meanwhile, because a row written once for each
-- of thousands is read more slowly each time.
create or replace function training_settle(s training_session) returns void
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    holder record;
    units bigint[];
    paths text[];
    types bigint[];
    seats_of int[];
    taken_of int[];
    own boolean;
    seat int;
begin
    delete from training_seat_pool where session_id = s.id and (quota_unit is not null or delegate_type is not null);
    if not s.released then
        insert into training_seat_pool (session_id, quota_unit, path, seats)
            select s.id, q.unit_id, q.org_path, q.seats from training_quota q where q.session_id = s.id and s.capacity is not null;
    end if;
    insert into training_seat_pool (session_id, delegate_type, seats)
        select s.id, d.id, d.seats from training_delegate_type d where d.session_id = s.id and d.seats is not null;
    -- The narrowest first; the last are those for everybody.
    select array_agg(p.quota_unit), array_agg(p.path), array_agg(p.delegate_type), array_agg(p.seats)
        into units, paths, types, seats_of
        from (select * from training_seat_pool k where k.session_id = s.id
                and (k.quota_unit is not null or k.delegate_type is not null) order by length(k.path) desc nulls last) p;
    if (select coalesce(sum(f), 0) > s.capacity from unnest(seats_of) f) then
        raise exception 'more seats are kept than there are' using errcode = 'AE001';
    end if;
    seats_of := array_append(seats_of, (s.capacity - (select coalesce(sum(f), 0) from unnest(seats_of) f))::int);
    if units is null then
        taken_of := array[(select count(*) from training_registration r
            where r.session_id = s.id and r.status in ('OFFERED', 'REGISTERED'))];
        if taken_of[1] > s.capacity then
            raise exception 'more seats are taken than there would be' using errcode = 'AE002';
        end if;
        update training_registration set quota_unit = null
            where session_id = s.id and status in ('OFFERED', 'REGISTERED') and quota_unit is not null;
        update training_seat_pool set seats = s.capacity, taken = taken_of[1] where session_id = s.id;
        return;
    end if;
    units := array_append(units, null);
    paths := array_append(paths, null);
    types := array_append(types, null);
    taken_of := array_fill(0, array[cardinality(units)]);
    for holder in select r.id, r.org_path, r.quota_unit, r.delegate_type from training_registration r
            where r.session_id = s.id and r.status in ('OFFERED', 'REGISTERED') order by r.place loop
        own := coalesce(holder.delegate_type = any (types), false);
        seat := null;
        for i in 1 .. cardinality(units) loop
            if coalesce(taken_of[i] < seats_of[i], true) and (case when own then types[i] = holder.delegate_type
                    else types[i] is null and (units[i] is null or starts_with(holder.org_path, paths[i])) end) then
                seat := i;
                exit;
            end if;
        end loop;
        if seat is null then
            raise exception 'more seats are taken than there would be' using errcode = 'AE002';
        end if;
        taken_of[seat] := taken_of[seat] + 1;
        if units[seat] is distinct from holder.quota_unit then
            update training_registration set quota_unit = units[seat] where id = holder.id;
        end if;
    end loop;
    for i in 1 .. cardinality(units) loop
        update training_seat_pool set seats = seats_of[i], taken = taken_of[i] where session_id = s.id
            and quota_unit is not distinct from units[i] and delegate_type is not distinct from types[i];
    end loop;
end
$$;

-- Who does not come to the conference comes to none of its parts.
create or replace function training_end(s training_session, of_registration bigint, how text, why text, at timestamptz)
    returns boolean
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    r training_registration%rowtype;
    chosen record;
    part training_session%rowtype;
begin
    select * into r from training_registration where id = of_registration;
    if r.status in ('CANCELLED', 'REFUSED', 'EXPIRED') then
        return false;
    end if;
    update training_registration set status = how, reason = why, quota_unit = null, offered_until = null, changed_at = at,
        version = version + 1 where id = r.id;
    perform training_tell(r.id, how);
    if r.status in ('OFFERED', 'REGISTERED') then
        perform training_give_back(s.id, r.quota_unit, r.delegate_type);
        perform training_move_up(s, at);
    end if;
    for chosen in select c.id, c.session_id from training_registration c where c.delegate_id = r.id
            and c.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED') order by c.session_id loop
        select * into part from training_lock(chosen.session_id);
        perform training_end(part, chosen.id, 'CANCELLED', null, at);
    end loop;
    return true;
end
$$;

-- For a part one registers as a delegate only, see training_choose.
create or replace function training_obstacle(s training_session, of_mail text, of_enterprise bigint, at timestamptz)
    returns text
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    if s.id is null or s.parent_id is not null or s.status <> 'PUBLISHED' or s.starts_at <= at
            or at < s.registration_from or s.registration_until <= at then
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

create or replace function training_seat(s training_session, of_registration bigint, at timestamptz) returns text
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    seat record;
    now_is text;
begin
    select t.* into seat from training_registration r, training_take(s.id, r.org_path, r.delegate_type) t
        where r.id = of_registration;
    now_is := case when seat.granted then 'REGISTERED' else 'WAITING' end;
    update training_registration set status = now_is, quota_unit = seat.of_unit, changed_at = at, version = version + 1
        where id = of_registration;
    perform training_tell(of_registration, now_is);
    return now_is;
end
$$;

create or replace function training_written(s training_session, who jsonb, at timestamptz) returns bigint
    language sql volatile
    set search_path = aeo, pg_temp
as $$
    insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, person_id, account_id,
            entered_by, name, mail, phone, organisation, language, answers, delegate_type, status, created_at)
        select s.id, s.org_path, e.id, e.unit_id, e.org_path, training_person_of(e.id, w.mail), w.account,
            nullif(current_setting('app.account', true), '')::bigint, w.name, w.mail, w.phone, w.organisation, w.language,
            coalesce(w.answers, '{}'), w.delegate_type, 'UNCONFIRMED', at
        from jsonb_to_record(who) w (enterprise bigint, account bigint, name text, mail text, phone text,
            organisation text, language text, answers jsonb, delegate_type bigint)
            left join enterprise e on e.id = w.enterprise
        returning id
$$;
revoke all on function training_typed, training_take, training_give_back from public;
