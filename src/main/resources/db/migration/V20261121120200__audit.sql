-- Append-only audit. Each transaction extends one of 64 hash chains, one that no other open transaction holds,
-- so writers do not wait for each other and every row is chained at the moment it commits.

create table audit_chain (
    chain  smallint primary key,
    length bigint not null,
    head   bytea not null
) with (fillfactor = 10);
comment on table audit_chain is 'system: length and newest hash of each audit chain';
insert into audit_chain select n, 0, '\x'::bytea from generate_series(0, 63) n;

create sequence audit_entry_seq;
create table audit_entry (
    id          bigint primary key default nextval('audit_entry_seq'),
    chain       smallint not null references audit_chain,
    seq         bigint not null,
    at          timestamptz not null,
    account_id  bigint,
    absent_id   bigint,
    assignment_id bigint,
    address     text,
    request_id  text,
    action      text not null,
    record_type text not null,
    record_id   text,
    org_path    text collate "C" not null,
    changes     jsonb not null,
    hash        bytea not null,
    unique (chain, seq)
);
comment on table audit_entry is 'scoped: who changed what when, for whom, from where; changes maps a field to [from, to]';
create index audit_entry_scope on audit_entry (org_path, id);
create index audit_entry_record on audit_entry (record_type, record_id, id);
alter table audit_entry enable row level security;
create policy audit_entry_read on audit_entry for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy audit_entry_verify on audit_entry for select to ${jobs} using (true);
grant select on audit_entry to ${app}, ${jobs};
grant select on audit_chain to ${jobs};

create function audit_hash(prev bytea, e audit_entry) returns bytea
    language sql immutable
    set search_path = aeo, pg_temp
as $$
    select sha256(prev || convert_to(jsonb_build_array(e.id, e.chain, e.seq, extract(epoch from e.at), e.account_id,
        e.absent_id, e.assignment_id, e.address, e.request_id, e.action, e.record_type, e.record_id, e.org_path,
        e.changes)::text, 'UTF8'))
$$;

-- Writes one entry. Who acts comes from the transaction's scope, not from the caller.
create function audit_append(action text, record_type text, record_id text, org_path text, changes jsonb)
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

-- What is wrong with one chain, first break first; no row when it is sound.
create function audit_breaks(wanted smallint)
    returns table (chain smallint, seq bigint, entry_id bigint, fault text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with checked as (
        select e.chain, e.seq, e.id,
               e.hash is distinct from audit_hash(coalesce(lag(e.hash) over w, '\x'::bytea), e) as changed,
               e.seq is distinct from coalesce(lag(e.seq) over w, 0) + 1 as gap
        from audit_entry e where e.chain = wanted
        window w as (order by e.seq)
    )
    select c.chain, c.seq, c.id, case when c.gap then 'REMOVED_BEFORE' else 'CHANGED' end
        from checked c where c.changed or c.gap
    union all
    select wanted, coalesce(a.length, 0), null, 'END_MISMATCH'
        from (select wanted) w left join audit_chain a on a.chain = wanted
        left join lateral (select e.seq, e.hash from audit_entry e where e.chain = wanted order by e.seq desc limit 1) l on true
        where a.chain is null or (a.length, a.head) is distinct from (coalesce(l.seq, 0), coalesce(l.hash, '\x'::bytea))
    order by 2
$$;
revoke all on function audit_append, audit_breaks from public;
grant execute on function audit_append to ${app}, ${jobs};
grant execute on function audit_breaks to ${jobs};
