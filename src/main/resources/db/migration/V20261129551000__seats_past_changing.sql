-- When a session is past being changed.

create index training_registration_requested on training_registration (session_id) where status = 'REQUESTED';
create index training_session_begun on training_session (starts_at, id);
-- Programs read the registrations of a session by their numbers.
create index training_registration_of on training_registration (session_id, id);

-- Whether anything may still be done with its seats: it is out, was not called off, and is not over.
create function training_open(s training_session, at timestamptz) returns boolean
    language sql immutable
    set search_path = aeo, pg_temp
as $$ select s.status = 'PUBLISHED' and s.ends_at > at $$;
revoke all on function training_open from public;

-- Who was there is not undone by giving up afterwards, and nobody gets a seat at what was called off: OVER.
create or replace function training_by_ticket(link_hash bytea, what text, at timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    r training_registration%rowtype;
    obstacle text;
begin
    select g.* into r from training_ticket t join training_registration g on g.id = t.registration_id
        where t.hash = link_hash and t.expires_at > at;
    if not found then
        return null;
    end if;
    select * into s from training_lock(r.session_id);
    select * into r from training_registration where id = r.id;
    if what = 'CONFIRM' and r.status = 'UNCONFIRMED' then
        obstacle := training_obstacle(s, r.mail, null, at);
        if obstacle is not null then
            return obstacle;
        end if;
        -- Who confirms late has no better place than who did at once.
        update training_registration set place = nextval('training_place_seq') where id = r.id;
        return training_admit(s, r.id, at);
    elsif what in ('ACCEPT', 'CANCEL') and not training_open(s, at) then
        return 'OVER';
    elsif what = 'ACCEPT' then
        return training_accepted(r, at);
    elsif what = 'CANCEL' and r.status <> 'UNCONFIRMED' then
        perform training_end(s, r.id, 'CANCELLED', null, at);
        return (select g.status from training_registration g where g.id = r.id);
    end if;
    return r.status;
end
$$;

create or replace function training_do(of_registration bigint, what text, why text, at timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    r training_registration%rowtype;
begin
    select * into r from training_registration where id = of_registration and status <> 'UNCONFIRMED';
    if not found or not training_may(r.session_path, r.enterprise_id, r.org_path, r.account_id)
            or (what in ('APPROVE', 'REFUSE') and not training_written_below(r.session_path)) then
        return null;
    end if;
    select * into s from training_lock(r.session_id);
    select * into r from training_registration where id = of_registration;
    if not training_open(s, at) then
        return 'OVER';
    elsif what = 'ACCEPT' then
        return training_accepted(r, at);
    elsif what = 'APPROVE' and r.status = 'REQUESTED' then
        return training_seat(s, r.id, at);
    elsif what = 'REFUSE' and r.status = 'REQUESTED' then
        perform training_end(s, r.id, 'REFUSED', why, at);
        return 'REFUSED';
    elsif what = 'CANCEL' then
        perform training_end(s, r.id, 'CANCELLED', why, at);
        return (select g.status from training_registration g where g.id = r.id);
    end if;
    return r.status;
end
$$;

-- All sessions at once that something is to be done with, their parts included, in the order of their numbers: whoever
-- takes several locks takes them so, and none of them waits for another in a circle.
create function training_lock_all(of_sessions bigint[]) returns void
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    each bigint;
begin
    for each in select t.id from training_session t where t.id = any (of_sessions) or t.parent_id = any (of_sessions)
            order by t.id loop
        perform training_lock(each);
    end loop;
end
$$;
revoke all on function training_lock_all from public;

-- Kept seats go when the day has come at the place of the session; whose session was called off hears no more of it.
create or replace function training_time_passed(at timestamptz) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    due bigint;
    s training_session%rowtype;
    touched int := 0;
    expiring bigint[] := array(select distinct r.session_id from training_registration r
        join training_session t on t.id = r.session_id
        where r.status = 'OFFERED' and r.offered_until <= at and t.status = 'PUBLISHED' order by 1 limit 100);
    releasing bigint[] := array(select t.id from training_session t where not t.released
        and t.release_on <= (at at time zone 'UTC')::date + 1
        and t.release_on <= (at at time zone t.zone)::date and t.status = 'PUBLISHED' order by 1 limit 100);
begin
    perform training_lock_all(expiring || releasing);
    foreach due in array expiring loop
        select * into s from training_lock(due);
        perform training_end(s, r.id, 'EXPIRED', null, at) from training_registration r
            where r.session_id = due and r.status = 'OFFERED' and r.offered_until <= at;
        touched := touched + 1;
    end loop;
    foreach due in array releasing loop
        update training_session set released = true where id = due and not released returning * into s;
        if found then
            perform training_settle(s);
            perform training_move_up(s, at);
            touched := touched + 1;
        end if;
    end loop;
    return touched;
end
$$;
