-- Sessions as their owner sees them, second factors, and what an administrator may do about somebody's sign-in.

-- How long a session may rest; asked for before find_session, which takes it.
create function session_idle(hash bytea) returns interval
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select idle from session where token_hash = hash $$;

create function describe_session(hash bytea, rest interval, from_agent text) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$ update session set idle = rest, agent = left(from_agent, 200) where token_hash = hash $$;

create function my_sessions(hash bytea)
    returns table (id bigint, created_at timestamptz, last_seen_at timestamptz, address text, agent text, current boolean)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select s.id, s.created_at, s.last_seen_at, s.address, s.agent, s.token_hash = hash
    from session s
    where s.account_id = nullif(current_setting('app.account', true), '')::bigint
        and s.expires_at > now() and s.last_seen_at > now() - s.idle
    order by s.token_hash = hash desc, s.last_seen_at desc
$$;

-- Ends sessions of the viewer himself: one of them, or all but the one he uses.
create function end_my_sessions(one bigint, keep_session bytea) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    ended int;
begin
    delete from session s where s.account_id = nullif(current_setting('app.account', true), '')::bigint
        and (one is null or s.id = one) and s.token_hash is distinct from keep_session;
    get diagnostics ended = row_count;
    return ended;
end
$$;

create function factor_of(who bigint) returns table (secret bytea, confirmed boolean, last_step bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select f.secret, f.confirmed_at is not null, f.last_step from second_factor f where f.account_id = who $$;

-- A secret to be confirmed; one in force is never replaced without being removed first.
create function offer_factor(who bigint, new_secret bytea) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    insert into second_factor (account_id, secret) values (who, new_secret)
        on conflict (account_id) do update set secret = excluded.secret, last_step = 0
            where second_factor.confirmed_at is null
$$;

-- Uses the code of a period: each period once, and none before it any more. The first use confirms.
create function use_factor_step(who bigint, step bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update second_factor set last_step = step, confirmed_at = coalesce(confirmed_at, now())
        where account_id = who and last_step < step;
    return found;
end
$$;

create function set_recovery_codes(who bigint, hashes bytea[]) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    delete from recovery_code where account_id = who;
    insert into recovery_code (account_id, hash) select who, h from unnest(hashes) h;
$$;

create function use_recovery_code(who bigint, code_hash bytea) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    delete from recovery_code where account_id = who and hash = code_hash;
    return found;
end
$$;

create function recovery_codes_left(who bigint) returns int
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select count(*)::int from recovery_code where account_id = who $$;

create function drop_factor(who bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    delete from recovery_code where account_id = who;
    delete from second_factor where account_id = who;
    return found;
end
$$;

-- What an administrator sees of the sign-in of a person in his range; no row outside of it.
create function access_of(who bigint)
    returns table (password_set_at timestamptz, second_factor boolean, invited_at timestamptz,
                   invitation_expires_at timestamptz, sessions int, last_seen_at timestamptz)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select c.set_at, f.confirmed_at is not null, i.created_at, i.expires_at, s.n::int, s.last_seen_at
    from account a left join credential c on c.account_id = a.id left join second_factor f on f.account_id = a.id
        left join lateral (select u.created_at, u.expires_at from single_use u
            where u.account_id = a.id and u.purpose = 'INVITATION' order by u.created_at desc limit 1) i on true
        cross join lateral (select count(*) as n, max(t.last_seen_at) as last_seen_at from session t
            where t.account_id = a.id and t.expires_at > now()) s
    where a.id = who and a.org_path >= nullif(current_setting('app.lo', true), '')
        and a.org_path < current_setting('app.hi', true)
$$;

-- Ends all that a person could come in with: sessions and open links. For somebody who may change his account.
create function end_access(who bigint) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    delete from session s using account a where s.account_id = who and a.id = who
        and a.org_path >= nullif(current_setting('app.write_lo', true), '')
        and a.org_path < current_setting('app.write_hi', true);
    delete from single_use u using account a where u.account_id = who and a.id = who
        and a.org_path >= nullif(current_setting('app.write_lo', true), '')
        and a.org_path < current_setting('app.write_hi', true);
$$;

create function withdraw_invitation(who bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    delete from single_use u using account a where u.account_id = who and u.purpose = 'INVITATION' and a.id = who
        and a.org_path >= nullif(current_setting('app.write_lo', true), '')
        and a.org_path < current_setting('app.write_hi', true);
    return found;
end
$$;

-- People of the viewer's range who were invited and have not come: their invitation ends soon or has ended.
create function waiting_invitations(before timestamptz)
    returns table (account_id bigint, name_zh text, name_en text, unit_id bigint, expires_at timestamptz)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.id, a.name_zh, a.name_en, a.unit_id, max(u.expires_at)
    from account a join single_use u on u.account_id = a.id and u.purpose = 'INVITATION'
    where a.org_path >= nullif(current_setting('app.lo', true), '') and a.org_path < current_setting('app.hi', true)
        and a.suspended_at is null and not exists (select from credential c where c.account_id = a.id)
    group by a.id having max(u.expires_at) < before
    order by 5, 1
$$;

-- A person's own particulars.
create function change_my_particulars(zh text, en text, speaks text, zone text, expected bigint) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update account set name_zh = zh, name_en = en, language = speaks, time_zone = zone, version = version + 1
        where id = nullif(current_setting('app.account', true), '')::bigint and version = expected;
    return found;
end
$$;

create function change_mail(who bigint, address text) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$ update account set mail = address, version = version + 1 where id = who $$;

-- The first administrator of an installation, against the code the program printed at its first start.
create function setup_is_open() returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select exists (select from installation where key = 'setup-code') $$;

create function first_administrator(code_hash text, wanted text, zh text, en text, address text, speaks text,
                                    password_hash text, on_day date, moment timestamptz) returns bigint
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    added bigint;
begin
    delete from installation where key = 'setup-code' and value = code_hash;
    if not found then
        return null;
    end if;
    insert into account (kind, login, name_zh, name_en, mail, language, unit_id, org_path)
        select 'OFFICER', wanted, zh, en, address, speaks, u.id, u.org_path from unit u where u.org_path = '0000.'
        returning id into added;
    insert into role_assignment (account_id, role, unit_id, org_path, valid_from)
        select added, 'SYSTEM_ADMINISTRATOR', u.id, u.org_path, on_day from unit u where u.org_path = '0000.';
    insert into credential (account_id, hash, set_at) values (added, password_hash, moment);
    perform audit_append('identity.set-up', 'account', added::text, '0000.',
        jsonb_build_object('login', jsonb_build_array(null, wanted)));
    return added;
end
$$;

revoke all on function session_idle, describe_session, my_sessions, end_my_sessions, factor_of, offer_factor,
    use_factor_step, set_recovery_codes, use_recovery_code, recovery_codes_left, drop_factor, access_of, end_access,
    withdraw_invitation, waiting_invitations, change_my_particulars, change_mail,
    setup_is_open, first_administrator from public;
grant execute on function session_idle, describe_session, my_sessions, end_my_sessions, factor_of, offer_factor,
    use_factor_step, set_recovery_codes, use_recovery_code, recovery_codes_left, drop_factor, access_of, end_access,
    withdraw_invitation, waiting_invitations, change_my_particulars, change_mail,
    setup_is_open, first_administrator to ${app};
