-- Saved conditions over enterprises.

create sequence segment_seq start with 50 increment by 50;
create table segment (
    id          bigint primary key default nextval('segment_seq'),
    unit_id     bigint not null,
    org_path    text collate "C" not null,
    account_id  bigint not null references account,
    name        text not null check (name <> ''),
    note        text,
    shared      boolean not null default false,
    conditions  text not null check (conditions <> ''),
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null default now(),
    version     bigint not null default 0,
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table segment is 'scoped: saved conditions over enterprises, their author''s own or shared with his unit; conditions is the JSON of a tree that was read and checked';
create index segment_scope on segment (org_path, id);
create index segment_account on segment (account_id);
alter table segment enable row level security;
-- Shared with the unit it was made in, and seen by nobody above: a segment says what an officer is about to do.
create policy segment_read on segment for select to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    or (shared and org_path = nullif(current_setting('app.lo', true), '')));
create policy segment_add on segment for insert to ${app} with check (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and org_path = nullif(current_setting('app.write_lo', true), ''));
create policy segment_change on segment for update to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy segment_drop on segment for delete to ${app} using (
    account_id = nullif(current_setting('app.account', true), '')::bigint);
grant select, insert, delete on segment to ${app};
grant update (name, note, shared, conditions, changed_at, version) on segment to ${app};
grant usage on sequence segment_seq to ${app};
