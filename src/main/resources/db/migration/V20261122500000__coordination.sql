-- Who looks after which enterprise: one coordinator and a team, dated; how often each tier is to be contacted; and the
-- few questions about officers that are asked across scope.

create sequence handover_seq start with 50 increment by 50;
create table handover (
    id           bigint primary key default nextval('handover_seq'),
    from_account bigint not null references account,
    to_account   bigint not null references account,
    unit_id      bigint not null,
    org_path     text collate "C" not null,
    happened_on  date not null,
    reason       text not null check (reason <> ''),
    account_id   bigint not null references account,
    created_at   timestamptz not null default now(),
    undone_at    timestamptz,
    undone_by    bigint references account,
    version      bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade,
    check (from_account <> to_account),
    check ((undone_at is null) = (undone_by is null))
);
comment on table handover is 'scoped: enterprises passed from one officer to another at once, by the path of the unit that did it';
create index handover_scope on handover (org_path, id);
alter table handover enable row level security;
create policy handover_read on handover for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy handover_add on handover for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy handover_change on handover for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on handover to ${app};
grant update (undone_at, undone_by, version) on handover to ${app};
grant usage on sequence handover_seq to ${app};

create sequence coordination_seq start with 50 increment by 50;
create table coordination (
    id            bigint primary key default nextval('coordination_seq'),
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    account_id    bigint not null references account,
    part          text not null check (part in ('COORDINATOR', 'MEMBER')),
    valid_from    date not null,
    valid_to      date,
    handover_id   bigint references handover,
    reason        text,
    created_at    timestamptz not null default now(),
    version       bigint not null default 0,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade,
    -- What is ended on the day it began ends the day before: it was held for no day.
    constraint coordination_days check (valid_to is null or valid_from <= valid_to + 1)
);
comment on table coordination is 'scoped: the officers who look after an enterprise, one of them its coordinator, from a day to a day (both included)';
create unique index coordination_one on coordination (enterprise_id) where part = 'COORDINATOR' and valid_to is null;
create unique index coordination_once on coordination (enterprise_id, account_id) where valid_to is null;
create index coordination_enterprise on coordination (enterprise_id, id);
create index coordination_account on coordination (account_id, enterprise_id) where valid_to is null;
create index coordination_scope on coordination (org_path, id);
alter table coordination enable row level security;
create policy coordination_read on coordination for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy coordination_add on coordination for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy coordination_change on coordination for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on coordination to ${app};
grant update (valid_to, reason, version) on coordination to ${app};
grant usage on sequence coordination_seq to ${app};

create sequence handover_item_seq start with 50 increment by 50;
create table handover_item (
    id            bigint primary key default nextval('handover_item_seq'),
    handover_id   bigint not null references handover,
    enterprise_id bigint not null,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    before_id     bigint not null references coordination,
    after_id      bigint not null references coordination,
    brief_zh      text not null,
    brief_en      text not null,
    told          int not null,
    unique (handover_id, enterprise_id),
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade
);
comment on table handover_item is 'scoped: one enterprise of a handover and what its new coordinator was told, as it stood at that moment; told counts the letters to the enterprise';
create index handover_item_enterprise on handover_item (enterprise_id, id);
create index handover_item_scope on handover_item (org_path, id);
alter table handover_item enable row level security;
create policy handover_item_read on handover_item for select to ${app} using (
    org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true));
create policy handover_item_add on handover_item for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant select, insert on handover_item to ${app};
grant usage on sequence handover_item_seq to ${app};

-- enterprise.coordinator_id repeats the coordination in force, so that lists of a million rows need no join. It has no
-- other writer.
create function show_coordinator() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    update enterprise e set coordinator_id = c.account_id
        from (select (select x.account_id from coordination x where x.enterprise_id = new.enterprise_id
                          and x.part = 'COORDINATOR' and x.valid_to is null) as account_id) c
        where e.id = new.enterprise_id and e.coordinator_id is distinct from c.account_id;
    return null;
end
$$;
create trigger coordination_shown after insert or update of valid_to on coordination
    for each row when (new.part = 'COORDINATOR') execute function show_coordinator();

create sequence contact_cadence_seq start with 50 increment by 50;
create table contact_cadence (
    id         bigint primary key default nextval('contact_cadence_seq'),
    unit_id    bigint,
    org_path   text collate "C" not null,
    tier       text not null check (tier in ('A', 'B', 'C')),
    days       int not null check (days between 7 and 1100),
    unique (org_path, tier),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table contact_cadence is 'reference: after how many days an enterprise of a tier is to be contacted again; that of the nearest unit above it holds, GACC''s where no other does';
-- A proposal to begin with; each district sets its own.
insert into contact_cadence (org_path, tier, days) values ('0000.', 'A', 90), ('0000.', 'B', 180), ('0000.', 'C', 365);
alter table contact_cadence enable row level security;
create policy contact_cadence_read on contact_cadence for select using (true);
create policy contact_cadence_add on contact_cadence for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy contact_cadence_change on contact_cadence for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy contact_cadence_drop on contact_cadence for delete to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true)
    and unit_id is not null);
