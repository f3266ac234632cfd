-- The unit that does a unit's work today: itself while it is open, else the one it was merged into, else the one above.
create function enquiry_unit_now(wanted bigint) returns bigint
    language plpgsql stable
    set search_path = aeo, pg_temp
as $$
begin
    return (with recursive way as (
        select u.id, u.parent_id, u.merged_into_id, u.closed_on, 0 as steps from unit u where u.id = wanted
        union all
        select u.id, u.parent_id, u.merged_into_id, u.closed_on, w.steps + 1
            from way w join unit u on u.id = coalesce(w.merged_into_id, w.parent_id)
            where w.closed_on <= china_day() and w.steps < 20)
    select w.id from way w where w.closed_on is null or w.closed_on > china_day() order by w.steps limit 1);
end
$$;
revoke all on function enquiry_unit_now from public;
grant execute on function enquiry_unit_now to ${app}, ${jobs};

-- Enquiries not closed whose unit is. Its enquiries go on with whoever does its work; one that is with a level above
-- which is above that one too stays there.
create function enquiries_left_behind(most int)
    returns table (enquiry bigint, was bigint, desk_path text, target bigint, target_path text, turn boolean,
        running boolean, officer bigint)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        select w.enquiry_id, w.unit_id, w.desk_path, n.id, n.org_path,
                not starts_with(n.org_path, w.desk_path) or coalesce(d.closed_on <= china_day(), false),
                w.clock_since is not null, w.officer_id
            from unit u join enquiry_work w on w.org_path = u.org_path and w.status <> 'CLOSED'
                join unit d on d.id = w.desk_id join unit n on n.id = enquiry_unit_now(u.id)
            where u.closed_on <= china_day()
            order by w.enquiry_id limit most;
end
$$;
comment on function enquiries_left_behind is 'enquiries of units that are closed, and who does their work now; for nobody who is signed in';

-- Moves one whose clocks stand, or which another level has; the clocks stay as they are.
create function enquiry_follow(wanted bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    there unit;
    goes boolean;
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    select n.* into there from enquiry_work w join unit u on u.id = w.unit_id join unit n on n.id = enquiry_unit_now(u.id)
        where w.enquiry_id = wanted and u.closed_on <= china_day();
    if there.id is null then
        return false;
    end if;
    select not starts_with(there.org_path, w.desk_path) or coalesce(d.closed_on <= china_day(), false) into goes
        from enquiry_work w join unit d on d.id = w.desk_id where w.enquiry_id = wanted;
    update enquiry set unit_id = there.id, org_path = there.org_path where id = wanted;
    update enquiry_work set unit_id = there.id, org_path = there.org_path,
            desk_id = case when goes then there.id else desk_id end,
            desk_path = case when goes then there.org_path else desk_path end,
            level = case when goes then there.kind else level end,
            changed_at = now(), version = version + 1
        where enquiry_id = wanted;
    update enquiry_recheck r set unit_id = u.id, org_path = u.org_path
        from enquiry_message m join unit u on u.id = enquiry_recheck_unit(m.unit_id, there.org_path)
        where r.enquiry_id = wanted and m.id = r.message_id;
    if goes then
        with left_over as (
            update enquiry_step set left_at = now(), passed = 'OVER' where enquiry_id = wanted and left_at is null
            returning target_minutes)
        insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes)
            select wanted, there.id, there.org_path, there.kind, o.target_minutes from left_over o;
    end if;
    return true;
end
$$;
comment on function enquiry_follow is 'moves an enquiry of a closed unit to whoever does its work; for nobody who is signed in';
revoke all on function enquiries_left_behind, enquiry_follow from public;
grant execute on function enquiries_left_behind, enquiry_follow to ${app};

-- What an asker wrote himself gets the topic it clearly is about; an officer says whether that is so.
alter table enquiry_work add column topic_suggested boolean not null default false;
comment on column enquiry_work.topic_suggested is 'whether the topic was found in the text and no officer has confirmed it';
grant update (topic_suggested) on enquiry_work to ${app};

-- Who has this address among the people of a unit's enterprises; nobody where it is that of several enterprises. The
-- account is that of a user who has confirmed the address, so that he finds among his questions what he asked by mail.
drop function enquiry_mail_sender(text, text);
create function enquiry_mail_sender(address text, path text)
    returns table (enterprise_id bigint, person_id bigint, account_id bigint, name text, language text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with reach as (
        select path as org_path
        union
        select n.org_path from unit u join unit n on n.id = enquiry_unit_now(u.id) where u.org_path = path),
    known as (
        select p.enterprise_id, p.id as person_id, null::bigint as account_id, p.name_zh as name, p.language
            from contact_person p
            where lower(p.mail) = address and p.enterprise_id is not null and p.ended_at is null and p.erased_at is null
                and exists (select from reach r where starts_with(p.org_path, r.org_path))
        union all
        select m.enterprise_id, null, a.id, m.name_zh, u.language from enterprise_member m
            join account u on u.id = m.account_id
            left join account a on a.id = m.account_id and lower(a.mail) = address and a.suspended_at is null
            where lower(m.mail) = address and m.ended_at is null and m.valid_from <= china_day()
                and (m.valid_to is null or m.valid_to >= china_day())
                and exists (select from reach r where starts_with(m.org_path, r.org_path)))
    select min(k.enterprise_id), min(k.person_id),
            case when count(distinct k.account_id) = 1 then min(k.account_id) end,
            (array_agg(k.name order by k.person_id nulls last))[1],
            (array_agg(k.language order by k.person_id nulls first))[1]
        from known k having count(distinct k.enterprise_id) = 1
$$;
revoke all on function enquiry_mail_sender from public;
grant execute on function enquiry_mail_sender to ${app};
