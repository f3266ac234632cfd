-- Imports of past contacts: the file and how its columns are read, the rows that were refused, and the contacts it wrote,
-- so that the whole import can be undone. Of the same form as imports of the registry; contacts are added, never changed.

create sequence contact_import_seq start with 50 increment by 50;
create table contact_import (
    id            bigint primary key default nextval('contact_import_seq'),
    account_id    bigint not null references account,
    unit_id       bigint not null,
    org_path      text collate "C" not null,
    file_id       bigint not null references stored_file,
    file_name     text not null,
    source        text not null check (source <> ''),
    charset       text not null,
    separator     text not null,
    sheet         text not null,
    sheets        text[] not null default '{}',
    header        text[] not null,
    fields        text[] not null,
    lines         bigint not null check (lines > 0),
    mode          text not null default 'NEW' check (mode in ('NEW', 'ALL')),
    status        text not null default 'DRAFT'
                      check (status in ('DRAFT', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    job_id        bigint references job on delete set null,
    created       bigint not null default 0,
    updated       bigint not null default 0,
    unchanged     bigint not null default 0,
    rejected      bigint not null default 0,
    removed       bigint not null default 0,
    restored      bigint not null default 0,
    kept          bigint not null default 0,
    digest        text,
    created_at    timestamptz not null default now(),
    finished_at   timestamptz,
    undone_at     timestamptz,
    version       bigint not null default 0,
    unique (id, org_path),
    check (cardinality(header) = cardinality(fields)),
    foreign key (unit_id, org_path) references unit (id, org_path) on update cascade
);
comment on table contact_import is 'scoped: imports of past contacts, by the path of the unit of who imports';
comment on column contact_import.fields is 'what each column of the file holds, by the name of the field; empty for a column left out';
comment on column contact_import.digest is 'SHA-256 of the file that was read';
comment on column contact_import.created is 'contacts written; several rows of the file can be one';
comment on column contact_import.kept is 'contacts that undoing left, since somebody corrected or used them after the import';
create index contact_import_scope on contact_import (org_path, id);
create index contact_import_source on contact_import (unit_id, source, id);

create table contact_import_row (
    import_id     bigint not null,
    org_path      text collate "C" not null,
    line          bigint not null,
    outcome       text not null check (outcome in ('MADE', 'REJECTED')),
    code          text,
    reason        text,
    arguments     text[] not null default '{}',
    touchpoint_id bigint references touchpoint,
    kept          text check (kept in ('CORRECTED', 'TASK', 'FILE', 'RELIED')),
    primary key (import_id, line),
    foreign key (import_id, org_path) references contact_import (id, org_path) on update cascade,
    check ((outcome = 'REJECTED') = (reason is not null)),
    check ((outcome = 'MADE') = (touchpoint_id is not null)),
    check (kept is null or outcome = 'MADE')
);
comment on table contact_import_row is 'scoped: rows of an import of contacts that were refused, with the reason, and the contacts it wrote, one row for each; by the path of the import';
comment on column contact_import_row.kept is 'why undoing left the contact';
create index contact_import_row_touchpoint on contact_import_row (touchpoint_id) where touchpoint_id is not null;
create index contact_import_row_scope on contact_import_row (org_path);

do $$
declare
    t text;
begin
    foreach t in array array['contact_import', 'contact_import_row'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy %I on %I for select to ${app} using (org_path >= '
            || 'nullif(current_setting(''app.lo'', true), '''') and org_path < current_setting(''app.hi'', true))',
            t || '_read', t);
        execute format('create policy %I on %I for insert to ${app} with check (org_path >= '
            || 'nullif(current_setting(''app.write_lo'', true), '''') and org_path < current_setting(''app.write_hi'', true))',
            t || '_add', t);
        execute format('create policy %I on %I for update to ${app} using (org_path >= '
            || 'nullif(current_setting(''app.write_lo'', true), '''') and org_path < current_setting(''app.write_hi'', true))',
            t || '_change', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end
$$;
grant usage on sequence contact_import_seq to ${app};
grant update (charset, separator, sheet, sheets, header, fields, lines, mode, status, job_id, created, updated, unchanged,
    rejected, removed, restored, kept, digest, finished_at, undone_at, version) on contact_import to ${app};
grant update (kept) on contact_import_row to ${app};

-- Which of these contacts, which the viewer may write, somebody promised something in, those tasks too he does not see.
create function touchpoints_with_tasks(wanted bigint[]) returns setof bigint
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select distinct k.touchpoint_id from task k join touchpoint t on t.id = k.touchpoint_id
        where k.touchpoint_id = any (wanted)
            and t.org_path >= nullif(current_setting('app.write_lo', true), '')
            and t.org_path < current_setting('app.write_hi', true)
$$;

-- Takes out up to so many imports that were begun before a moment and never done, with the files that were brought for
-- them, and tells how many it were and the contents that nothing names any more. An import that stopped left nothing and counts as never done. For
-- the schedule only: whoever is signed in is refused.
create function purge_import_drafts(before timestamptz, most int, out imports bigint, out contents text[])
    language plpgsql security definer
    set search_path = aeo, pg_temp
as $$
declare
    t text;
    gone record;
    files bigint[] := '{}';
begin
    if nullif(current_setting('app.account', true), '') is not null then
        raise insufficient_privilege;
    end if;
    foreach t in array array['enterprise_import', 'contact_import'] loop
        for gone in execute format('with old as (select i.id from %1$I i left join job j on j.id = i.job_id'
            || ' where i.created_at < $1 and (i.status = ''DRAFT'' or i.status = ''RUNNING'''
            || ' and (j.id is null or j.status in (''DONE'', ''FAILED'', ''CANCELLED'') and j.finished_at < $1))'
            || ' order by i.id limit $2 for update of i skip locked),'
            || ' rows as (delete from %1$I_row r using old where r.import_id = old.id)'
            || ' delete from %1$I i using old where i.id = old.id returning i.id, i.org_path, i.file_id', t)
            using before, most - cardinality(files)
        loop
            perform audit_append('importing.purge', t, gone.id::text, gone.org_path, '{}');
            files := files || gone.file_id;
        end loop;
    end loop;
    imports := cardinality(files);
    with dropped as (delete from stored_file f where f.id = any (files)
                         and not exists (select from enterprise_import i where i.file_id = f.id)
                         and not exists (select from contact_import i where i.file_id = f.id)
                     returning f.sha256)
        select coalesce(array_agg(distinct encode(d.sha256, 'hex')), '{}') into contents from dropped d
            where not exists (select from stored_file o where o.sha256 = d.sha256 and o.id <> all (files));
end
$$;
revoke all on function touchpoints_with_tasks, purge_import_drafts from public;
grant execute on function touchpoints_with_tasks, purge_import_drafts to ${app};