grant select, insert, delete on contact_cadence to ${app};
grant update (days) on contact_cadence to ${app};
grant usage on sequence contact_cadence_seq to ${app};

-- The one place where the next contact is computed: so many days after the last one, or after the enterprise came in
-- where there was none. An enterprise without a tier has no cadence.
create function contact_due(of_tier text, path text, last_contact date, known_since date) returns date
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(last_contact, known_since) + c.days from contact_cadence c
    where c.tier = of_tier and starts_with(path, c.org_path) order by length(c.org_path) desc limit 1
$$;

create function set_contact_due() returns trigger
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    new.next_contact_due := contact_due(new.tier, new.org_path, new.last_contact_on,
        (coalesce(new.created_at, now()) at time zone 'Asia/Shanghai')::date);
    return new;
end
$$;
create trigger enterprise_due_added before insert on enterprise
    for each row when (new.tier is not null) execute function set_contact_due();
create trigger enterprise_due_changed before update on enterprise
    for each row when (new.tier is distinct from old.tier or new.last_contact_on is distinct from old.last_contact_on
        or new.org_path is distinct from old.org_path) execute function set_contact_due();

-- A unit has changed its cadence: all due days below it are computed anew.
create function recompute_contact_due(path text) returns int
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    changed int;
begin
    if not (path >= nullif(current_setting('app.write_lo', true), '') and path < current_setting('app.write_hi', true)) then
        raise insufficient_privilege;
    end if;
    update enterprise e set next_contact_due = d.due
        from (select x.id, contact_due(x.tier, x.org_path, x.last_contact_on,
                                       (x.created_at at time zone 'Asia/Shanghai')::date) as due
                from enterprise x where x.tier is not null and starts_with(x.org_path, path)) d
        where e.id = d.id and e.next_contact_due is distinct from d.due;
    get diagnostics changed = row_count;
    return changed;
end
$$;

-- Roles in which an officer looks after enterprises of his unit and below it.
create function coordinating_roles() returns text[]
    language sql immutable
    set search_path = aeo, pg_temp
as $$ select array['COORDINATOR', 'HOUSE_OFFICER', 'DISTRICT_OFFICER', 'GACC_OFFICER'] $$;

-- Whether an officer may look after an enterprise at this path on a day. An officer above it is outside the viewer's
-- range, hence a function.
create function may_coordinate(who bigint, path text, on_day date) returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (
        select from role_assignment r join account a on a.id = r.account_id join unit u on u.id = r.unit_id
        where r.account_id = who and r.role = any (coordinating_roles()) and starts_with(path, r.org_path)
            and a.suspended_at is null and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
            and (u.closed_on is null or on_day < u.closed_on))
$$;

-- The same, and neither his roles nor his account change until the transaction ends: who is made coordinator while his
-- role is being ended either has lost it already or loses it afterwards, and then the enterprise shows as left behind.
create function hold_coordinator(who bigint, path text, on_day date) returns boolean
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
begin
    perform from account a where a.id = who for share;
    perform from role_assignment r where r.account_id = who for share;
    return may_coordinate(who, path, on_day);
end
$$;

