-- Attendance is a contact of every enterprise of which somebody was there, wherever it is registered. What was said is the
-- organiser's; that there was a contact is the enterprise's, whose house has it in its ledger. The organiser sees no row of
-- an enterprise that is not his.

-- Of contacts of a closed session of the viewer's what is not as attendance says. here: the viewer writes about the
-- enterprise himself. A contact somebody above has noted is his to put right.
create function training_contacts_wrong(of_session bigint, most int)
    returns table (enterprise bigint, persons text, names text, touchpoint bigint, version bigint, here boolean)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with held as (select s.id from training_session s
        where s.id = of_session and s.status = 'HELD' and training_written_below(s.org_path)),
    wanted as (select e.id, coalesce(string_agg(c.id::text, ',' order by c.id), '') as persons,
            coalesce(string_agg(a.name, '、' order by a.name, a.id) filter (where c.id is null), '') as names
        from held h join training_attendance a on a.session_id = h.id and a.counts
            join enterprise e on e.id = a.enterprise_id and e.merged_into is null
            left join contact_person c on c.id = a.person_id and c.enterprise_id = e.id and c.erased_at is null
        group by e.id),
    noted as (select k.touchpoint_id, p.enterprise_id, k.digest, t.version, training_written_below(t.org_path) as mine
        from held h join training_contact k on k.session_id = h.id
            join touchpoint t on t.id = k.touchpoint_id and t.withdrawn_at is null
            join touchpoint_party p on p.touchpoint_id = t.id and p.withdrawn_at is null
            join enterprise e on e.id = p.enterprise_id and e.merged_into is null)
    select e.id, w.persons, w.names, n.touchpoint_id, n.version, training_written_below(e.org_path)
        from wanted w full join noted n on n.enterprise_id = w.id
            join enterprise e on e.id = coalesce(w.id, n.enterprise_id)
        where coalesce(n.mine, true)
            and coalesce(n.digest, '-') <> case when w.id is null then '' else w.persons || '|' || w.names end
        order by e.id limit most
$$;
comment on function training_contacts_wrong is 'for the job that notes attendance: no page shows it';

-- Says that the contact noted for the session was with this enterprise and those of it who were there.
create function training_contact_met(of_touchpoint bigint, of_session bigint, of_enterprise bigint) returns void
    language plpgsql volatile security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from training_contact k join training_session s on s.id = k.session_id and s.status = 'HELD'
                join touchpoint t on t.id = k.touchpoint_id and t.withdrawn_at is null
            where k.touchpoint_id = of_touchpoint and s.id = of_session and training_written_below(s.org_path)
                and training_written_below(t.org_path) and exists (select from training_attendance a
                    where a.session_id = s.id and a.enterprise_id = of_enterprise and a.counts))
            or exists (select from touchpoint_party p
                where p.touchpoint_id = of_touchpoint and p.enterprise_id is distinct from of_enterprise) then
        raise exception 'nobody of it was there' using errcode = '42501';
    end if;
    insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at, timed,
            channel, strength, direction)
        select t.id, e.id, e.unit_id, e.org_path, e.unit_id, t.unit_id_then, t.at, t.began_at is not null, t.channel,
            t.strength, t.direction
        from touchpoint t join enterprise e on e.id = of_enterprise
        where t.id = of_touchpoint and not exists (select from touchpoint_party p
            where p.touchpoint_id = t.id and p.enterprise_id = e.id and p.withdrawn_at is null);
    -- Those who were erased cannot be named any more and are still counted.
    delete from touchpoint_person m using contact_person c
        where m.touchpoint_id = of_touchpoint and c.id = m.person_id and c.erased_at is null;
    insert into touchpoint_person (touchpoint_id, person_id)
        select distinct of_touchpoint, c.id from training_attendance a join contact_person c on c.id = a.person_id
                and c.enterprise_id = of_enterprise and c.erased_at is null
            where a.session_id = of_session and a.enterprise_id = of_enterprise and a.counts
        on conflict do nothing;
end
$$;
comment on function training_contact_met is 'for the job that notes attendance: nothing but what attendance says';
revoke all on function training_contacts_wrong, training_contact_met from public;
grant execute on function training_contacts_wrong, training_contact_met to ${app};
