-- Which enterprise somebody is of who registered by his address alone or came unannounced: said by who organises the
-- session, about enterprises of his range only. It goes for the registration and its attendance alike.

create function training_whose(of_registration bigint, of_attendance bigint, of_enterprise bigint, at timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
declare
    s training_session%rowtype;
    r training_registration%rowtype;
    part training_registration%rowtype;
    e enterprise%rowtype;
    now_of bigint;
    now_path text;
begin
    of_registration := coalesce((select a.registration_id from training_attendance a where a.id = of_attendance),
        of_registration);
    -- A delegate of a conference is who he is in all its parts.
    of_registration := coalesce((select g.delegate_id from training_registration g where g.id = of_registration),
        of_registration);
    select t.* into s from training_session t where training_written_below(t.org_path) and t.id = coalesce(
        (select g.session_id from training_registration g where g.id = of_registration and g.status <> 'UNCONFIRMED'),
        (select a.session_id from training_attendance a where a.id = of_attendance));
    if of_enterprise is not null then
        select k.* into e from enterprise f join enterprise k on k.id = coalesce(f.merged_into, f.id)
            where f.id = of_enterprise and training_written_below(k.org_path);
    end if;
    if s.id is null or (of_enterprise is not null and e.id is null) then
        return 'NONE';
    elsif of_enterprise is not null and 'OFFICERS' = any (s.audience) then
        return 'OFFICERS';
    end if;
    select * into s from training_lock(s.id);
    select * into r from training_registration g where g.id = of_registration for update;
    select a.enterprise_id, a.org_path into now_of, now_path from training_attendance a where a.id = of_attendance;
    if coalesce(r.enterprise_id, now_of) is not null and not training_written_below(coalesce(r.org_path, now_path)) then
        return 'ELSEWHERE';
    end if;
    if not training_reseated(s, r, e, at) then
        return 'FULL';
    end if;
    update training_attendance a set enterprise_id = e.id, unit_id = e.unit_id, org_path = e.org_path,
            person_id = training_person_of(e.id, a.mail), version = a.version + 1
        where a.id = of_attendance and a.registration_id is null and a.enterprise_id is distinct from e.id;
    for part in select g.* from training_registration g where g.delegate_id = r.id order by g.session_id loop
        perform training_reseated(training_lock(part.session_id), part, e, at);
    end loop;
    return s.status;
end
$$;
comment on function training_whose is 'NONE, OFFICERS, ELSEWHERE (he is of an enterprise that is not the viewer''s), FULL; else the status of the session, and it is so';

-- Writes it into a registration and its attendance. Who holds a seat before the session begins gets the narrowest one he may have now;
-- false: there is none left for him, and all is as it was.
create function training_reseated(s training_session, r training_registration, e enterprise, at timestamptz) returns boolean
    language plpgsql volatile
    set search_path = aeo, pg_temp
as $$
declare
    seat record;
    of_unit training_registration.quota_unit%type := r.quota_unit;
    sits boolean := r.status in ('OFFERED', 'REGISTERED') and s.starts_at > at
        and (r.delegate_type is null or r.delegate_type <> all (training_typed(s.id)));
begin
    if r.id is null or r.enterprise_id is not distinct from e.id then
        return true;
    end if;
    if sits then
        update training_seat_pool set taken = taken - 1 where session_id = s.id and delegate_type is null
            and quota_unit is not distinct from r.quota_unit;
        select * into seat from training_take(s.id, e.org_path, r.delegate_type);
        if not seat.granted or seat.of_unit is distinct from r.quota_unit then
            update training_seat_pool set taken = taken + 1 where session_id = s.id and delegate_type is null
                and quota_unit is not distinct from r.quota_unit;
        end if;
        if not seat.granted then
            return false;
        end if;
        of_unit := seat.of_unit;
    end if;
    update training_registration g set enterprise_id = e.id, unit_id = e.unit_id, org_path = e.org_path,
            person_id = training_person_of(e.id, g.mail), version = g.version + 1,
            quota_unit = of_unit
        where g.id = r.id;
    if of_unit is distinct from r.quota_unit then
        perform training_give_back(s.id, r.quota_unit, r.delegate_type);
    end if;
    update training_attendance a set enterprise_id = e.id, unit_id = e.unit_id, org_path = e.org_path,
            person_id = training_person_of(e.id, a.mail), version = a.version + 1
        where a.registration_id = r.id;
    perform training_move_up(s, at);
    return true;
end
$$;
revoke all on function training_whose, training_reseated from public;
grant execute on function training_whose to ${app};

-- Those who registered before people were looked for by their address.
update training_registration r set person_id = training_person_of(r.enterprise_id, r.mail)
    where r.enterprise_id is not null and r.person_id is null;
