-- Imports of the registry: the file and how its columns are read, what became of its rows, and what the enterprises it
-- changed were before, so that the whole import can be undone. Rows are staged in a temporary table of the importer's
-- own transaction: nobody else ever sees them, and they are gone with it.

create sequence enterprise_import_seq start with 50 increment by 50;
create table enterprise_import (
    id            bigint primary key default nextval('enterprise_import_seq'),
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
    mode          text not null default 'BOTH' check (mode in ('CREATE', 'UPDATE', 'BOTH')),
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
comment on table enterprise_import is 'scoped: imports of the registry, by the path of the unit of who imports';
comment on column enterprise_import.fields is 'what each column of the file holds, by the name of the field; empty for a column left out';
comment on column enterprise_import.digest is 'SHA-256 of the file that was read';
comment on column enterprise_import.kept is 'enterprises that undoing left as they are, since somebody changed or used them after the import';
create index enterprise_import_scope on enterprise_import (org_path, id);
create index enterprise_import_source on enterprise_import (unit_id, source, id);

create table enterprise_import_row (
    import_id     bigint not null,
    org_path      text collate "C" not null,
    line          bigint not null,
    outcome       text not null check (outcome in ('UPDATED', 'REJECTED')),
    code          text,
    reason        text,
    arguments     text[] not null default '{}',
    enterprise_id bigint references enterprise,
    before        jsonb,
    version_after bigint,
    restored      boolean not null default false,
    primary key (import_id, line),
    foreign key (import_id, org_path) references enterprise_import (id, org_path) on update cascade,
    check ((outcome = 'REJECTED') = (reason is not null)),
    check ((outcome = 'UPDATED') = (before is not null and enterprise_id is not null and version_after is not null))
);
comment on table enterprise_import_row is 'scoped: rows of an import that were refused, with the reason, and enterprises it changed, as they were before; by the path of the import';
create index enterprise_import_row_enterprise on enterprise_import_row (enterprise_id) where enterprise_id is not null;
create index enterprise_import_row_scope on enterprise_import_row (org_path);

do $$
declare
    t text;
begin
    foreach t in array array['enterprise_import', 'enterprise_import_row'] loop
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
grant usage on sequence enterprise_import_seq to ${app};
grant update (charset, separator, sheet, sheets, header, fields, lines, mode, status, job_id, created, updated, unchanged,
    rejected, removed, restored, kept, digest, finished_at, undone_at, version) on enterprise_import to ${app};
grant update (restored) on enterprise_import_row to ${app};

-- Undoing an import takes out what it put in, and nothing else can be deleted from the registry. import_id has no
-- foreign key: it would be looked up for each of a million rows, and imports are never deleted.
comment on column enterprise.import_id is 'the import (enterprise_import) that made it; null when somebody entered it';
create policy enterprise_take_back on enterprise for delete to ${app} using (
    import_id is not null and version = 0
    and org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant delete on enterprise to ${app};
create policy enterprise_former_name_take_back on enterprise_former_name for delete to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
create policy enterprise_former_grade_take_back on enterprise_former_grade for delete to ${app} using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
grant delete on enterprise_former_name, enterprise_former_grade to ${app};

-- Takes the enterprises of an import out again that lie between two ids and were not changed since. What something else
-- refers to by now stays: the range is halved until only that is left in it.
create function enterprise_import_take_back(wanted bigint, first_id bigint, last_id bigint) returns bigint
    language plpgsql
    set search_path = aeo, pg_temp
as $$
declare
    middle bigint := (first_id + last_id) / 2;
    taken bigint;
begin
    delete from enterprise where import_id = wanted and version = 0 and id between first_id and last_id;
    get diagnostics taken = row_count;
    return taken;
exception when foreign_key_violation then
    if first_id = last_id then
        return 0;
    end if;
    return enterprise_import_take_back(wanted, first_id, middle)
        + enterprise_import_take_back(wanted, middle + 1, last_id);
end
$$;

-- Which of these codes somebody has, whoever it is: an import that would give one twice refuses the row instead of
-- failing as a whole. It tells no more than a refused entry does.
create function enterprise_codes_taken(codes text[]) returns setof text
    language sql stable security definer
    set search_path = aeo, pg_temp
as $$
    select uscc from enterprise where uscc = any (codes)
    union
    select customs_code from enterprise where customs_code = any (codes)
$$;
revoke all on function enterprise_codes_taken, enterprise_import_take_back from public;
grant execute on function enterprise_codes_taken, enterprise_import_take_back to ${app};
