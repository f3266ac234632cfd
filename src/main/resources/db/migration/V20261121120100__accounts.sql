-- People, the roles they hold in units, who stands in for whom, and their sign-in sessions.

create table installation (
    key   text primary key,
    value text not null
);
comment on table installation is 'system: facts about this installation, such as whether it holds demo data';

create sequence enterprise_seq start with 50 increment by 50;
create table enterprise (
    id       bigint primary key default nextval('enterprise_seq'),
    name_zh  text not null,
    name_en  text,
    unit_id  bigint not null,
    org_path text collate "C" not null,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table enterprise is 'scoped: enterprises, by the path of the house they are registered with';
create index enterprise_scope on enterprise (org_path, id);
alter table enterprise enable row level security;
create policy enterprise_read on enterprise for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or id = nullif(current_setting('app.enterprise', true), '')::bigint);
grant select on enterprise to ${app};

create sequence account_seq start with 50 increment by 50;
create table account (
    id            bigint primary key default nextval('account_seq'),
    kind          text not null check (kind in ('OFFICER', 'ENTERPRISE')),
    login         text not null,
    name_zh       text not null,
    name_en       text,
    mail          text not null,
    language      text not null default 'zh' check (language in ('zh', 'en')),
    time_zone     text not null default 'Asia/Shanghai',
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    enterprise_id bigint references enterprise,
    suspended_at  timestamptz,
    created_at    timestamptz not null default now(),
    version       bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((kind = 'ENTERPRISE') = (enterprise_id is not null))
);
comment on table account is 'scoped: people who sign in, by the path of their home unit (of an enterprise user: the house of the enterprise)';
create unique index account_login on account (lower(login));
create index account_scope on account (org_path, id);
create index account_enterprise on account (enterprise_id) where enterprise_id is not null;
alter table account enable row level security;
create policy account_read on account for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or id = nullif(current_setting('app.account', true), '')::bigint
    or enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint);
create policy account_add on account for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy account_change on account for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert, update on account to ${app};
grant usage on sequence account_seq to ${app};

create sequence role_assignment_seq start with 50 increment by 50;
create table role_assignment (
    id         bigint primary key default nextval('role_assignment_seq'),
    account_id bigint not null references account,
    role       text not null check (role in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR',
                   'UNIT_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR', 'ENTERPRISE_USER', 'AUDITOR')),
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    valid_from date not null,
    valid_to   date,
    version    bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    unique (id, account_id, org_path),
    check (role not in ('GACC_OFFICER', 'SYSTEM_ADMINISTRATOR') or org_path = '0000.'),
    check (valid_to is null or valid_from <= valid_to)
);
comment on table role_assignment is 'scoped: a role that a person holds in a unit, from a day to a day (both included)';
create index role_assignment_scope on role_assignment (org_path, id);
create index role_assignment_account on role_assignment (account_id);
create unique index role_assignment_once on role_assignment (account_id, role, unit_id) where valid_to is null;
alter table role_assignment enable row level security;
create policy role_assignment_read on role_assignment for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy role_assignment_add on role_assignment for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy role_assignment_change on role_assignment for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert, update on role_assignment to ${app};
grant usage on sequence role_assignment_seq to ${app};

create sequence substitution_seq start with 50 increment by 50;
create table substitution (
    id            bigint primary key default nextval('substitution_seq'),
    assignment_id bigint not null,
    absent_id     bigint not null,
    substitute_id bigint not null references account,
    org_path      text collate "C" not null,
    first_day     date not null,
    last_day      date not null,
    revoked_at    timestamptz,
    version       bigint not null default 0,
    -- Bound to the path and the holder of the role: a writer of one unit must not lend out a role of another.
    foreign key (assignment_id, absent_id, org_path)
        references role_assignment (id, account_id, org_path) on update cascade,
    check (first_day <= last_day),
    check (absent_id <> substitute_id)
);
comment on table substitution is 'scoped: who stands in for an absent officer in one of his roles, from a day to a day (both included)';
create index substitution_scope on substitution (org_path, id);
create index substitution_substitute on substitution (substitute_id);
alter table substitution enable row level security;
create policy substitution_read on substitution for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or nullif(current_setting('app.account', true), '')::bigint in (absent_id, substitute_id));
create policy substitution_add on substitution for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy substitution_change on substitution for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert, update on substitution to ${app};
grant usage on sequence substitution_seq to ${app};

