-- A unit asks for an enterprise that is registered elsewhere. What it asked and what became of it belongs to the unit
-- that would receive the enterprise; which enterprise that is, and so whose it is, stands in a row of its own that only
-- the unit of registration sees. The asking side learns no more than the look-up of a code tells.

create sequence transfer_request_seq start with 50 increment by 50;
create table transfer_request (
    id           bigint primary key default nextval('transfer_request_seq'),
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    code         text not null check (code <> ''),
    reason       text not null check (reason <> ''),
    status       text not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    account_id   bigint not null references account,
    requested_at timestamptz not null default now(),
    decided_at   timestamptz,
    answer       text,
    version      bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check ((status = 'OPEN') = (decided_at is null)),
    check (status <> 'REFUSED' or answer <> '')
);
comment on table transfer_request is 'scoped: requests for the transfer of an enterprise, by the path of the unit it would go to; seen too by the unit that has the enterprise';
comment on column transfer_request.code is 'social credit code or customs code as it was typed, without blanks';
create index transfer_request_scope on transfer_request (org_path, id);

create table transfer_request_giver (
    request_id    bigint primary key references transfer_request,
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    open          boolean not null default true,
    decided_by    bigint references account,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade
);
comment on table transfer_request_giver is 'scoped: the enterprise a request is about, by the path of its unit at present; written by request_transfer and triggers only';
create unique index transfer_request_one on transfer_request_giver (enterprise_id) where open;
create index transfer_request_giver_of on transfer_request_giver (enterprise_id, request_id);
create index transfer_request_giver_scope on transfer_request_giver (org_path, request_id);
create index transfer_request_giver_open on transfer_request_giver (org_path) where open;

alter table transfer_request_giver enable row level security;
create policy transfer_request_giver_read on transfer_request_giver for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
grant select on transfer_request_giver to ${app};

alter table transfer_request enable row level security;
create policy transfer_request_read on transfer_request for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or exists (select from transfer_request_giver g where g.request_id = id));
create policy transfer_request_change on transfer_request for update to ${app} using (
    (org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true))
    or exists (select from transfer_request_giver g where g.request_id = id
        and g.org_path >= nullif(current_setting('app.write_lo', true), '')
        and g.org_path < current_setting('app.write_hi', true)));
grant select on transfer_request to ${app};
grant update (status, decided_at, answer, version) on transfer_request to ${app};

-- Asks for the enterprise with this code. The outcome is OPEN with the number of the request, or why there is none:
-- NOWHERE (no such code), HERE (the viewer sees the enterprise and its unit can transfer it), ASKED (somebody did).
create function request_transfer(wanted_code text, to_unit bigint, why text)
    returns table (request_id bigint, outcome text)
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
declare
    e enterprise%rowtype;
    u unit%rowtype;
    r bigint;
begin
    select * into u from unit x where x.id = to_unit and x.closed_on is null;
    if u.id is null or not enterprise_in_write_range(u.org_path) then
        raise insufficient_privilege;
    end if;
    select k.* into e from enterprise c join enterprise k on k.id = coalesce(c.merged_into, c.id)
        where c.uscc = wanted_code or c.customs_code = wanted_code order by c.id limit 1;
    if e.id is null then
        return query select null::bigint, 'NOWHERE';
        return;
    end if;
    if e.org_path >= nullif(current_setting('app.lo', true), '') and e.org_path < current_setting('app.hi', true) then
        return query select null::bigint, 'HERE';
        return;
    end if;
    r := nextval('transfer_request_seq');
    insert into transfer_request (id, unit_id, org_path, code, reason, account_id)
        values (r, u.id, u.org_path, wanted_code, why, nullif(current_setting('app.account', true), '')::bigint);
    -- Of two at once the second waits here for the first.
    insert into transfer_request_giver (request_id, enterprise_id, unit_id, org_path)
        values (r, e.id, e.unit_id, e.org_path)
        on conflict (enterprise_id) where open do nothing;
    if not found then
        delete from transfer_request x where x.id = r;
        return query select null::bigint, 'ASKED';
        return;
    end if;
    perform audit_append('enterprise.request-transfer', 'enterprise', e.id::text, e.org_path,
        jsonb_build_object('request', jsonb_build_array(null, r), 'unit', jsonb_build_array(null, u.code),
                           'reason', jsonb_build_array(null, why)));
    return query select r, 'OPEN';
end
$$;

-- Who asked, for those who see the request; a mail address only for who may decide it.
create function transfer_request_asker(wanted bigint)
    returns table (name_zh text, name_en text, mail text, language text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.name_zh, a.name_en,
           case when a.suspended_at is null and enterprise_in_write_range(g.org_path) then a.mail end, a.language
        from transfer_request r join transfer_request_giver g on g.request_id = r.id
            join account a on a.id = r.account_id
        where r.id = wanted
            and ((r.org_path >= nullif(current_setting('app.lo', true), '') and r.org_path < current_setting('app.hi', true))
                or (g.org_path >= nullif(current_setting('app.lo', true), '') and g.org_path < current_setting('app.hi', true)))
$$;
revoke all on function request_transfer, transfer_request_asker from public;
grant execute on function request_transfer, transfer_request_asker to ${app};

-- What is decided is open for nobody any more.
create function transfer_request_decided() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update transfer_request_giver g
        set open = false, decided_by = case when new.status in ('ACCEPTED', 'REFUSED')
                then nullif(current_setting('app.account', true), '')::bigint end
        where g.request_id = new.id and g.open;
    return null;
end
$$;
create trigger transfer_request_decided after update of status on transfer_request
    for each row when (new.status <> 'OPEN') execute function transfer_request_decided();

-- Whoever gets what he asked for in another way has it.
create function transfer_request_fulfilled() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update transfer_request r set status = 'ACCEPTED', decided_at = now(), version = r.version + 1
        where r.id = new.request_id and r.status = 'OPEN' and starts_with(new.org_path, r.org_path);
    return null;
end
$$;
create trigger transfer_request_fulfilled after update of org_path on transfer_request_giver
    for each row when (new.open and new.org_path <> old.org_path) execute function transfer_request_fulfilled();
revoke all on function transfer_request_decided, transfer_request_fulfilled from public;