-- Officers who may look after every enterprise at or below this path, nearest unit first; one row each.
create function officers_for(path text, on_day date)
    returns table (account_id bigint, name_zh text, name_en text, unit_zh text, unit_en text, role text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select o.account_id, o.name_zh, o.name_en, o.unit_zh, o.unit_en, o.role from (
        select distinct on (a.id) a.id as account_id, a.name_zh, a.name_en, n.zh as unit_zh, n.en as unit_en, r.role,
               length(r.org_path) as depth
        from role_assignment r join account a on a.id = r.account_id join unit u on u.id = r.unit_id
            join unit_name n on n.unit_id = r.unit_id and n.valid_to is null
        where r.role = any (coordinating_roles()) and starts_with(path, r.org_path) and a.suspended_at is null
            and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
            and (u.closed_on is null or on_day < u.closed_on)
            and (path >= nullif(current_setting('app.lo', true), '') and path < current_setting('app.hi', true))
        order by a.id, length(r.org_path) desc, r.role = 'COORDINATOR' desc) o
    order by o.depth desc, (o.role = 'COORDINATOR') desc, o.name_zh, o.account_id
    limit 500
$$;

-- What an officer who sees an enterprise is told of the one who looks after it.
create function officer_facts(who bigint, path text, on_day date)
    returns table (name_zh text, name_en text, mail text, stands boolean, substitute_zh text, substitute_en text,
                   substitute_until date)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select a.name_zh, a.name_en, a.mail, may_coordinate(a.id, path, on_day), s.name_zh, s.name_en, s.last_day
    from account a left join lateral (
        select b.name_zh, b.name_en, s.last_day from substitution s
            join role_assignment r on r.id = s.assignment_id join account b on b.id = s.substitute_id
        where s.absent_id = a.id and r.role = any (coordinating_roles()) and starts_with(path, r.org_path)
            and on_day between s.first_day and s.last_day and s.revoked_at is null and b.suspended_at is null
        order by length(r.org_path) desc, s.id limit 1) s on true
    where a.id = who and a.kind = 'OFFICER'
        and path >= nullif(current_setting('app.lo', true), '') and path < current_setting('app.hi', true)
$$;

-- Whose portfolio the viewer works on: that of the officer he stands in for, else his own.
create function portfolio_owner() returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(nullif(current_setting('app.absent', true), ''), nullif(current_setting('app.account', true), ''))::bigint
$$;

-- Enterprises in the viewer's range whose coordinator can no longer look after them.
create function enterprises_left_behind(on_day date) returns setof bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select e.id from enterprise e
    where e.coordinator_id is not null and e.merged_into is null
        and e.org_path >= nullif(current_setting('app.lo', true), '') and e.org_path < current_setting('app.hi', true)
        and not exists (
            select from role_assignment r join account a on a.id = r.account_id join unit u on u.id = r.unit_id
            where r.account_id = e.coordinator_id and r.role = any (coordinating_roles())
                and starts_with(e.org_path, r.org_path) and a.suspended_at is null
                and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
                and (u.closed_on is null or on_day < u.closed_on))
$$;

-- What the nightly check finds: faults of the books, which must never be, and enterprises without an owner, which a
-- unit is told of.
-- For the schedule only: whoever is signed in is refused.
create function check_coordination(on_day date)
    returns table (finding text, unit_id bigint, org_path text, enterprises bigint)
    language plpgsql stable security definer
    set search_path = aeo, pg_temp
as $$
#variable_conflict use_column
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    return query
        select 'DIFFERS', e.unit_id, e.org_path, count(*) from enterprise e
            left join coordination c on c.enterprise_id = e.id and c.part = 'COORDINATOR' and c.valid_to is null
            where e.coordinator_id is distinct from c.account_id and (e.coordinator_id is not null or c.id is not null)
            group by e.unit_id, e.org_path
        union all
        select 'LEFT_BEHIND', e.unit_id, e.org_path, count(*) from enterprise e
            where e.coordinator_id is not null and e.merged_into is null
                and not may_coordinate(e.coordinator_id, e.org_path, on_day)
            group by e.unit_id, e.org_path
        union all
        select 'TEAM_GONE', e.unit_id, e.org_path, count(*) from coordination c
            join enterprise e on e.id = c.enterprise_id
            where c.part = 'MEMBER' and c.valid_to is null and e.merged_into is null
                and not may_coordinate(c.account_id, e.org_path, on_day)
            group by e.unit_id, e.org_path
        order by 3, 1;
end
$$;

-- Officers an enterprise may turn to: its coordinator, with who stands in for him; where there is none that still holds
-- his role, the coordinators of its house.
drop function enterprise_coordinators(bigint, date);
create function enterprise_coordinators(of_enterprise bigint, on_day date)
    returns table (name_zh text, name_en text, mail text, unit_zh text, unit_en text, own boolean, substitute_zh text,
                   substitute_en text, substitute_mail text)
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    with mine as (
        select e.id, e.unit_id, e.org_path, e.coordinator_id from enterprise e
        where e.id = of_enterprise and e.id = nullif(current_setting('app.enterprise', true), '')::bigint
    ), own as (
        select a.id, a.name_zh, a.name_en, a.mail, n.zh, n.en, m.org_path from mine m
            join account a on a.id = m.coordinator_id
            join unit_name n on n.unit_id = a.unit_id and n.valid_to is null
        where may_coordinate(a.id, m.org_path, on_day)
    )
    select o.name_zh, o.name_en, o.mail, o.zh, o.en, true, s.name_zh, s.name_en, s.mail
        from own o left join lateral (
            select b.name_zh, b.name_en, b.mail from substitution s
                join role_assignment r on r.id = s.assignment_id join account b on b.id = s.substitute_id
            where s.absent_id = o.id and r.role = any (coordinating_roles()) and starts_with(o.org_path, r.org_path)
                and on_day between s.first_day and s.last_day and s.revoked_at is null and b.suspended_at is null
            order by length(r.org_path) desc, s.id limit 1) s on true
    union all
    select * from (
        select distinct a.name_zh, a.name_en, a.mail, n.zh, n.en, false, null::text, null::text, null::text
            from mine m join role_assignment r on r.unit_id = m.unit_id and r.role = 'COORDINATOR'
                join account a on a.id = r.account_id
                join unit_name n on n.unit_id = m.unit_id and n.valid_to is null
            where a.suspended_at is null and on_day >= r.valid_from and (r.valid_to is null or on_day <= r.valid_to)
                and not exists (select from own)
            order by a.name_zh) house
$$;

revoke all on function show_coordinator, set_contact_due, recompute_contact_due, may_coordinate, hold_coordinator,
    officers_for, officer_facts, enterprises_left_behind, check_coordination, enterprise_coordinators from public;
grant execute on function recompute_contact_due, may_coordinate, hold_coordinator, officers_for, officer_facts,
    enterprises_left_behind, check_coordination, enterprise_coordinators to ${app};
