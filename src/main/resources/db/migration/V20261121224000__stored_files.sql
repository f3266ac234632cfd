-- Files people gave. The content lies outside the database, under its SHA-256, once for all rows that name it; a row
-- says whose it is and what it is called. The content is on disk before the row commits.

create sequence stored_file_seq start with 50 increment by 50;
create table stored_file (
    id         bigint primary key default nextval('stored_file_seq'),
    sha256     bytea not null check (length(sha256) = 32),
    name       text not null check (name <> '' and name !~ '[/\\]'),
    media_type text not null,
    bytes      bigint not null check (bytes > 0),
    purpose    text not null,
    account_id bigint not null references account,
    unit_id    bigint not null,
    org_path   text collate "C" not null,
    created_at timestamptz not null default now(),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table stored_file is 'scoped: files people gave, by the path of the unit for which they gave them; content is found by sha256';
create index stored_file_scope on stored_file (org_path, id);
create index stored_file_content on stored_file (sha256);
alter table stored_file enable row level security;
create policy stored_file_read on stored_file for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy stored_file_add on stored_file for insert to ${app} with check (
    account_id = nullif(current_setting('app.account', true), '')::bigint
    and org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy stored_file_sweep on stored_file for select to ${jobs} using (true);
grant select, insert on stored_file to ${app};
grant select on stored_file to ${jobs};
grant usage on sequence stored_file_seq to ${app};
