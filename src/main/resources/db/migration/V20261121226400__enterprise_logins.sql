-- As before, with a login that can be typed: an address the sign-in form would not take gives a name of its own.
-- The account of an enterprise person with this address; a new one, without a way to sign in yet, when there is none.
create or replace function enterprise_account(person_zh text, person_en text, person_mail text, person_language text,
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
    if wanted !~ '^[a-z0-9][a-z0-9._@+-]{2,59}$' then
        wanted := 'user.' || left(md5(wanted), 12);
    end if;
    while exists (select from account a where lower(a.login) = wanted) loop
        nr := nr + 1;
        wanted := regexp_replace(wanted, '[.][0-9]+$', '') || '.' || nr;
    end loop;
    insert into account (kind, login, name_zh, name_en, mail, language, unit_id, org_path, enterprise_id)
        values ('ENTERPRISE', wanted, person_zh, person_en, person_mail, person_language, home_unit, home_path,
                home_enterprise)
        returning id into found_id;
    return query select found_id, true;
end
$$;
