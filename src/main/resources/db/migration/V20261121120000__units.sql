-- The unit tree: GACC, customs districts, customs houses. Every table says its class in its comment
-- (scoped, published, reference or system); a build check reads it.

grant usage on schema aeo to ${app}, ${jobs};

create sequence unit_seq start with 50 increment by 50;
create table unit (
    id             bigint primary key default nextval('unit_seq'),
    code           text collate "C" not null unique check (code ~ '^[0-9]{4}$'),
    kind           text not null check (kind in ('GACC', 'DISTRICT', 'HOUSE')),
    parent_id      bigint references unit,
    org_path       text collate "C" not null unique check (org_path ~ '^([0-9]{4}[.])+$'),
    opened_on      date,
    closed_on      date,
    merged_into_id bigint references unit,
    source         text not null,
    vintage        text,
    verified       boolean not null default false,
    version        bigint not null default 0,
    unique (id, org_path),
    check (right(org_path, 5) = code || '.'),
    check ((kind = 'GACC') = (parent_id is null)),
    check (merged_into_id is null or closed_on is not null)
);
comment on table unit is 'reference: organisational units; org_path is the chain of unit codes from GACC down, each closed by a dot';
create index unit_parent on unit (parent_id, code);

create sequence unit_name_seq start with 50 increment by 50;
create table unit_name (
    id         bigint primary key default nextval('unit_name_seq'),
    unit_id    bigint not null references unit,
    zh         text not null check (zh <> ''),
    en         text,
    valid_from date,
    valid_to   date,
    check (valid_to is null or valid_from is null or valid_from < valid_to)
);
comment on table unit_name is 'reference: names of a unit, dated; the one in force has no valid_to, the first known has no valid_from';
create unique index unit_name_in_force on unit_name (unit_id) where valid_to is null;

create table customs_code (
    code          text collate "C" primary key check (code ~ '^[0-9]{4}$'),
    kind          text not null check (kind in ('UNIT', 'PORT_CODE')),
    unit_id       bigint not null references unit,
    name_zh       text not null,
    name_en       text,
    reviewed_note text not null,
    source        text not null,
    vintage       text
);
comment on table customs_code is 'reference: every four-digit customs code known, and the unit it belongs to; PORT_CODE rows (warehouses, counters, bonded places) are no units of their own';
create index customs_code_unit on customs_code (unit_id);

-- The unit a four-digit code belongs to; an unknown code falls to the district of its first two digits.
create function unit_of_code(wanted text) returns bigint
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select coalesce(
        (select unit_id from customs_code where code = wanted),
        (select id from unit where code = left(wanted, 2) || '00' and kind = 'DISTRICT'))
$$;

alter table unit enable row level security;
alter table unit_name enable row level security;
alter table customs_code enable row level security;
create policy unit_read on unit for select using (true);
create policy unit_name_read on unit_name for select using (true);
create policy customs_code_read on customs_code for select using (true);
-- A setting that an earlier transaction of the connection made is '' afterwards, not null, and every path is >= ''.
-- Who writes a unit is bound to the viewer's writing range; an auditor has none.
create policy unit_add on unit for insert to ${app} with check (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy unit_change on unit for update to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy unit_name_add on unit_name for insert to ${app} with check (exists (
    select from unit u where u.id = unit_id
        and u.org_path >= nullif(current_setting('app.write_lo', true), '') and u.org_path < current_setting('app.write_hi', true)));
create policy unit_name_change on unit_name for update to ${app} using (exists (
    select from unit u where u.id = unit_id
        and u.org_path >= nullif(current_setting('app.write_lo', true), '') and u.org_path < current_setting('app.write_hi', true)));
create policy customs_code_add on customs_code for insert to ${app} with check (exists (
    select from unit u where u.id = unit_id
        and u.org_path >= nullif(current_setting('app.write_lo', true), '') and u.org_path < current_setting('app.write_hi', true)));
grant select, insert, update on unit, unit_name to ${app};
grant select, insert on customs_code to ${app};
grant select on unit, unit_name, customs_code to ${jobs};
grant usage on sequence unit_seq, unit_name_seq to ${app};

-- The newest migration applied; the history table itself belongs to the owner.
create function schema_version() returns text
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$ select version from schema_history where success and version is not null order by installed_rank desc limit 1 $$;
revoke all on function schema_version from public;
grant execute on function schema_version to ${app}, ${jobs};
