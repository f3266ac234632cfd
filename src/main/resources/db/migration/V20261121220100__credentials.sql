-- How people prove who they are: passwords, second factors, single-use tokens, counted attempts, known devices.
-- No request reads these tables; it goes through the functions below.

create table credential (
    account_id bigint primary key references account,
    hash       text not null,
    set_at     timestamptz not null
);
comment on table credential is 'system: the password of a person, as Argon2 in PHC string format';

create table former_password (
    account_id bigint not null references account,
    set_at     timestamptz not null,
    hash       text not null,
    primary key (account_id, set_at)
);
comment on table former_password is 'system: passwords a person had before, so that he does not take them again';

create table second_factor (
    account_id   bigint primary key references account,
    secret       bytea not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);
comment on table second_factor is 'system: TOTP secrets, encrypted by a key outside the database; in force once confirmed; last_step is the newest period whose code was used';

create table recovery_code (
    account_id bigint not null references account,
    hash       bytea not null,
    primary key (account_id, hash)
);
comment on table recovery_code is 'system: SHA-256 of the recovery codes a person has left';

create table single_use (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('INVITATION', 'RESET', 'MAIL', 'SECOND_FACTOR', 'NEW_PASSWORD')),
    account_id bigint not null references account,
    detail     text,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
comment on table single_use is 'system: links in mail and steps of a sign-in, by the SHA-256 of their token; used once, then gone';
create index single_use_account on single_use (account_id, purpose);
create index single_use_expiry on single_use (expires_at);
grant select, delete on single_use to ${jobs};

