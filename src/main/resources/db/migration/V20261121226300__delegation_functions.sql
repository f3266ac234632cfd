-- The ways across scope that delegations need: between an enterprise and people outside it.

-- A link to an offer the viewer may see.
create function open_delegation_link(hash bytea, delegation bigint, until timestamptz) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    if not exists (select from delegation d where d.id = delegation
            and d.enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
            and 'ADMINISTER' = any (string_to_array(current_setting('app.rights', true), ','))) then
        raise insufficient_privilege;
    end if;
    insert into enterprise_link (token_hash, purpose, record_id, expires_at)
        values (hash, 'DELEGATION', delegation, until);
end
$$;

-- The offer behind a link that can still be used.
create function delegation_of_link(hash bytea, at_time timestamptz, on_day date)
    returns table (delegation_id bigint, enterprise_zh text, enterprise_en text, representative_name text,
                   representative_mail text, rights text, first_day date, last_day date, note text, language text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select d.id, d.enterprise_zh, d.enterprise_en, d.representative_name, d.representative_mail, d.rights, d.first_day,
           d.last_day, d.note, d.language
        from enterprise_link l join delegation d on d.id = l.record_id join enterprise e on e.id = d.enterprise_id
        where l.token_hash = hash and l.purpose = 'DELEGATION' and l.used_at is null and l.expires_at > at_time
            and d.accepted_at is null and d.declined_at is null and d.revoked_at is null and d.last_day >= on_day
            and e.suspended_at is null
$$;

-- Accepts an offer, by its link or as the signed-in person of the address it was made to. Without anybody signed in,
-- whoever holds the link is the owner of the address: his account is found by it or made. OWN: he is a user of that
-- enterprise already. No row when there is nothing to accept.
create function accept_delegation(wanted bigint, hash bytea, at_time timestamptz, on_day date)
    returns table (outcome text, delegation_id bigint, enterprise_id bigint, org_path text, account_id bigint,
                   made boolean)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    d delegation%rowtype;
    me account%rowtype;
    person record;
    target bigint := wanted;
begin
    select * into me from account a
        where a.id = nullif(current_setting('app.account', true), '')::bigint and a.kind = 'ENTERPRISE';
    if hash is not null then
        update enterprise_link l set used_at = at_time
            where l.token_hash = hash and l.purpose = 'DELEGATION' and l.used_at is null and l.expires_at > at_time
            returning l.record_id into target;
    end if;
    select x.* into d from delegation x join enterprise e on e.id = x.enterprise_id
        where x.id = target and x.accepted_at is null and x.declined_at is null and x.revoked_at is null
            and x.last_day >= on_day and e.suspended_at is null
        for update of x;
    if d.id is null or (hash is null and lower(me.mail) is distinct from lower(d.representative_mail)) then
        return;
    end if;
    if me.id is null then
        select * into person from enterprise_account(d.representative_name, null, d.representative_mail, d.language,
                                                     null, d.unit_id, d.org_path);
    else
        select me.id as account_id, false as made into person;
    end if;
    if exists (select from enterprise_member m where m.account_id = person.account_id
            and m.enterprise_id = d.enterprise_id and m.ended_at is null) then
        return query select 'OWN', d.id, d.enterprise_id, d.org_path, person.account_id, false;
        return;
    end if;
    update delegation x set accepted_at = at_time, representative_id = person.account_id, version = x.version + 1,
            representative_firm = (select e.name_zh from account a join enterprise e on e.id = a.enterprise_id
                                   where a.id = person.account_id)
        where x.id = d.id;
    perform open_enterprise_role(person.account_id, d.enterprise_id, d.first_day, d.last_day);
    return query select 'ACCEPTED', d.id, d.enterprise_id, d.org_path, person.account_id, person.made;
end
$$;

revoke all on function open_delegation_link, delegation_of_link, accept_delegation from public;
grant execute on function open_delegation_link, delegation_of_link, accept_delegation to ${app};
