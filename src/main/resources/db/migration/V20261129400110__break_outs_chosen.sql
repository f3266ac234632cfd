-- Parts of a conference go with it, and its delegates choose break-outs.

-- What is done with the whole is done with its parts: out with them, off with those that are not over, and those at whose
-- own doors nobody was written down are over and opened again with it; the others are closed for themselves, as their
-- contacts are noted.
create function training_event_followed() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    each bigint;
    part training_session%rowtype;
begin
    for each in select t.id from training_session t where t.parent_id = new.id order by t.id loop
        perform training_lock(each);
        if new.status = 'HELD' or old.status = 'HELD' then
            update training_session set status = new.status, closed_at = new.closed_at, closed_by = new.closed_by,
                changed_at = now(), version = version + 1 where id = each and status = old.status
                and not exists (select from training_attendance a where a.session_id = each);
        elsif new.status = 'PUBLISHED' then
            update training_session set status = 'PUBLISHED', changed_at = now(), version = version + 1
                where id = each and status = 'DRAFT' returning * into part;
            if found then
                perform training_settle(part);
            end if;
        else
            update training_session set status = 'CANCELLED', reason = new.reason, sequence = sequence + 1,
                changed_at = now(), version = version + 1
                where id = each and status = 'PUBLISHED' and ends_at > now();
            if found then
                perform training_tell(r.id, 'CALLED_OFF') from training_registration r where r.session_id = each
                    and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED');
            end if;
        end if;
    end loop;
    return null;
end
$$;
revoke all on function training_event_followed from public;
create trigger training_event_followed after update of status on training_session for each row
    when (new.parent_id is null and new.kind = 'CONFERENCE' and old.status <> new.status
        and new.status in ('PUBLISHED', 'CANCELLED', 'HELD'))
    execute function training_event_followed();

-- A delegate's registration for the whole: by his secret link, or one the viewer may act for.
create function training_delegate(link_hash bytea, of_registration bigint, at timestamptz) returns training_registration
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
declare
    r training_registration%rowtype;
begin
    if link_hash is not null then
        select g.* into r from training_ticket t join training_registration g on g.id = t.registration_id
            where t.hash = link_hash and t.expires_at > at;
    else
        select g.* into r from training_registration g where g.id = of_registration and g.status <> 'UNCONFIRMED'
            and training_may(g.session_path, g.enterprise_id, g.org_path, g.account_id);
    end if;
    return r;
end
$$;

-- Which place somebody has among those who wait for the same seats.
create function training_rank(of_registration bigint) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select count(w.id) from training_registration r
        cross join lateral (select training_typed(r.session_id) as own) t
        left join training_registration w on w.session_id = r.session_id and w.status = 'WAITING' and w.place <= r.place
            and case when r.delegate_type = any (t.own) then w.delegate_type = r.delegate_type
                else w.delegate_type is null or w.delegate_type <> all (t.own) end
        where r.id = of_registration and r.status = 'WAITING'
$$;
revoke all on function training_rank from public;
create or replace function training_row(of_registration bigint) returns bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select training_rank(r.id) from training_registration r
        where r.id = of_registration and r.status = 'WAITING' and training_seen(r)
$$;

-- He chooses a break-out, or gives it up. The outcome is the status he has there then, or why not: NONE (no such link,
-- registration or break-out), DELEGATE (he is not registered for the conference), CLOSED, CLASH (he has chosen another
-- one at the same time).
create function training_choose(link_hash bytea, of_registration bigint, of_part bigint, wanted boolean, at timestamptz)
    returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    d training_registration%rowtype;
    s training_session%rowtype;
    his record;
    made bigint;
begin
    select * into d from training_delegate(link_hash, of_registration, at);
    if d.id is null or not exists (select from training_session t
            where t.id = of_part and t.parent_id = d.session_id and t.part = 'BREAKOUT' and t.published_at is not null) then
        return 'NONE';
    end if;
    perform training_lock(d.session_id);
    select * into s from training_lock(of_part);
    select * into d from training_registration where id = d.id;
    select r.id, r.status into his from training_registration r where r.session_id = of_part
        and r.delegate_id = d.id and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED');
    if not wanted and his.id is not null and not training_open(s, at) then
        return 'CLOSED';
    elsif not wanted then
        perform training_end(s, his.id, 'CANCELLED', null, at) where his.id is not null;
        return 'CANCELLED';
    elsif his.id is not null then
        return his.status;
    elsif d.status <> 'REGISTERED' then
        return 'DELEGATE';
    elsif s.status <> 'PUBLISHED' or s.starts_at <= at or at < s.registration_from or s.registration_until <= at then
        return 'CLOSED';
    elsif exists (select from training_registration r join training_session o on o.id = r.session_id
            where r.delegate_id = d.id and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')
                and o.status <> 'CANCELLED' and o.starts_at < s.ends_at and s.starts_at < o.ends_at) then
        return 'CLASH';
    end if;
    insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, person_id, account_id,
            entered_by, name, mail, phone, organisation, language, status, created_at, delegate_id)
        values (s.id, s.org_path, d.enterprise_id, d.unit_id, d.org_path, d.person_id, d.account_id,
            nullif(current_setting('app.account', true), '')::bigint, d.name, d.mail, d.phone, d.organisation, d.language,
            'UNCONFIRMED', at, d.id)
        returning id into made;
    return training_admit(s, made, at);
end
$$;

-- What he has chosen.
create function training_choices(link_hash bytea, of_registration bigint, at timestamptz)
    returns table (part bigint, status text, place bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.session_id, r.status, case when r.status = 'WAITING' then training_rank(r.id) end
        from training_delegate(link_hash, of_registration, at) d join training_registration r on r.delegate_id = d.id
        where r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')
$$;
revoke all on function training_delegate, training_choose, training_choices from public;
grant execute on function training_choose, training_choices to ${app};
