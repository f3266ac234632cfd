-- Personal access tokens for the REST API, and the audit's word for what one of them did.

alter table account add unique (id, org_path);
alter table role_assignment add unique (id, account_id);

create sequence access_token_seq start with 50 increment by 50;
create table access_token (
    id             bigint primary key default nextval('access_token_seq'),
    account_id     bigint not null,
    org_path       text collate "C" not null,
    assignment_id  bigint not null,
    name           text not null check (name <> ''),
    scope          text not null check (scope in ('READ', 'WRITE')),
    token_hash     bytea not null unique check (length(token_hash) = 32),
    form_key       text,
    created_at     timestamptz not null default now(),
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    last_used_from text,
    foreign key (account_id, org_path) references account (id, org_path) on update cascade,
    -- It acts in a role of its owner, never in one he stands in for.
    foreign key (assignment_id, account_id) references role_assignment (id, account_id),
    unique (account_id, form_key),
    check (expires_at <= created_at + interval '367 days')
);
comment on table access_token is 'scoped: personal access tokens by the SHA-256 of the token, by the path of their owner''s home unit';
create index access_token_account on access_token (account_id, id);
create index access_token_scope on access_token (org_path, id);
create index access_token_end on access_token (expires_at);
alter table access_token enable row level security;
create policy access_token_read on access_token for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or account_id = nullif(current_setting('app.account', true), '')::bigint);
-- One's own only, and a token makes no tokens.
create policy access_token_add on access_token for insert to ${app} with check (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and nullif(current_setting('app.token', true), '') is null);
create policy access_token_change on access_token for update to ${app} using (
    (org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true))
    or account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy access_token_purge on access_token to ${jobs} using (true);
-- Not the hash: only find_token looks at it. Nothing but the end of a token is ever changed by a request.
grant select (id, account_id, org_path, assignment_id, name, scope, form_key, created_at, expires_at, revoked_at,
              last_used_at, last_used_from), insert, update (revoked_at) on access_token to ${app};
grant select, delete on access_token to ${jobs};
grant usage on sequence access_token_seq to ${app};

-- The viewer behind a token and what the token may do, or no row: unknown, expired, revoked, its owner suspended, or
-- the role over. Notes its use at most once a minute, and never waits for another request that does.
create function find_token(hash bytea, on_day date, moment timestamptz, from_address text)
    returns table (token_id bigint, token_name text, scope text, account_id bigint, kind text, login text, name_zh text,
                   name_en text, language text, time_zone text, assignment_id bigint, role text, unit_id bigint,
                   org_path text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    t access_token%rowtype;
begin
    select * into t from access_token where token_hash = hash;
    if not found or t.revoked_at is not null or t.expires_at <= moment then
        return;
    end if;
    return query
        select t.id, t.name, t.scope, a.id, a.kind, a.login, a.name_zh, a.name_en, a.language, a.time_zone,
               r.assignment_id, r.role, r.unit_id, r.org_path
        from account a cross join lateral acting_roles(a.id, on_day) r
        where a.id = t.account_id and a.suspended_at is null
            and r.assignment_id = t.assignment_id and r.substitution_id is null;
    if found and (t.last_used_at is null or t.last_used_at < moment - interval '1 minute') then
        update access_token set last_used_at = moment, last_used_from = from_address
            where id = (select id from access_token where id = t.id for update skip locked);
    end if;
end
$$;
revoke all on function find_token from public;
grant execute on function find_token to ${app};

-- What a token did is recorded with its number and the name it had. Entries without one keep the hash they have.
alter table audit_entry add column token_id bigint, add column token_name text;

create or replace function audit_hash(prev bytea, e audit_entry) returns bytea
    language sql immutable
    set search_path = aeo, pg_temp
as $$
    select sha256(prev || convert_to((jsonb_build_array(e.id, e.chain, e.seq, extract(epoch from e.at), e.account_id,
        e.absent_id, e.assignment_id, e.address, e.request_id, e.action, e.record_type, e.record_id, e.org_path,
        e.changes) || case when e.token_id is null and e.token_name is null then '[]'::jsonb
                           else jsonb_build_array(e.token_id, e.token_name) end)::text, 'UTF8'))
$$;

create or replace function audit_append(action text, record_type text, record_id text, org_path text, changes jsonb)
    returns bigint
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    mine text := nullif(current_setting('app.audit_chain', true), '');
    c audit_chain%rowtype;
    e audit_entry%rowtype;
begin
    if mine is not null then
        select * into c from audit_chain where chain = mine::smallint for update;
    else
        select * into c from audit_chain
            where chain >= pg_backend_pid() % 64 order by chain for update skip locked limit 1;
        if not found then
            select * into c from audit_chain order by chain for update skip locked limit 1;
        end if;
        if not found then
            select * into c from audit_chain where chain = pg_backend_pid() % 64 for update;
        end if;
        perform set_config('app.audit_chain', c.chain::text, true);
    end if;
    e.id := nextval('audit_entry_seq');
    e.chain := c.chain;
    e.seq := c.length + 1;
    e.at := clock_timestamp();
    e.account_id := nullif(current_setting('app.account', true), '')::bigint;
    e.absent_id := nullif(current_setting('app.absent', true), '')::bigint;
    e.assignment_id := nullif(current_setting('app.assignment', true), '')::bigint;
    e.address := nullif(current_setting('app.address', true), '');
    e.request_id := nullif(current_setting('app.request', true), '');
    e.token_id := nullif(current_setting('app.token', true), '')::bigint;
    e.token_name := nullif(current_setting('app.token_name', true), '');
    e.action := action;
    e.record_type := record_type;
    e.record_id := record_id;
    e.org_path := org_path;
    e.changes := changes;
    e.hash := audit_hash(c.head, e);
    insert into audit_entry select e.*;
    update audit_chain a set length = e.seq, head = e.hash where a.chain = e.chain;
    return e.id;
end
$$;
