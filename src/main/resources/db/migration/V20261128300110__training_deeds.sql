-- What people do with seats, through the functions that hold the lock; each says for itself who may.

-- Who may act: an officer for sessions of his unit and for enterprises of his unit, somebody for the enterprise that lets
-- him, everybody for himself.
create function training_written_below(path text) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$ select coalesce(path >= nullif(current_setting('app.write_lo', true), '') collate "C"
    and path < current_setting('app.write_hi', true) collate "C", false) $$;
create function training_may(of_session_path text, of_enterprise bigint, of_path text, of_account bigint) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select training_written_below(of_session_path) or training_written_below(of_path)
        or coalesce(of_enterprise = nullif(current_setting('app.enterprise', true), '')::bigint
            and 'REGISTER' = any (string_to_array(current_setting('app.rights', true), ',')), false)
        or coalesce(of_account = nullif(current_setting('app.account', true), '')::bigint and of_enterprise is null, false)
$$;

-- Registers somebody. The outcome is a status, or why he was not: NONE (there is no such session or enterprise of the
-- viewer's), CLOSED, ALREADY (with the one he has), CAP. Who organises a session registers people of no enterprise or of
-- one of his range, not of any whose number he knows: that would tell him which there are. One that was merged is the one
-- that was kept.
create function training_register(of_session bigint, who jsonb, at timestamptz)
    returns table (registration bigint, outcome text)
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    of_enterprise bigint := (who ->> 'enterprise')::bigint;
    kept bigint;
    path text;
begin
    select * into s from training_lock(of_session);
    select k.id, k.org_path into kept, path
        from enterprise e join enterprise k on k.id = coalesce(e.merged_into, e.id) where e.id = of_enterprise;
    if s.id is null or (of_enterprise is not null and path is null) or not training_may(
            case when of_enterprise is null then s.org_path end, kept, path, (who ->> 'account')::bigint) then
        outcome := 'NONE';
        return next;
        return;
    end if;
    outcome := training_obstacle(s, who ->> 'mail', kept, at);
    if outcome is null then
        registration := training_written(s, who || jsonb_build_object('enterprise', kept), at);
        outcome := training_admit(s, registration, at);
    elsif outcome = 'ALREADY' then
        select r.id into registration from training_registration r
            where r.session_id = s.id and lower(r.mail) = lower(who ->> 'mail')
                and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')
                and training_may(s.org_path, r.enterprise_id, r.org_path, r.account_id);
    end if;
    return next;
end
$$;

-- Keeps the registration of somebody who says an address is his, until he proves it. Null: the session takes nobody.
create function training_keep(of_session bigint, who jsonb, link_hash bytea, at timestamptz, until timestamptz) returns bigint
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    kept bigint;
begin
    select * into s from training_session where id = of_session;
    if training_obstacle(s, '', null, at) is not null then
        return null;
    end if;
    kept := training_written(s, who - 'enterprise' - 'account' - 'person', at);
    insert into training_ticket (hash, registration_id, expires_at) values (link_hash, kept, until);
    return kept;
end
$$;

-- Whose link it is; no row: there is no such link, or it is over.
create function training_of_ticket(link_hash bytea, at timestamptz)
    returns table (registration bigint, session_id bigint, session_path text, number text, name text, mail text,
        language text, status text, place bigint, offered_until timestamptz, link text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.id, r.session_id, r.session_path, r.number, r.name, r.mail, r.language, r.status,
        (select count(*) from training_registration w where r.status = 'WAITING' and w.session_id = r.session_id
            and w.status = 'WAITING' and w.place <= r.place), r.offered_until,
        case when r.status = 'REGISTERED' then s.link end
    from training_ticket t join training_registration r on r.id = t.registration_id
        join training_session s on s.id = r.session_id
    where t.hash = link_hash and t.expires_at > at
$$;

-- What the owner of a link does: CONFIRM, ACCEPT, CANCEL. The outcome is the status, or why not; null: no such link.
create function training_by_ticket(link_hash bytea, what text, at timestamptz) returns text
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
    elsif what = 'ACCEPT' then
        return training_accepted(r, at);
    elsif what = 'CANCEL' and r.status <> 'UNCONFIRMED' then
        perform training_end(s, r.id, 'CANCELLED', null, at);
        return (select g.status from training_registration g where g.id = r.id);
    end if;
    return r.status;
end
$$;

create function training_accepted(r training_registration, at timestamptz) returns text
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
begin
    if r.status = 'OFFERED' and r.offered_until > at then
        update training_registration set status = 'REGISTERED', offered_until = null, changed_at = at, version = version + 1
            where id = r.id;
        perform training_tell(r.id, 'REGISTERED');
        return 'REGISTERED';
    end if;
    return case when r.status = 'OFFERED' then 'EXPIRED' else r.status end;
end
$$;
revoke all on function training_accepted from public;

-- What the viewer does with a registration: ACCEPT, CANCEL, and who organises the session APPROVE, REFUSE. The outcome is
-- the status it has then; null: there is none of his.
create function training_do(of_registration bigint, what text, why text, at timestamptz) returns text
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
    if what = 'ACCEPT' then
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

-- Holds everybody else off the seats of a session of the viewer's unit until his transaction ends.
create function training_hold(of_session bigint) returns void
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from training_session where id = of_session and training_written_below(org_path)) then
        raise exception 'not yours to change' using errcode = '42501';
    end if;
    perform training_lock(of_session);
end
$$;

-- After he changed its capacity or quotas, or published it. How many moved up; -1: more seats are kept than there are,
-- -2: more are taken than there would be. Then nothing may be committed.
create function training_resettle(of_session bigint, at timestamptz) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
begin
    perform training_hold(of_session);
    select * into s from training_session where id = of_session;
    perform training_settle(s);
    return training_move_up(s, at);
exception
    when sqlstate 'AE001' then return -1;
    when sqlstate 'AE002' then return -2;
end
$$;

-- Tells all who are in, wait or asked: MOVED, CALLED_OFF. How many.
create function training_tell_all(of_session bigint, what text) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    told int;
begin
    if what not in ('MOVED', 'CALLED_OFF') then
        raise exception 'not to be told' using errcode = '22023';
    end if;
    perform training_hold(of_session);
    perform training_tell(r.id, what) from training_registration r
        where r.session_id = of_session and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED');
    get diagnostics told = row_count;
    return told;
end
$$;

-- What time does: offers run out, seats that were kept are released. How many sessions it touched.
create function training_time_passed(at timestamptz) returns int
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    due bigint;
    s training_session%rowtype;
    touched int := 0;
begin
    for due in select distinct r.session_id from training_registration r
            where r.status = 'OFFERED' and r.offered_until <= at order by 1 limit 100 loop
        select * into s from training_lock(due);
        perform training_end(s, r.id, 'EXPIRED', null, at) from training_registration r
            where r.session_id = due and r.status = 'OFFERED' and r.offered_until <= at;
        touched := touched + 1;
    end loop;
    for due in select t.id from training_session t where not t.released
            and t.release_on <= (at at time zone 'Asia/Shanghai')::date and t.status <> 'DRAFT' order by 1 limit 100 loop
        perform training_lock(due);
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

-- Takes what is to be told, with what the letter needs, the oldest first.
create function training_notices(many int)
    returns table (kind text, sequence int, registration bigint, number text, name text, mail text, language text,
        account bigint, enterprise bigint, offered_until timestamptz, place bigint, reason text, session_id bigint,
        link text, seated boolean)
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    with taken as (delete from training_notice where id = any (array(
            select n.id from training_notice n order by n.id limit many for update skip locked))
        returning id, registration_id, kind, sequence)
    select t.kind, t.sequence, r.id, r.number, r.name, r.mail, r.language, r.account_id, r.enterprise_id,
        r.offered_until, (select count(*) from training_registration w where t.kind = 'WAITING'
            and w.session_id = r.session_id and w.status = 'WAITING' and w.place <= r.place), r.reason, r.session_id,
        case when r.status = 'REGISTERED' then s.link end, r.status = 'REGISTERED'
    from taken t join training_registration r on r.id = t.registration_id join training_session s on s.id = r.session_id
    order by t.id
$$;

-- The link in such a letter.
create function training_ticket_made(link_hash bytea, of_registration bigint) returns void
    language sql volatile security definer
    set search_path = aeo, pg_temp
as $$
    insert into training_ticket (hash, registration_id, expires_at)
        select link_hash, r.id, s.ends_at + interval '400 days'
        from training_registration r join training_session s on s.id = r.session_id where r.id = of_registration
$$;

revoke all on function training_register, training_keep, training_of_ticket, training_by_ticket, training_do,
    training_hold, training_resettle, training_tell_all, training_time_passed, training_notices, training_ticket_made
    from public;
grant execute on function training_register, training_keep, training_of_ticket, training_by_ticket, training_do,
    training_hold, training_resettle, training_tell_all, training_time_passed, training_notices, training_ticket_made
    to ${app};
grant execute on function training_written_below, training_may to ${app};

-- Registrations nobody confirmed and links nobody can use are forgotten.
create policy training_registration_expires on training_registration to ${jobs} using (status = 'UNCONFIRMED');
create policy training_ticket_expires on training_ticket to ${jobs} using (true);
grant select, delete on training_registration, training_ticket to ${jobs};

-- For who sees a registration: its place among those who wait, and where the online session is for who is in.
create function training_seen(r training_registration) returns boolean
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(r.session_path >= nullif(current_setting('app.lo', true), '')
            and r.session_path < current_setting('app.hi', true), false)
        or coalesce(r.org_path >= nullif(current_setting('app.lo', true), '')
            and r.org_path < current_setting('app.hi', true), false)
        or coalesce(r.enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint, false)
        or coalesce(r.account_id = nullif(current_setting('app.account', true), '')::bigint, false)
$$;
create function training_row(of_registration bigint) returns bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select count(*) from training_registration r join training_registration w on w.session_id = r.session_id
            and w.status = 'WAITING' and w.place <= r.place
        where r.id = of_registration and r.status = 'WAITING'
            and training_seen(r)
        group by r.id
$$;
create function training_link(of_registration bigint) returns text
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select s.link from training_registration r join training_session s on s.id = r.session_id
        where r.id = of_registration and r.status = 'REGISTERED' and training_seen(r)
$$;
revoke all on function training_row, training_link, training_seen from public;
grant execute on function training_row, training_link to ${app};
