-- Saved views of lists, and Chinese in the order people expect.

-- Chinese by pinyin, Latin letters before it; the locale of the database knows code points only.
create collation pinyin (provider = icu, locale = 'zh-Hans-u-co-pinyin');

create sequence saved_view_seq start with 50 increment by 50;
create table saved_view (
    id         bigint primary key default nextval('saved_view_seq'),
    account_id bigint not null references account,
    org_path   text collate "C" not null,
    list       text collate "C" not null check (list ~ '^[a-z][a-z-]*$'),
    name       text not null check (name <> ''),
    query      text not null,
    shared     boolean not null default false,
    created_at timestamptz not null default now(),
    version    bigint not null default 0
);
comment on table saved_view is 'scoped: named filters, sort and columns of a list; its owner''s, and when shared, read by everybody in the unit it was made in and below';
create unique index saved_view_name on saved_view (account_id, list, lower(name));
create index saved_view_shared on saved_view (list, org_path) where shared;
alter table saved_view enable row level security;
create policy saved_view_own on saved_view to ${app}
    using (account_id = nullif(current_setting('app.account', true), '')::bigint)
    with check (account_id = nullif(current_setting('app.account', true), '')::bigint
        and (not shared or (org_path >= nullif(current_setting('app.write_lo', true), '')
            and org_path < current_setting('app.write_hi', true))));
create policy saved_view_read_shared on saved_view for select to ${app} using (
    shared and starts_with(nullif(current_setting('app.lo', true), ''), org_path));
grant select, insert, update, delete on saved_view to ${app};
grant usage on sequence saved_view_seq to ${app};

create table saved_view_default (
    account_id bigint not null references account,
    list       text collate "C" not null,
    view_id    bigint not null references saved_view on delete cascade,
    primary key (account_id, list)
);
comment on table saved_view_default is 'scoped: the saved view with which a list begins for a person';
create index saved_view_default_view on saved_view_default (view_id);
alter table saved_view_default enable row level security;
create policy saved_view_default_own on saved_view_default to ${app}
    using (account_id = nullif(current_setting('app.account', true), '')::bigint)
    with check (account_id = nullif(current_setting('app.account', true), '')::bigint);
grant select, insert, delete on saved_view_default to ${app};