create table attempt (
    key          text primary key,
    failures     int not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
comment on table attempt is 'system: failed attempts in a row, per account, address or device';
create index attempt_age on attempt (last_at);
grant select, delete on attempt to ${jobs};

create table known_device (
    token_hash bytea primary key,
    account_id bigint not null references account,
    expires_at timestamptz not null
);
comment on table known_device is 'system: browsers a person has signed in with; strangers cannot lock him out there';
create index known_device_expiry on known_device (expires_at);
create index known_device_account on known_device (account_id);
grant select, delete on known_device to ${jobs};

alter table session add id bigint generated always as identity;
create unique index session_id on session (id);
alter table session add idle interval not null default interval '15 minutes';
alter table session add agent text not null default '';

create index account_any_mail on account (lower(mail));

-- Counts an attempt against each key before it is judged, so that tries made at the same moment cannot all slip
-- through; false, and nothing counted, while one of the keys is locked. Each time a key has failed as often as allowed
-- it is locked, longer every time; a day without an attempt forgets. Lock keys in the order given: always the same.
create function take_attempt(keys text[], allowed int[], minutes int[]) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    k record;
    moment timestamptz := clock_timestamp();
begin
    for k in select u.key, u.most from unnest(keys, allowed) with ordinality u (key, most, nr) order by u.nr loop
        insert into attempt (key, failures, last_at) values (k.key, 0, moment) on conflict (key) do nothing;
        perform 1 from attempt a where a.key = k.key for update;
        update attempt a set failures = 0, locked_until = null
            where a.key = k.key and a.last_at < moment - interval '1 day';
        if exists (select from attempt a where a.key = k.key and a.locked_until > clock_timestamp()) then
            return false;
        end if;
    end loop;
    update attempt a set failures = a.failures + 1, last_at = moment,
            locked_until = case when (a.failures + 1) % u.most = 0
                then moment + make_interval(mins => minutes[least((a.failures + 1) / u.most, cardinality(minutes))]) end
        from unnest(keys, allowed) u (key, most) where a.key = u.key;
    return true;
end
$$;

-- The attempt was right: who proved himself starts anew; an address, shared by many, gets back only this one.
create function attempt_succeeded(cleared text[], lowered text[]) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    delete from attempt where key = any (cleared);
    update attempt set failures = greatest(failures - 1, 0), locked_until = null where key = any (lowered);
$$;

-- The person of this login and what he is checked against; no row when there is none.
create function sign_in_account(wanted text)
    returns table (account_id bigint, kind text, login text, name_zh text, name_en text, mail text, language text,
                   org_path text, suspended boolean, hash text, set_at timestamptz, second_factor boolean)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.id, a.kind, a.login, a.name_zh, a.name_en, a.mail, a.language, a.org_path, a.suspended_at is not null,
           c.hash, c.set_at, f.confirmed_at is not null
    from account a left join credential c on c.account_id = a.id left join second_factor f on f.account_id = a.id
    where lower(a.login) = lower(wanted)
$$;

-- The same by id.
create function account_facts(wanted bigint)
    returns table (account_id bigint, kind text, login text, name_zh text, name_en text, mail text, language text,
                   org_path text, suspended boolean, hash text, set_at timestamptz, second_factor boolean)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select s.* from account a cross join lateral sign_in_account(a.login) s where a.id = wanted
$$;

-- Those a forgotten password is asked for: by login, or by address, which several may share.
create function forgotten_accounts(wanted text) returns table (account_id bigint)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.id from account a
    where a.suspended_at is null and (lower(a.login) = lower(wanted) or lower(a.mail) = lower(wanted))
    order by a.id limit 5
$$;

-- A failed sign-in is recorded whether the login exists or not; what was typed is not: it may be a password.
create function note_failed_sign_in(who bigint) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform audit_append('identity.sign-in-failed', 'account', who::text,
        coalesce((select org_path from account where id = who), '0000.'), '{}');
end
$$;

create function note_forgotten(who bigint) returns void
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform audit_append('identity.request-reset', 'account', who::text,
        coalesce((select org_path from account where id = who), '0000.'), '{}');
end
$$;

-- The password in force and those before it, newest first.
create function passwords_of(who bigint, most int) returns table (hash text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select p.hash from (
        select c.hash, c.set_at from credential c where c.account_id = who
        union all
        select f.hash, f.set_at from former_password f where f.account_id = who) p
    order by p.set_at desc limit most
$$;

-- A new password. Every other session of the person, and every link that could set yet another one, ends with it.
create function set_password(who bigint, new_hash text, moment timestamptz, keep_session bytea) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    insert into former_password (account_id, set_at, hash)
        select account_id, set_at, hash from credential where account_id = who on conflict do nothing;
    delete from former_password f where f.account_id = who and f.set_at not in (
        select g.set_at from former_password g where g.account_id = who order by g.set_at desc limit 12);
    insert into credential (account_id, hash, set_at) values (who, new_hash, moment)
        on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at;
    delete from single_use where account_id = who and purpose in ('INVITATION', 'RESET', 'NEW_PASSWORD', 'SECOND_FACTOR');
    delete from session where account_id = who and token_hash is distinct from keep_session;
$$;

-- The same password, hashed by other parameters; does nothing when it was changed meanwhile.
create function rehash_password(who bigint, old_hash text, new_hash text) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$ update credential set hash = new_hash where account_id = who and hash = old_hash $$;

create function issue_single_use(hash bytea, for_purpose text, who bigint, with_detail text, expires timestamptz)
    returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    insert into single_use (token_hash, purpose, account_id, detail, expires_at)
        values (hash, for_purpose, who, with_detail, expires)
$$;

-- What a token stands for, while it is good and the person may sign in; looking does not use it up.
create function peek_single_use(hash bytea, for_purpose text) returns table (account_id bigint, detail text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select s.account_id, s.detail from single_use s join account a on a.id = s.account_id
    where s.token_hash = hash and s.purpose = for_purpose and s.expires_at > now() and a.suspended_at is null
$$;

-- Uses the token up. Of two at once the second waits for the row and then finds it gone.
create function redeem_single_use(hash bytea, for_purpose text) returns table (account_id bigint, detail text)
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    delete from single_use s using account a
    where s.token_hash = hash and s.purpose = for_purpose and s.expires_at > now()
        and a.id = s.account_id and a.suspended_at is null
    returning s.account_id, s.detail
$$;

create function remember_device(hash bytea, who bigint, expires timestamptz) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$
    insert into known_device (token_hash, account_id, expires_at) values (hash, who, expires)
        on conflict (token_hash) do update set expires_at = excluded.expires_at
            where known_device.account_id = excluded.account_id
$$;

create function is_known_device(hash bytea, wanted text) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (select from known_device d join account a on a.id = d.account_id
        where d.token_hash = hash and lower(a.login) = lower(wanted) and d.expires_at > now())
$$;

revoke all on function take_attempt, attempt_succeeded, sign_in_account, account_facts, forgotten_accounts,
    note_failed_sign_in, note_forgotten, passwords_of, set_password, rehash_password, issue_single_use,
    peek_single_use, redeem_single_use, remember_device, is_known_device from public;
grant execute on function take_attempt, attempt_succeeded, sign_in_account, account_facts, forgotten_accounts,
    note_failed_sign_in, note_forgotten, passwords_of, set_password, rehash_password, issue_single_use,
    peek_single_use, redeem_single_use, remember_device, is_known_device to ${app};