create table session (
    token_hash      bytea primary key,
    account_id      bigint not null references account,
    assignment_id   bigint references role_assignment,
    substitution_id bigint references substitution,
    created_at      timestamptz not null default now(),
    last_seen_at    timestamptz not null default now(),
    expires_at      timestamptz not null,
    address         text not null
);
comment on table session is 'system: sign-in sessions by the SHA-256 of their cookie; reached only through functions';
create index session_account on session (account_id);
create index session_expiry on session (expires_at);
grant select, delete on session to ${jobs};

-- What a person may act as on a day: roles of his own, and roles he stands in for. On a given day only,
-- and never for a suspended person or a closed unit.
create function acting_roles(who bigint, on_day date)
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
    union all
    select r.id, s.id, s.absent_id, b.name_zh, b.name_en, r.role, r.unit_id, r.org_path
        from substitution s join role_assignment r on r.id = s.assignment_id join account a on a.id = s.substitute_id
            join account b on b.id = s.absent_id join unit u on u.id = r.unit_id
        where s.substitute_id = who and a.suspended_at is null and s.revoked_at is null
            and on_day between s.first_day and s.last_day
            and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
            and (u.closed_on is null or on_day < u.closed_on)
    order by 2 nulls first, 1
$$;

-- The viewer behind a session cookie, or no row. When the role chosen has ended, he goes on in the first of his own
-- roles; touches last_seen_at at most once a minute.
create function find_session(hash bytea, on_day date, idle interval)
    returns table (account_id bigint, kind text, login text, name_zh text, name_en text, language text, time_zone text,
                   enterprise_id bigint, assignment_id bigint, substitution_id bigint, absent_id bigint,
                   absent_zh text, absent_en text, role text, unit_id bigint, org_path text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    s session%rowtype;
begin
    select * into s from session where token_hash = hash;
    if not found or s.expires_at <= now() or s.last_seen_at <= now() - idle then
        return;
    end if;
    if s.last_seen_at < now() - interval '1 minute' then
        update session set last_seen_at = now() where token_hash = hash;
    end if;
    return query
        select a.id, a.kind, a.login, a.name_zh, a.name_en, a.language, a.time_zone, a.enterprise_id,
               r.assignment_id, r.substitution_id, r.absent_id, r.absent_zh, r.absent_en, r.role, r.unit_id, r.org_path
        from account a cross join lateral (
            select c.* from acting_roles(a.id, on_day) c
            where (c.assignment_id = s.assignment_id and c.substitution_id is not distinct from s.substitution_id)
                or c.substitution_id is null
            order by (c.assignment_id = s.assignment_id and c.substitution_id is not distinct from s.substitution_id) desc,
                c.assignment_id
            limit 1) r
        where a.id = s.account_id and a.suspended_at is null;
end
$$;

-- A new session for a person in the first of his roles. False when he holds none.
create function open_session(hash bytea, who bigint, on_day date, expires timestamptz, from_address text)
    returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    r record;
begin
    select * into r from acting_roles(who, on_day) order by substitution_id nulls first, assignment_id limit 1;
    if not found then
        return false;
    end if;
    insert into session (token_hash, account_id, assignment_id, substitution_id, expires_at, address)
        values (hash, who, r.assignment_id, r.substitution_id, expires, from_address);
    return true;
end
$$;

create function close_session(hash bytea) returns void
    language sql security definer
    set search_path = aeo, pg_temp
as $$ delete from session where token_hash = hash $$;

-- Chooses another role of the same person for this session; false when it is not his today.
create function act_as(hash bytea, wanted_assignment bigint, wanted_substitution bigint, on_day date) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update session s set assignment_id = wanted_assignment, substitution_id = wanted_substitution
        where s.token_hash = hash and exists (
            select from acting_roles(s.account_id, on_day) r
            where r.assignment_id = wanted_assignment and r.substitution_id is not distinct from wanted_substitution);
    return found;
end
$$;

-- The accounts a demo installation lists on its sign-in page; none elsewhere.
create function demo_accounts()
    returns table (account_id bigint, login text, name_zh text, name_en text, role text, unit_zh text, unit_en text,
                   enterprise_zh text, enterprise_en text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.id, a.login, a.name_zh, a.name_en, r.role, n.zh, n.en, e.name_zh, e.name_en
    from account a join role_assignment r on r.account_id = a.id and r.valid_to is null
        join unit_name n on n.unit_id = r.unit_id and n.valid_to is null
        left join enterprise e on e.id = a.enterprise_id
    where a.suspended_at is null and exists (select from installation i where i.key = 'demo' and i.value = 'true')
    order by r.org_path, a.id, r.id
$$;
revoke all on function acting_roles, find_session, open_session, close_session, act_as, demo_accounts from public;
grant execute on function acting_roles, find_session, open_session, close_session, act_as, demo_accounts to ${app};
grant execute on function acting_roles to ${jobs};
