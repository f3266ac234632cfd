-- The users of an enterprise see each other's questions only where its administrator allows it, and then those whose
-- asker did not keep his to himself. Who represents it from outside is no colleague; who leaves is none from that moment.

create table enquiry_sharing (
    enterprise_id bigint primary key,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    shared        boolean not null,
    account_id    bigint not null references account,
    changed_at    timestamptz not null default now(),
    version       bigint not null default 0,
    foreign key (enterprise_id, unit_id, org_path) references enterprise (id, unit_id, org_path) on update cascade
);
comment on table enquiry_sharing is 'scoped: whether the users of an enterprise see each other''s questions, by the path of its house; without a row they do not';
create index enquiry_sharing_scope on enquiry_sharing (org_path, enterprise_id);
alter table enquiry_sharing enable row level security;
create policy enquiry_sharing_read on enquiry_sharing for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint);
create policy enquiry_sharing_add on enquiry_sharing for insert to ${app} with check (
    enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
    and account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy enquiry_sharing_change on enquiry_sharing for update to ${app} using (
    enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint)
    with check (account_id = nullif(current_setting('app.account', true), '')::bigint);
grant select, insert on enquiry_sharing to ${app};
grant update (shared, account_id, changed_at, version) on enquiry_sharing to ${app};

create function enquiry_shared_with_me() returns boolean
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select exists (select from enquiry_sharing s
        join enterprise_member m on m.enterprise_id = s.enterprise_id
        where s.enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint and s.shared
            and m.account_id = nullif(current_setting('app.account', true), '')::bigint
            and m.ended_at is null and m.valid_from <= china_day() and (m.valid_to is null or m.valid_to >= china_day()))
$$;
revoke all on function enquiry_shared_with_me from public;
grant execute on function enquiry_shared_with_me to ${app};

drop policy enquiry_read on enquiry;
create policy enquiry_read on enquiry for select to ${app} using (
    (org_path >= nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))
    or (enterprise_path >= nullif(current_setting('app.lo', true), '') and enterprise_path < current_setting('app.hi', true))
    or (enterprise_id = nullif(current_setting('app.enterprise', true), '')::bigint
        and (account_id = nullif(current_setting('app.account', true), '')::bigint
            or (for_colleagues and (select enquiry_shared_with_me())))));
comment on column enquiry.for_colleagues is 'whether other users of the enterprise see it where its administrator allows that';

-- A merger leaves it where it is: the users of both are then bound by what holds for the enterprise that stays.
create or replace function enterprise_children()
    returns table (table_name text, id_column text, unit_column text, path_column text, key_columns text[])
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select c.relname::text,
           (select a.attname from unnest(k.conkey, k.confkey) u (own, theirs)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs where b.attname = 'id')::text,
           coalesce((select a.attname from unnest(k.conkey, k.confkey) u (own, theirs)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs where b.attname = 'unit_id')::text,
                case when c.relname in ('account', 'role_assignment') then 'unit_id' end),
           coalesce((select a.attname from unnest(k.conkey, k.confkey) u (own, theirs)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs where b.attname = 'org_path')::text,
                case when c.relname in ('account', 'role_assignment') then 'org_path' end),
           (select array_agg(a.attname::text order by a.attnum) from pg_index i
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indrelid = k.conrelid and i.indisprimary)
        from pg_constraint k join pg_class c on c.oid = k.conrelid
        where k.contype = 'f' and k.confrelid = 'enterprise'::regclass and k.conrelid <> 'enterprise'::regclass
            and k.conparentid = 0 and not c.relispartition
            -- What was said of the two as two, what an import did and who looked at which record stay as they were;
            -- so does what an administrator allowed the users of each.
            and c.relname not in ('enterprise_duplicate', 'enterprise_merge', 'enterprise_import_row', 'record_view',
                'enquiry_sharing')
        order by 1, 2
$$;
