-- The few ways across scope that enterprise users need; those of claims and delegations have files of their own.

-- On what ground a person may act for an enterprise on a day: as its user, or by delegations, whose rights add up. No
-- row when there is none, or when the enterprise, or the representative's own one, is suspended.
create function enterprise_standing(who bigint, for_enterprise bigint, on_day date)
    returns table (delegation_id bigint, rights text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with member as (
        select m.rights from enterprise_member m join enterprise e on e.id = m.enterprise_id
        where m.account_id = who and m.enterprise_id = for_enterprise and m.ended_at is null and e.suspended_at is null
            and on_day >= m.valid_from and (m.valid_to is null or on_day <= m.valid_to)
    ), delegated as (
        select min(d.id) as id, string_agg(distinct one, ',') as rights
        from delegation d join enterprise e on e.id = d.enterprise_id
            cross join lateral string_to_table(d.rights, ',') one
        where d.representative_id = who and d.enterprise_id = for_enterprise and e.suspended_at is null
            and d.revoked_at is null and on_day between d.first_day and d.last_day
            and not exists (select from account a join enterprise own on own.id = a.enterprise_id
                            where a.id = who and own.suspended_at is not null)
    )
    select null::bigint, m.rights from member m
    union all
    select d.id, d.rights from delegated d where d.id is not null and not exists (select from member)
$$;

-- As before; a role of an enterprise user only while he has a standing in that enterprise.
create or replace function acting_roles(who bigint, on_day date)
    returns table (assignment_id bigint, substitution_id bigint, absent_id bigint, absent_zh text, absent_en text,
                   role text, unit_id bigint, org_path text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select r.id, null::bigint, null::bigint, null::text, null::text, r.role, r.unit_id, r.org_path
        from role_assignment r join account a on a.id = r.account_id join unit u on u.id = r.unit_id
        where r.account_id = who and a.suspended_at is null
            and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
            and (u.closed_on is null or on_day < u.closed_on)
            and (r.role <> 'ENTERPRISE_USER'
                or exists (select from enterprise_standing(r.account_id, r.enterprise_id, on_day)))
    union all
    select r.id, s.id, s.absent_id, b.name_zh, b.name_en, r.role, r.unit_id, r.org_path
        from substitution s join role_assignment r on r.id = s.assignment_id join account a on a.id = s.substitute_id
            join account b on b.id = s.absent_id join unit u on u.id = r.unit_id
        where s.substitute_id = who and a.suspended_at is null and s.revoked_at is null
            and r.role <> 'ENTERPRISE_USER'
            and on_day between s.first_day and s.last_day
            and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
            and (u.closed_on is null or on_day < u.closed_on)
    order by 2 nulls first, 1
$$;

-- The enterprise behind a role of an enterprise user, and what he may do there on that day.
create function acting_enterprise(who bigint, assignment bigint, on_day date)
    returns table (enterprise_id bigint, name_zh text, name_en text, delegation_id bigint, rights text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select e.id, e.name_zh, e.name_en, s.delegation_id, s.rights
        from role_assignment r join enterprise e on e.id = r.enterprise_id
            cross join lateral enterprise_standing(r.account_id, r.enterprise_id, on_day) s
        where r.id = assignment and r.account_id = who
$$;

-- Whose membership or delegation ends loses the role with it, unless another ground is left.
create function close_enterprise_role() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    today date := (now() at time zone 'Asia/Shanghai')::date;
    who bigint := case tg_table_name when 'delegation' then (to_jsonb(new) ->> 'representative_id')::bigint
                                     else (to_jsonb(new) ->> 'account_id')::bigint end;
begin
    if who is not null
        and not exists (select from enterprise_member m
                        where m.account_id = who and m.enterprise_id = new.enterprise_id and m.ended_at is null)
        and not exists (select from delegation d
                        where d.representative_id = who and d.enterprise_id = new.enterprise_id
                            and d.revoked_at is null and d.last_day >= today) then
        update role_assignment r set valid_to = greatest(r.valid_from, today), version = r.version + 1
            where r.account_id = who and r.enterprise_id = new.enterprise_id
                and (r.valid_to is null or r.valid_to > today);
    end if;
    return null;
end
$$;
create trigger enterprise_member_ended after update of ended_at on enterprise_member
    for each row when (old.ended_at is null and new.ended_at is not null) execute function close_enterprise_role();
create trigger delegation_revoked after update of revoked_at on delegation
    for each row when (old.revoked_at is null and new.revoked_at is not null) execute function close_enterprise_role();

-- The people to tell about an enterprise: its administrators on a day.
create function enterprise_administrators(of_enterprise bigint, on_day date)
    returns table (account_id bigint, name_zh text, name_en text, mail text, language text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.id, a.name_zh, a.name_en, a.mail, a.language
        from enterprise_member m join account a on a.id = m.account_id
        where m.enterprise_id = of_enterprise and m.ended_at is null and a.suspended_at is null
            and 'ADMINISTER' = any (string_to_array(m.rights, ','))
            and on_day >= m.valid_from and (m.valid_to is null or on_day <= m.valid_to)
        order by m.id
$$;

-- The account of an enterprise person with this address; a new one, without a way to sign in yet, when there is none.
create function enterprise_account(person_zh text, person_en text, person_mail text, person_language text,
                                   home_enterprise bigint, home_unit bigint, home_path text)
    returns table (account_id bigint, made boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    found_id bigint;
    wanted text := lower(person_mail);
    nr int := 1;
begin
    -- Two at once with one address must not make two accounts.
    perform pg_advisory_xact_lock(226001, hashtext(lower(person_mail)));
    select a.id into found_id from account a where a.kind = 'ENTERPRISE' and lower(a.mail) = lower(person_mail)
        order by a.suspended_at nulls first, a.id limit 1;
    if found_id is not null then
        return query select found_id, false;
        return;
    end if;
    while exists (select from account a where lower(a.login) = wanted) loop
        nr := nr + 1;
        wanted := lower(person_mail) || '.' || nr;
    end loop;
    insert into account (kind, login, name_zh, name_en, mail, language, unit_id, org_path, enterprise_id)
        values ('ENTERPRISE', wanted, person_zh, person_en, person_mail, person_language, home_unit, home_path,
                home_enterprise)
        returning id into found_id;
    return query select found_id, true;
end
$$;

-- The role that lets a person act for an enterprise, unless he has it already.
create function open_enterprise_role(who bigint, for_enterprise bigint, first_day date, last_day date) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    e enterprise%rowtype;
begin
    select * into e from enterprise where id = for_enterprise;
    update role_assignment r
        set valid_from = least(r.valid_from, first_day),
            valid_to = case when last_day is null or r.valid_to is null then null else greatest(r.valid_to, last_day) end,
            version = r.version + 1
        where r.id = (select max(o.id) from role_assignment o where o.account_id = who and o.unit_id = e.unit_id
                          and o.enterprise_id = for_enterprise and (o.valid_to is null or o.valid_to >= first_day));
    if not found then
        insert into role_assignment (account_id, role, unit_id, org_path, enterprise_id, valid_from, valid_to)
            values (who, 'ENTERPRISE_USER', e.unit_id, e.org_path, e.id, first_day, last_day);
    end if;
end
$$;

-- A new user of an enterprise. The account is found by its address or made. No row when he is one already.
create function admit_member(of_enterprise bigint, person_zh text, person_en text, person_mail text,
                             person_language text, person_rights text, first_day date, last_day date)
    returns table (member_id bigint, account_id bigint, made boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    e enterprise%rowtype;
    person record;
    member bigint;
begin
    select * into e from enterprise where id = of_enterprise and suspended_at is null;
    if not found then
        return;
    end if;
    select * into person from enterprise_account(person_zh, person_en, person_mail, person_language, e.id, e.unit_id,
                                                 e.org_path);
    if exists (select from enterprise_member m
               where m.enterprise_id = e.id and m.account_id = person.account_id and m.ended_at is null) then
        return;
    end if;
    insert into enterprise_member (enterprise_id, unit_id, org_path, account_id, name_zh, name_en, mail, rights,
                                   valid_from, valid_to)
        values (e.id, e.unit_id, e.org_path, person.account_id, person_zh, person_en, person_mail, person_rights,
                first_day, last_day)
        returning id into member;
    perform open_enterprise_role(person.account_id, e.id, first_day, null);
    return query select member, person.account_id, person.made;
end
$$;

-- The same, asked for by an administrator of the enterprise or by an officer in whose range it is; nobody else.
create function invite_member(of_enterprise bigint, person_zh text, person_en text, person_mail text,
                              person_language text, person_rights text, first_day date, last_day date)
    returns table (member_id bigint, account_id bigint, made boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (
        select from enterprise e where e.id = of_enterprise and (
            (e.org_path >= nullif(current_setting('app.write_lo', true), '')
                and e.org_path < current_setting('app.write_hi', true))
            or (e.id = nullif(current_setting('app.enterprise', true), '')::bigint
                and 'ADMINISTER' = any (string_to_array(current_setting('app.rights', true), ','))))) then
        raise insufficient_privilege;
    end if;
    return query select * from admit_member(of_enterprise, person_zh, person_en, person_mail, person_language,
                                            person_rights, first_day, last_day);
end
$$;

-- Officers an enterprise may turn to: the coordinators of its house on a day, by name.
create function enterprise_coordinators(of_enterprise bigint, on_day date)
    returns table (name_zh text, name_en text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select distinct a.name_zh, a.name_en
        from enterprise e join role_assignment r on r.unit_id = e.unit_id and r.role = 'COORDINATOR'
            join account a on a.id = r.account_id
        where e.id = of_enterprise and e.id = nullif(current_setting('app.enterprise', true), '')::bigint
            and a.suspended_at is null and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
        order by 1
$$;

revoke all on function enterprise_standing, acting_enterprise, close_enterprise_role, enterprise_administrators,
    enterprise_account, open_enterprise_role, admit_member, invite_member, enterprise_coordinators from public;
-- enterprise_account, open_enterprise_role and admit_member are only for the functions that check who asks.
grant execute on function acting_enterprise, enterprise_administrators, invite_member, enterprise_coordinators to ${app};
